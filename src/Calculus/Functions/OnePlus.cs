namespace Calculus.Functions;

/// <summary>Logarithms near 1, where the sum 1 + x would lose the digits of x.</summary>
internal static class OnePlus
{
    // W. Kahan: the rounding of u = 1 + x is undone by x/(u − 1). The platform's LogP1 is plain log(1 + x).
    /// <summary>log(1 + x) to about one unit in the last place.</summary>
    public static double Log(double x)
    {
        var u = 1 + x;
        if (u == 1) return x;
        return double.IsInfinity(u) ? Math.Log(u) : Math.Log(u) * (x / (u - 1));
    }
}
