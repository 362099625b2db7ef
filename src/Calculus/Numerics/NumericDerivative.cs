using System.Collections.Immutable;
using System.Numerics;

namespace Calculus.Numerics;

/// <summary>A derivative from values alone.</summary>
/// <param name="Value">The derivative; NaN where none was found.</param>
/// <param name="Error">How far the value may be off, by its own estimate; infinite where none was found.</param>
/// <param name="Evaluations">How often f was evaluated.</param>
internal readonly record struct DerivativeEstimate(double Value, double Error, int Evaluations);

/// <summary>
/// Derivatives of order 1 to 4 from values alone, with an estimate of their error. Central differences over steps that
/// halve are extrapolated to h = 0 (Ridders, Advances in Engineering Software 4, 1982; Press and others, Numerical Recipes,
/// section 5.7); the table's entry with the smallest error of its own, rounding included, is taken. The
/// differences to the right and to the left must meet as h goes to 0, or there is no derivative.
/// </summary>
internal static class NumericDerivative
{
    /// <summary>The highest order.</summary>
    public const int HighestOrder = 4;

    private const int MostRows = 60;

    // The coarsest spacing that is assumed for the values of f: 2⁻⁴³, about 500 units in the last place of 1.
    private const double CoarsestGrain = 1.0 / (1L << 43);

    // No frequency that people write is a multiple of steps of this length.
    private const double FirstStep = 0.618_033_988_749_894_9;

    // Central weights of f(x + kh), k = −2 … 2: Abramowitz and Stegun, 25.3.20–24.
    private static readonly ImmutableArray<ImmutableArray<double>> CentralWeights =
    [
        [0, -0.5, 0, 0.5, 0], [0, 1, -2, 1, 0], [-0.5, 1, 0, -1, 0.5], [1, -4, 6, -4, 1],
    ];

    private static readonly ImmutableArray<ImmutableArray<double>> ForwardWeights =
    [
        [-1, 1], [1, -2, 1], [-1, 3, -3, 1], [1, -4, 6, -4, 1],
    ];

    /// <summary>The derivative of f at x.</summary>
    /// <param name="f">The function; where it is undefined, it gives NaN.</param>
    /// <param name="x">A finite number.</param>
    /// <param name="order">1 to <see cref="HighestOrder"/>.</param>
    public static DerivativeEstimate Of(Func<double, double> f, double x, int order = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, HighestOrder);

        var evaluations = 0;
        double Count(double point)
        {
            evaluations++;
            return f(point);
        }

        var (central, gaps) = (new List<StepValue>(MostRows), new List<StepValue>(MostRows));
        var middle = Count(x);
        var first = FirstStep * Math.ScaleB(1, Math.ILogB(Math.Max(1, Math.Abs(x))));
        for (var row = 0; row < MostRows; row++)
        {
            // A multiple of the spacing of the doubles around, so that x + kh is exact, or nearly.
            var spacing = Doubles.Spacing(Math.Abs(x) + (HighestOrder * Math.ScaleB(first, -row)));
            var h = Math.Round(Math.ScaleB(first, -row) / spacing) * spacing;
            if (h < 64 * spacing) break;

            var scale = Math.Pow(h, order);
            var (value, noise) = Sum(Count, x, middle, -2, h, CentralWeights[order - 1]);
            central.Add(new(value / scale, noise / scale));

            var (right, rightNoise) = Sum(Count, x, middle, 0, h, ForwardWeights[order - 1]);
            var (left, leftNoise) = Sum(Count, x, middle, 0, -h, ForwardWeights[order - 1]);
            gaps.Add(new((order % 2 == 1 ? right + left : right - left) / scale, (rightNoise + leftNoise) / scale));
        }

        // Where the differences to the right and to the left do not meet, there is no derivative.
        if (ExtrapolationTable.Limit(central, firstPower: 2) is { } derivative
            && ExtrapolationTable.Limit(gaps, firstPower: 1) is { } gap
            && Math.Abs(gap.Value) <= (10 * gap.Error) + (1e-5 * Math.Abs(derivative.Value)))
        {
            return new(derivative.Value, derivative.Error, evaluations);
        }

        return new(double.NaN, double.PositiveInfinity, evaluations);
    }

    // Each value may be off by a unit in its last place, or by the spacing of the values where that is coarser,
    // and by the effect of rounding its argument.
    private static (double Value, double Noise) Sum(Func<double, double> f, double x, double middle, int first, double h, ImmutableArray<double> weights)
    {
        var (sum, slips, size, grain, flat) = (0.0, 0.0, 0.0, Grain(middle), true);
        for (var i = 0; i < weights.Length; i++)
        {
            var k = first + i;
            if (weights[i] == 0) continue;
            var y = k == 0 ? middle : f(x + (k * h));
            var slip = k == 0 ? 0 : Math.Abs(((x + (k * h) - x) / (k * h)) - 1);
            sum += weights[i] * y;
            slips += Math.Abs(weights[i]) * slip * Math.Abs(y - middle);
            size += Math.Abs(weights[i]) * Doubles.Spacing(y);
            grain = Math.Min(grain, Grain(y));
            flat &= y == middle;
        }

        // Values that do not change at all may have lost their change inside f, next to something larger.
        var coarsest = CoarsestGrain * Math.Max(1, Math.Abs(middle));
        return (sum, slips + Math.Max(size, flat ? coarsest : Math.Min(grain, coarsest)));
    }

    // The place value of the last bit that is set: values that lost digits to a larger number inside f end in zeros.
    private static double Grain(double y) =>
        y == 0 || !double.IsFinite(y) ? double.PositiveInfinity
        : Math.ScaleB(Doubles.Spacing(y), BitOperations.TrailingZeroCount((BitConverter.DoubleToInt64Bits(y) & ((1L << 52) - 1)) | (1L << 52)));
}
