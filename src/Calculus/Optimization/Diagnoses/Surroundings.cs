namespace Calculus.Optimization.Diagnoses;

/// <summary>How F changes around a point without slope, found by probing.</summary>
/// <param name="Rises">It is higher somewhere near.</param>
/// <param name="Falls">It is lower somewhere near.</param>
internal sealed record Surroundings(bool Rises, bool Falls)
{
    private const int MostAxes = 32;

    /// <summary>Probes a hundredth and a ten-thousandth of the point's size to both sides, along each axis and across them.</summary>
    public static Surroundings Of(Landscape landscape, double[] x)
    {
        var here = landscape.Value(x);
        var size = 1 + Vectors.Norm(x);
        var noise = 8 * Findings.Spacing(here);
        var rises = false;
        var falls = false;

        for (var axis = -1; axis < Math.Min(x.Length, MostAxes); axis++)
        {
            foreach (var step in (ReadOnlySpan<double>)[1e-4 * size, -1e-4 * size, 1e-2 * size, -1e-2 * size])
            {
                var there = (double[])x.Clone();
                for (var i = 0; i < there.Length; i++)
                {
                    if (axis < 0) there[i] += step * (((i + 1) * 0.618_033_988_749_894_9 % 1) - 0.5);
                    else if (i == axis) there[i] += step;
                }

                var value = landscape.Value(there);
                rises |= value > here + noise;
                falls |= value < here - noise;
            }
        }

        return new(rises, falls);
    }
}
