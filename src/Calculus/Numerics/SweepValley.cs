namespace Calculus.Numerics;

/// <summary>
/// Where the truncation C·h^p, measured at the steps that show it, and the rounding R/h have their smallest sum:
/// h = (R/(p·C))^(1/(p+1)). Press and others, Numerical Recipes, section 5.7.
/// </summary>
/// <param name="H">The step; 0 for a formula whose rounding does not grow as h shrinks.</param>
/// <param name="Power">The power of h with which the error was seen to fall.</param>
internal sealed record SweepValley(double H, int Power)
{
    // An error twice as large as rounding's own is still half made of it.
    private const double ClearOfRounding = 10;

    /// <summary>The valley, or null where no step shows truncation.</summary>
    /// <param name="method">The formula.</param>
    /// <param name="entries">All steps, the largest first.</param>
    /// <param name="last">The last step whose error is truncation's, or −1.</param>
    /// <param name="best">The step with the smallest error.</param>
    public static SweepValley? Of(DifferenceMethod method, SweepEntry[] entries, int last, int best)
    {
        var shown = last;
        while (shown > 0 && entries[shown].Error < ClearOfRounding * entries[shown].Rounding) shown--;
        if (shown < 0 || !(entries[shown].Error > 0)) return null;

        var (h, error) = (entries[shown].H, entries[shown].Error);
        var power = PowerSeen(method, entries, shown);
        if (method.RoundingGain == 0) return new(0, power);
        var rounding = entries[best].Rounding * entries[best].H;
        var constant = error / Math.Pow(h, power);
        return new(Math.Pow(rounding / (power * constant), 1.0 / (power + 1)), power);
    }

    // At an inflection a forward difference errs like h² instead of h, and so on.
    private static int PowerSeen(DifferenceMethod method, SweepEntry[] entries, int shown)
    {
        if (shown == 0 || !(entries[shown - 1].Error > 0)) return method.Order;
        var fall = Math.Log10(entries[shown - 1].Error / entries[shown].Error) / Math.Log10(entries[shown - 1].H / entries[shown].H);
        var power = (int)Math.Round(fall);
        return power >= 1 && Math.Abs(fall - power) < 0.1 ? power : method.Order;
    }
}
