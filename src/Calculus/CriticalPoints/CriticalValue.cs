using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>
/// The value at a point where the gradient is 0, of which the decimals are only near: by Taylor's formula f(x) = f(p) + ½ (x − p)'H(x − p) with H somewhere between x and
/// p, since the linear term at x vanishes.
/// </summary>
internal static class CriticalValue
{
    /// <summary>What a value may be off by, beside itself or 1, without a word.</summary>
    private const double Told = 1e-12;

    /// <summary>How far the value at the point may lie from the value at its decimals; infinite where that is not known.</summary>
    /// <param name="place">Where the point is.</param>
    /// <param name="decimals">Its decimals.</param>
    /// <param name="hessian">The second derivatives over a box with both.</param>
    public static double Reach(Enclosure[] place, double[] decimals, Enclosure[,] hessian)
    {
        var reach = 0.0;
        for (var i = 0; i < place.Length; i++)
        {
            for (var j = 0; j < place.Length; j++)
            {
                if (hessian[i, j].IsEmpty || !hessian[i, j].IsBounded || (hessian[i, j].Known & Known.Smooth) != Known.Smooth) return double.PositiveInfinity;
                reach += hessian[i, j].Size * Distance(i) * Distance(j) / 2;
            }
        }

        // Twice as much holds what these sums lose.
        return 2 * reach;

        double Distance(int i) => Math.Max(Math.Abs(place[i].Lower - decimals[i]), Math.Abs(place[i].Upper - decimals[i]));
    }

    /// <summary>A box with a place and its decimals.</summary>
    public static Enclosure[] Around(Enclosure[] place, double[] decimals) =>
        [.. place.Zip(decimals, static (side, x) => new Enclosure(Math.Min(side.Lower, x), Math.Max(side.Upper, x)))];

    /// <summary>The value to answer: 0 where no more can be told.</summary>
    /// <param name="atDecimals">The value at the decimals.</param>
    /// <param name="reach">How far that at the point may lie from it.</param>
    public static double Of(double atDecimals, double reach) => double.IsFinite(reach) && Math.Abs(atDecimals) <= reach ? 0 : atDecimals;

    /// <summary>Whether so much may be missing that it has to be said.</summary>
    /// <param name="value">The value that is answered.</param>
    /// <param name="reach">How far the true one may lie from it.</param>
    public static bool IsLoose(double value, double reach) => !(reach <= Told * Math.Max(1, Math.Abs(value)));
}
