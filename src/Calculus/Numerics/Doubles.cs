using System.Globalization;

namespace Calculus.Numerics;

/// <summary>The doubles as places on a line.</summary>
internal static class Doubles
{
    /// <summary>The gap from |x| to the next larger double.</summary>
    public static double Spacing(double x) => Math.BitIncrement(Math.Abs(x)) - Math.Abs(x);

    /// <summary>
    /// A double strictly between two: half way by distance, or, within <paramref name="fine"/> of each other, half way in the
    /// order of the doubles, so that neighbours are reached after at most 64 halvings, even next to 0. Null for neighbours.
    /// </summary>
    public static double? Between(double from, double to, double fine)
    {
        if (to - from > fine)
        {
            var middle = from + ((to - from) / 2);
            if (middle > from && middle < to) return middle;
        }

        var (low, high) = (Order(from), Order(to));
        return high - low < 2 ? null : Ordered(low + ((high - low) / 2));
    }

    /// <summary>True where no double lies between.</summary>
    public static bool AreNeighbours(double from, double to) => Math.BitIncrement(from) >= to;

    /// <summary>
    /// True of numbers that people write: at most twelve significant digits, or a fraction with a denominator up to 64. Of
    /// two neighbouring doubles at most one is such a number, and then it is where a function changes.
    /// </summary>
    public static bool IsRound(double x)
    {
        if (x == 0) return true;
        if (Math.Abs(x) < 1e-300) return false;

        if (double.Parse(x.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) == x) return true;
        for (var q = 3; q <= 64; q++)
        {
            var p = Math.Round(x * q);
            if (Math.Abs(p) is > 0 and < 1e6 && p / q == x) return true;
        }

        return false;
    }

    // The bits of a double, reversed for negative ones, number the doubles in increasing order.
    private static long Order(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Ordered(long order) => BitConverter.Int64BitsToDouble(order >= 0 ? order : long.MinValue - order);
}
