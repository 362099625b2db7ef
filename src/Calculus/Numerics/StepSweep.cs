using System.Collections.Immutable;

namespace Calculus.Numerics;

/// <summary>What causes an error.</summary>
internal enum ErrorRegime
{
    /// <summary>The formula's own error, which falls with h.</summary>
    Truncation,

    /// <summary>The rounding of the values.</summary>
    Rounding,

    /// <summary>The estimate or the derivative is not finite: there is no error.</summary>
    Undefined,

    /// <summary>Neither: the estimates do not tend to the derivative, as at a kink.</summary>
    NoLimit,
}

/// <summary>One step size of a sweep.</summary>
/// <param name="H">The step.</param>
/// <param name="Value">The slope found with it; NaN or infinite where f is not finite.</param>
/// <param name="Error">|value − exact|; NaN where the value is not finite.</param>
/// <param name="Rounding">The error that rounding alone may cause: for differences about u·|f|/h with the unit roundoff u.</param>
/// <param name="Regime">What causes the error.</param>
internal readonly record struct SweepEntry(double H, double Value, double Error, double Rounding, ErrorRegime Regime);

/// <summary>
/// The error of one difference formula as its step shrinks from 1e-1 to 1e-16. At first it falls, by truncation, like a
/// power of h; then it rises again, because the rounding of the values is divided by h. Press and others, Numerical
/// Recipes, section 5.7; Nocedal and Wright, Numerical Optimization, section 8.1.
/// </summary>
/// <param name="Method">The formula.</param>
/// <param name="Entries">One entry for each step, the largest first.</param>
/// <param name="BestH">The step with the smallest error, the largest of equals; null where no value is finite.</param>
/// <param name="TruncationEnds">The smallest step whose error is still truncation's; null where rounding rules from the start.</param>
/// <param name="RoundingBegins">The largest step whose error is rounding's; null where rounding never takes over.</param>
/// <param name="PredictedH">The step that theory predicts, from the truncation measured; null where there is none.</param>
/// <param name="Why">A sentence on the best step and its error.</param>
internal sealed record StepSweep(
    DifferenceMethod Method,
    ImmutableArray<SweepEntry> Entries,
    double? BestH,
    double? TruncationEnds,
    double? RoundingBegins,
    double? PredictedH,
    string Why)
{
    /// <summary>2⁻⁵³: the largest relative error of one rounding.</summary>
    public const double UnitRoundoff = 1.0 / (1L << 53);

    // A step off the real axis subtracts nothing: what is left are the rounding errors of the arithmetic, a few units of the slope itself.
    private const double ArithmeticGain = 16;

    // An error that is this far above rounding at its best, and nowhere falls by this factor, does not go to 0.
    private const double FarAboveRounding = 1e3, FallOfALimit = 3;

    /// <summary>The steps of every sweep, 1e-1 … 1e-16, each the double nearest to the decimal.</summary>
    public static ImmutableArray<double> Steps { get; } =
        [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16];

    /// <summary>Sweeps one method over all <see cref="Steps"/>.</summary>
    /// <param name="method">The formula.</param>
    /// <param name="f">The function; it may be undefined at some of the points.</param>
    /// <param name="x">Where the slope is taken.</param>
    /// <param name="exact">The true slope, or the value used for it by convention.</param>
    /// <param name="isDifferentiable">Whether there is a true slope.</param>
    public static StepSweep Of(DifferenceMethod method, AnalyticFunction f, double x, double exact, bool isDifferentiable = true)
    {
        var entries = new SweepEntry[Steps.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var value = method.Estimate(f, x, Steps[i]);
            var error = double.IsFinite(value) && double.IsFinite(exact) ? Math.Abs(value - exact) : double.NaN;
            entries[i] = new(Steps[i], value, error, RoundingFloor(method, f.Value, x, Steps[i], value), ErrorRegime.Undefined);
        }

        var best = IndexOfSmallestError(entries);
        if (best < 0 || !isDifferentiable || IsFlat(entries, best))
        {
            Mark(entries, static (_, _) => ErrorRegime.NoLimit);
            return new(method, [.. entries], best < 0 ? null : entries[best].H, null, null, null, SweepWords.WithoutValley(entries, best, exact, isDifferentiable, x));
        }

        // Truncation lasts while the error is above what rounding alone can cause, and at the latest to the best step:
        // where f itself cancels, the error stays above that floor to the end.
        var first = 0;
        while (first < best && !(entries[first].Error <= entries[first].Rounding)) first++;
        if (first == best && !(entries[best].Error <= entries[best].Rounding)) first++;
        Mark(entries, (_, i) => i < first ? ErrorRegime.Truncation : ErrorRegime.Rounding);

        var last = first - 1;
        while (last >= 0 && double.IsNaN(entries[last].Error)) last--;
        var valley = SweepValley.Of(method, entries, last, best, first);
        return new(
            method, [.. entries], entries[best].H, last >= 0 ? entries[last].H : null, first < entries.Length ? entries[first].H : null,
            valley is { H: > 0 } ? valley.H : null, SweepWords.Of(method, entries[best], valley, x));
    }

    private static void Mark(SweepEntry[] entries, Func<SweepEntry, int, ErrorRegime> regime)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (!double.IsNaN(entries[i].Error)) entries[i] = entries[i] with { Regime = regime(entries[i], i) };
        }
    }

    private static int IndexOfSmallestError(SweepEntry[] entries)
    {
        var best = -1;
        for (var i = 0; i < entries.Length; i++)
        {
            if (!double.IsNaN(entries[i].Error) && (best < 0 || entries[i].Error < entries[best].Error)) best = i;
        }

        return best;
    }

    private static bool IsFlat(SweepEntry[] entries, int best) =>
        entries[best].Error > FarAboveRounding * entries[best].Rounding
        && !Array.Exists(entries, entry => entry.Error >= FallOfALimit * entries[best].Error);

    // Each value is off by about one unit roundoff of itself, and x ± h by one of x, which moves f by slope times that.
    private static double RoundingFloor(DifferenceMethod method, Func<double, double> f, double x, double h, double slope)
    {
        if (method.RoundingGain == 0) return ArithmeticGain * UnitRoundoff * Math.Abs(slope);
        var size = Math.Max(Math.Abs(f(x)), Math.Max(Math.Abs(f(x + h)), Math.Abs(f(x - h))));
        var noise = (2 * UnitRoundoff * size) + (UnitRoundoff * Math.Abs(x) * Math.Abs(slope));
        return method.RoundingGain * noise / h;
    }
}
