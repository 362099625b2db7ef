namespace Calculus.GradientCheck;

/// <summary>Points around a point at which a claimed formula is compared: always the same for the same point.</summary>
public static class SamplePoints
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
            {
                var fraction = k * (First + (j * Second));
                fraction -= Math.Floor(fraction);
                moved[j] = point[j] + (reaches[k % reaches.Length] * Math.Max(1, Math.Abs(point[j])) * ((2 * fraction) - 1));
            }

            if (Array.TrueForAll(moved, double.IsFinite)) yield return moved;
        }
    }
}
