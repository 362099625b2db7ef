using System.Collections.Immutable;

namespace Calculus.Verification;

/// <summary>What comparing two numbers came to.</summary>
internal enum Finding
{
    /// <summary>They are equal, and a lost factor would have shown.</summary>
    Agree,

    /// <summary>Rounding leaves too little to tell.</summary>
    Unclear,

    /// <summary>They differ by more than rounding explains.</summary>
    Differ,
}

/// <summary>Two numbers that should be equal.</summary>
/// <param name="Finding">Whether they are.</param>
/// <param name="Symbolic">The formula's.</param>
/// <param name="Expected">The other.</param>
/// <param name="Relative">Their difference, relative to the larger of the two or, where both are zero but for rounding, to |f|/|x|.</param>
internal readonly record struct Compared(Finding Finding, double Symbolic, double Expected, double Relative)
{
    /// <summary>Two numbers with their relative difference.</summary>
    public static Compared Of(Finding finding, double symbolic, double expected)
    {
        var (difference, size) = (Math.Abs(symbolic - expected), Math.Max(Math.Abs(symbolic), Math.Abs(expected)));
        return new(finding, symbolic, expected, difference == 0 ? 0 : double.IsFinite(difference) ? difference / size : 1);
    }
}

/// <summary>A point with all that was computed there.</summary>
/// <param name="Point">The coordinates.</param>
/// <param name="Branch">The same for points on the same sides of all seams; null where the point lies on a seam.</param>
/// <param name="Value">The function as written.</param>
/// <param name="Formulas">The formulas in question.</param>
/// <param name="Automatic">The automatic derivatives; empty where they were left out.</param>
internal sealed record Site(double[] Point, ulong? Branch, double Value, double[] Formulas, double[] Automatic)
{
    /// <summary>|f|/|x|, with 1 for a smaller x: how large a slope is to be expected.</summary>
    public double MeanSlope => Math.Abs(Value) / Math.Max(1, Point.Max(Math.Abs));
}

/// <summary>A slope and the sum of formulas that it should be.</summary>
/// <param name="SlopeOf">0 for the slope of the function, k for that of formula k − 1.</param>
/// <param name="Formulas">Which formulas.</param>
/// <param name="Weights">How often each counts.</param>
internal sealed record Pair(int SlopeOf, ImmutableArray<int> Formulas, ImmutableArray<double> Weights)
{
    /// <summary>The sum.</summary>
    public double Sum(double[] values)
    {
        double sum = 0;
        for (var i = 0; i < Formulas.Length; i++) sum += Weights[i] * values[Formulas[i]];
        return sum;
    }

    /// <summary>The sum of the sizes.</summary>
    public double Mass(double[] values)
    {
        double sum = 0;
        for (var i = 0; i < Formulas.Length; i++) sum += Math.Abs(Weights[i] * values[Formulas[i]]);
        return sum;
    }
}
