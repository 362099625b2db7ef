using System.Collections.Immutable;

namespace Calculus.Expressions;

/// <summary>A set of real numbers: a union of intervals, possibly without a series of single points.</summary>
public sealed class RealSet
{
    /// <summary>The union of disjoint intervals, in rising order.</summary>
    public RealSet(params ReadOnlySpan<Interval> parts) => Parts = [.. parts];

    /// <summary>One interval.</summary>
    public RealSet(double lower, double upper, bool lowerOpen = false, bool upperOpen = false)
        : this(new Interval(lower, upper, lowerOpen, upperOpen))
    {
    }

    /// <summary>Every real number.</summary>
    public static RealSet All { get; } = new(Interval.Real);

    /// <summary>Every real number but one.</summary>
    public static RealSet AllBut(double point) =>
        new(new Interval(double.NegativeInfinity, point, true, true), new Interval(point, double.PositiveInfinity, true, true));

    /// <summary>The numbers whose absolute value is at least, or above, a bound.</summary>
    public static RealSet Outside(double bound, bool open) =>
        new(new Interval(double.NegativeInfinity, -bound, true, open), new Interval(bound, double.PositiveInfinity, open, true));

    /// <summary>The intervals in rising order.</summary>
    public ImmutableArray<Interval> Parts { get; }

    /// <summary>The points inside the intervals that are left out, or null.</summary>
    public PointRow? Without { get; init; }

    /// <summary>Whether it is every real number.</summary>
    public bool IsAll => Without is null && Parts is [var part] && part == Interval.Real;

    /// <summary>The signs that its numbers have, including zero.</summary>
    public Facts Signs
    {
        get
        {
            var signs = Facts.None;
            foreach (var part in Parts)
            {
                if (part.Lower < 0) signs |= Facts.MayBeNegative;
                if (part.Upper > 0) signs |= Facts.MayBePositive;
            }

            return Contains(0) ? signs | Facts.MayBeZero : signs;
        }
    }

    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(double x)
    {
        if (Without?.Contains(x) == true) return false;
        foreach (var part in Parts)
        {
            if (part.Contains(x)) return true;
        }

        return false;
    }

    /// <summary>The set as mathematics writes it: <c>(−∞, −1] ∪ [1, ∞)</c>.</summary>
    public override string ToString()
    {
        var parts = string.Join(" ∪ ", Parts);
        return Without is null ? parts : $"{parts} without {Without.Text}";
    }
}

/// <summary>Single points at equal distances.</summary>
/// <param name="First">One of them; the last one where there is an end.</param>
/// <param name="Step">The distance.</param>
/// <param name="EndsAtFirst">Whether they continue only below <paramref name="First"/>, not above.</param>
/// <param name="Text">The points as mathematics writes them: <c>kπ</c>.</param>
public sealed record PointRow(double First, double Step, bool EndsAtFirst, string Text)
{
    /// <summary>Whether a number is the nearest double of one of the points.</summary>
    public bool Contains(double x)
    {
        var steps = Math.Round((x - First) / Step);
        return x == First + (steps * Step) && !(EndsAtFirst && steps > 0);
    }
}
