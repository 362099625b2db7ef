namespace Calculus.Functions;

/// <summary>Exponentials near 0, where the difference exp(x) − 1 would lose the digits of x.</summary>
internal static class MinusOne
{
    // W. Kahan: for u = exp(x) rounded, (u − 1)·x/log(u) undoes the rounding of u. Where u − 1 does not cancel, the plain
    // difference is better, and is what a notebook shows.
    /// <summary>exp(x) − 1 to about two units in the last place.</summary>
    public static double Exponential(double x)
    {
        var u = Math.Exp(x);
        if (u == 1) return x;
        return u is > 0.5 and < 2 ? (u - 1) * (x / Math.Log(u)) : u - 1;
    }
}
