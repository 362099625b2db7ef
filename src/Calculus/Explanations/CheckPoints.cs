namespace Calculus.Explanations;

/// <summary>Points at which lines are compared: fixed, of both signs and several sizes, away from whole numbers and from one another.</summary>
internal static class CheckPoints
{
    private const int Count = 24;

    /// <summary>Points with the given number of coordinates.</summary>
    public static IReadOnlyList<double[]> For(int coordinates)
    {
        double[] numbers = [0.7310, 1.3170, -0.4190, 2.2630, -1.8470, 0.1230, 3.6910, -2.7310, 0.0370, 1.0730, -0.9110, 0.5570];
        double[] scales = [1, 0.3, 4.7];
        var points = new double[Count][];
        for (var k = 0; k < Count; k++)
        {
            points[k] = new double[coordinates];
            // Two steps of different length through the numbers, so that no two coordinates stay equal.
            for (var i = 0; i < coordinates; i++) points[k][i] = numbers[(k + (5 * i) + (k / 12 * i)) % numbers.Length] * scales[(k / 12) + (k % 5 == 4 ? 1 : 0)];
        }

        return points;
    }
}
