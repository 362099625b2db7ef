using System.Collections.Immutable;

namespace Calculus.Numerics;

/// <summary>One step size of a sweep.</summary>
/// <param name="H">The step.</param>
/// <param name="Value">The slope found with it; NaN or infinite where f is not finite.</param>
/// <param name="Error">|value − exact|; NaN where the value is not finite.</param>
public readonly record struct SweepEntry(double H, double Value, double Error);

/// <summary>
/// The error of one difference formula as its step shrinks from 1e-1 to 1e-16. At first it falls, by truncation, like a
/// power of h; then it rises again, because the rounding of the values is divided by h.
/// </summary>
/// <param name="Method">The formula.</param>
/// <param name="Entries">One entry for each step, the largest first.</param>
/// <param name="BestH">The step with the smallest error, the largest of equals; null where no value is finite.</param>
/// <param name="TruncationEnds">The smallest step whose error is still truncation's; null where rounding rules from the start.</param>
/// <param name="RoundingBegins">The largest step whose error is rounding's; null where rounding never takes over.</param>
public sealed record StepSweep(
    DifferenceMethod Method, ImmutableArray<SweepEntry> Entries, double? BestH, double? TruncationEnds, double? RoundingBegins)
{
    // 2⁻⁵³: the largest relative error of one rounding.
    private const double UnitRoundoff = 1.0 / (1L << 53);

    /// <summary>The steps of every sweep, 1e-1 … 1e-16, each the double nearest to the decimal.</summary>
    public static ImmutableArray<double> Steps { get; } =
        [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16];

    /// <summary>Sweeps one method over all <see cref="Steps"/>.</summary>
    /// <param name="method">The formula.</param>
    /// <param name="f">The function; it may be undefined at some of the points.</param>
    /// <param name="x">Where the slope is taken.</param>
    /// <param name="exact">The true slope.</param>
    public static StepSweep Of(DifferenceMethod method, Func<double, double> f, double x, double exact)
    {
        var entries = ImmutableArray.CreateBuilder<SweepEntry>(Steps.Length);
        foreach (var h in Steps)
        {
            var value = method.Estimate(f, x, h);
            entries.Add(new(h, value, double.IsFinite(value) ? Math.Abs(value - exact) : double.NaN));
        }

        var best = IndexOfSmallestError(entries);
        if (best < 0) return new(method, entries.ToImmutable(), null, null, null);

        // Truncation lasts while the error stands above what rounding alone can do, and at the latest to the best step:
        // a formula that cancels inside f stands above that floor to the end.
        var first = 0;
        while (first < best && !(entries[first].Error <= RoundingFloor(method, f, x, entries[first]))) first++;
        if (first == best && !(entries[best].Error <= RoundingFloor(method, f, x, entries[best]))) first++;

        var last = first - 1;
        while (last >= 0 && double.IsNaN(entries[last].Error)) last--;

        double? truncationEnds = last >= 0 ? entries[last].H : null;
        double? roundingBegins = first < entries.Count ? entries[first].H : null;
        return new(method, entries.ToImmutable(), entries[best].H, truncationEnds, roundingBegins);
    }

    private static int IndexOfSmallestError(ImmutableArray<SweepEntry>.Builder entries)
    {
        var best = -1;
        for (var i = 0; i < entries.Count; i++)
        {
            if (!double.IsNaN(entries[i].Error) && (best < 0 || entries[i].Error < entries[best].Error)) best = i;
        }

        return best;
    }

    // Each value is off by about one unit roundoff of itself, and x ± h by one of x, which moves f by slope times that.
    private static double RoundingFloor(DifferenceMethod method, Func<double, double> f, double x, SweepEntry entry)
    {
        var size = Math.Max(Math.Abs(f(x)), Math.Max(Math.Abs(f(x + entry.H)), Math.Abs(f(x - entry.H))));
        var noise = (2 * size) + (Math.Abs(x) * Math.Abs(entry.Value));
        return method.RoundingGain * UnitRoundoff * noise / entry.H;
    }
}
