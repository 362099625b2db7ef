namespace Calculus.Numerics;

/// <summary>
/// Where the truncation C·h^p, measured at the steps that show it, and the rounding R/h have their smallest sum:
/// h = (R/(p·C))^(1/(p+1)). Press and others, Numerical Recipes, section 5.7.
/// </summary>
/// <param name="H">The step; 0 where rounding does not take over, as where the values near the point are exact.</param>
/// <param name="Power">The power of h with which the error was seen to fall.</param>
internal sealed record SweepValley(double H, double Power)
{
    // An error twice as large as rounding's own is still half rounding.
    private const double ClearOfRounding = 10;

    /// <summary>The valley, or null where no step shows truncation.</summary>
    /// <param name="method">The formula.</param>
    /// <param name="entries">All steps, the largest first.</param>
    /// <param name="last">The last step whose error is truncation's, or −1.</param>
    /// <param name="best">The step with the smallest error.</param>
    /// <param name="first">The first step whose error is rounding's, or how many steps there are.</param>
    public static SweepValley? Of(DifferenceMethod method, SweepEntry[] entries, int last, int best, int first)
    {
        var shown = last;
        while (shown > 0 && entries[shown].Error < ClearOfRounding * entries[shown].Rounding) shown--;
        if (shown < 0 || !(entries[shown].Error > 0)) return null;

        var (h, error) = (entries[shown].H, entries[shown].Error);
        var power = PowerSeen(method, entries, shown);
        if (method.RoundingGain == 0 || first == entries.Length) return new(0, power);
        var rounding = entries[best].Rounding * entries[best].H;
        var constant = error / Math.Pow(h, power);
        return new(Math.Pow(rounding / (power * constant), 1.0 / (power + 1)), power);
    }

    // At an inflection the error of a forward difference falls like h² instead of h, and for x^1.5 like √h; two decades must show it.
    private static double PowerSeen(DifferenceMethod method, SweepEntry[] entries, int shown)
    {
        if (shown < 2) return method.Order;
        var (late, early) = (Fall(entries, shown), Fall(entries, shown - 1));
        if (!(late > 0) || !(Math.Abs(late - early) < 0.1)) return method.Order;
        return Math.Abs(late - Math.Round(late)) < 0.1 ? Math.Round(late) : Math.Round(late, 2);
    }

    private static double Fall(SweepEntry[] entries, int i) =>
        Math.Log(entries[i - 1].Error / entries[i].Error) / Math.Log(entries[i - 1].H / entries[i].H);
}
