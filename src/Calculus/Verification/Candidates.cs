using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Numerics;

namespace Calculus.Verification;

/// <summary>
/// Where a function may have a value and a slope: points of everyday size first, then of all sizes, near the constants of
/// the definition, and near combinations of two of them.
/// </summary>
/// <param name="dimension">How many coordinates a point has.</param>
/// <param name="constants">Numbers that the definition is made with.</param>
/// <param name="chance">Picks the points.</param>
internal sealed class Candidates(int dimension, IReadOnlyList<double> constants, Chance chance)
{
    /// <summary>How often the search widens.</summary>
    public const int Widths = 3;

    private static readonly ImmutableArray<int> Counts = [16, 64, 512];

    private static readonly ImmutableArray<Interval> Everyday =
        [new(0.3, 1), new(1, 3), new(-1, -0.3), new(-3, -1), new(-2.5, 3.5), new(3, 9), new(0.03, 0.5), new(-9, -3)];

    private const double LargestDecade = 8;

    /// <summary>Some points.</summary>
    /// <param name="width">How far the search has widened, from 0.</param>
    public IEnumerable<double[]> At(int width)
    {
        var anchors = width == 0 ? [] : Anchors(width);
        for (var i = 0; i < Counts[width]; i++)
        {
            // Alike for all variables, otherwise no point would be found for a sum of a hundred logarithms; or each on its own.
            var isAlike = dimension == 1 || (width == 0 ? i % 2 == 0 : i % 8 < 4);
            var common = Pick(width, i, anchors);
            var point = new double[dimension];
            for (var k = 0; k < dimension; k++)
            {
                var interval = isAlike ? common : Pick(width, chance.Below(Counts[width]), anchors);
                point[k] = chance.Between(interval.Lower, interval.Upper);
            }

            yield return point;
        }
    }

    private Interval Pick(int width, int turn, double[] anchors)
    {
        if (width == 0) return Everyday[turn / 2 % Everyday.Length];
        if (turn % 4 == 0) return Everyday[chance.Below(Everyday.Length)];
        if (turn % 4 == 1) return Decade();

        // In turn rather than by chance, so that none is missed: the gap above an anchor, then what is next to it.
        var place = (turn / 4) % anchors.Length;
        if (turn % 4 == 2 && place + 1 < anchors.Length) return new(anchors[place], anchors[place + 1]);
        var anchor = anchors[place];
        var reach = Math.Max(Math.Abs(anchor), 1e-3) * Math.Pow(10, -chance.Between(0, 5));
        return chance.Below(2) == 0 ? new(anchor, anchor + reach) : new(anchor - reach, anchor);
    }

    private Interval Decade()
    {
        var low = Math.Pow(10, chance.Between(-LargestDecade, LargestDecade));
        return chance.Below(2) == 0 ? new(low, 3 * low) : new(-3 * low, -low);
    }

    private double[] Anchors(int width)
    {
        IEnumerable<double> anchors = constants.Concat(constants.Select(static c => -c));
        if (width > 1)
        {
            anchors = anchors.Concat(constants.SelectMany(a => constants.SelectMany(b => new[] { a + b, a - b, b - a, a * b, -a * b, a / b, -a / b })));
            anchors = anchors.Concat(constants.SelectMany(static c => new[] { Math.Exp(c), Math.Log(Math.Abs(c)), Math.Sqrt(Math.Abs(c)), -Math.Sqrt(Math.Abs(c)), c * c, 1 / c, Math.Cbrt(c), Math.Sin(c), Math.PI * c }));
        }

        return [.. anchors.Append(0).Where(static anchor => Math.Abs(anchor) < 1e100).Distinct().Order()];
    }
}
