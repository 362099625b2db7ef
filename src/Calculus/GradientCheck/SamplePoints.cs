namespace Calculus.GradientCheck;

/// <summary>Points around a point at which a claimed formula is compared, and directions along which arrays are compared: always the same for the same question.</summary>
internal static class SamplePoints
{
    private const int Candidates = 64;

    // Multiples of these fill the unit interval evenly, and those of the two do so side by side (Roberts, R2 sequence).
    private const double First = 0.754_877_666_246_692_7;
    private const double Second = 0.569_840_290_998_053_2;

    /// <summary>Candidates, at distances from a hundredth of the point's scale to twice it; not all need lie in the domain.</summary>
    /// <param name="point">The point.</param>
    public static IEnumerable<double[]> Around(double[] point)
    {
        double[] reaches = [0.5, 0.1, 2, 0.01];
        for (var k = 1; k <= Candidates; k++)
        {
            var moved = new double[point.Length];
            for (var j = 0; j < moved.Length; j++)
                moved[j] = point[j] + (reaches[k % reaches.Length] * Math.Max(1, Math.Abs(point[j])) * ((2 * Fraction(k, j)) - 1));
            if (Array.TrueForAll(moved, double.IsFinite)) yield return moved;
        }
    }

    /// <summary>A direction in which nothing cancels: its entries have sizes between 1/2 and 3/2. In one dimension it is 1.</summary>
    /// <param name="number">Which one, from 0.</param>
    /// <param name="length">How many entries it has.</param>
    public static double[] Direction(int number, int length)
    {
        if (length == 1) return [1];
        var direction = new double[length];
        for (var j = 0; j < length; j++)
        {
            // Squares, so that neighbouring entries do not lie on a line.
            var turn = (2 * Fraction(number + 1, (double)(j + 1) * (j + 1))) - 1;
            direction[j] = turn + (turn < 0 ? -0.5 : 0.5);
        }

        return direction;
    }

    private static double Fraction(int k, double j)
    {
        var multiple = k * (First + (j * Second));
        return multiple - Math.Floor(multiple);
    }
}
