using System.Collections.Immutable;

namespace Calculus.Verification;

/// <summary>
/// Where a function may have a value and a slope: points of everyday size first, then of all sizes, near the constants of
/// the definition, and near what two of them make.
/// </summary>
/// <param name="dimension">How many coordinates a point has.</param>
/// <param name="constants">Numbers that the definition is made with.</param>
/// <param name="chance">Picks the points.</param>
internal sealed class Candidates(int dimension, IReadOnlyList<double> constants, Chance chance)
{
    /// <summary>How often the search widens.</summary>
    public const int Widths = 3;

    private static readonly ImmutableArray<int> Counts = [16, 48, 160];

    private static readonly ImmutableArray<(double Low, double High)> Everyday =
        [(0.3, 1), (1, 3), (-1, -0.3), (-3, -1), (-2.5, 3.5), (3, 9), (0.03, 0.5), (-9, -3)];

    private const double LargestDecade = 8;

    /// <summary>Some points.</summary>
    /// <param name="width">How far the search has widened, from 0.</param>
    public IEnumerable<double[]> At(int width)
    {
        var anchors = width == 0 ? [] : Anchors(width);
        for (var i = 0; i < Counts[width]; i++)
        {
            // Alike for all variables, else a sum of a hundred logarithms would never be met; or each its own way.
            var isAlike = i % 2 == 0;
            var common = Interval(width, i, anchors);
            var point = new double[dimension];
            for (var k = 0; k < dimension; k++)
            {
                var (low, high) = isAlike ? common : Interval(width, chance.Below(Counts[width]), anchors);
                point[k] = chance.Between(low, high);
            }

            yield return point;
        }
    }

    private (double Low, double High) Interval(int width, int turn, double[] anchors)
    {
        if (width == 0) return Everyday[turn / 2 % Everyday.Length];
        if (turn % 4 == 0) return Everyday[chance.Below(Everyday.Length)];
        if (turn % 4 == 1 || anchors.Length == 0) return Decade();
        var anchor = anchors[chance.Below(anchors.Length)];
        if (turn % 4 == 2)
        {
            var other = anchors[chance.Below(anchors.Length)];
            if (other != anchor) return (Math.Min(anchor, other), Math.Max(anchor, other));
        }

        var reach = Math.Max(Math.Abs(anchor), 1e-3) * Math.Pow(10, -chance.Between(0, 5));
        return chance.Below(2) == 0 ? (anchor, anchor + reach) : (anchor - reach, anchor);
    }

    private (double Low, double High) Decade()
    {
        var low = Math.Pow(10, chance.Between(-LargestDecade, LargestDecade));
        return chance.Below(2) == 0 ? (low, 3 * low) : (-3 * low, -low);
    }

    private double[] Anchors(int width)
    {
        IEnumerable<double> anchors = constants.Concat(constants.Select(static c => -c));
        if (width > 1)
        {
            anchors = anchors.Concat(constants.SelectMany(a => constants.SelectMany(b => new[] { a + b, a - b, b - a, a * b, -a * b, a / b, -a / b })));
            anchors = anchors.Concat(constants.SelectMany(static c => new[] { Math.Exp(c), Math.Log(Math.Abs(c)), Math.Sqrt(Math.Abs(c)), -Math.Sqrt(Math.Abs(c)), c * c, 1 / c, Math.Cbrt(c), Math.Sin(c), Math.PI * c }));
        }

        return [.. anchors.Append(0).Where(static anchor => Math.Abs(anchor) < 1e100).Distinct()];
    }
}
