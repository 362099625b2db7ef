namespace Calculus.Optimization.Diagnoses;

/// <summary>How F changes around a point without slope, found by probing.</summary>
/// <param name="Rises">It is higher somewhere near.</param>
/// <param name="Lower">A unit vector towards a place where it is lower; null where none was found.</param>
internal sealed record Surroundings(bool Rises, double[]? Lower)
{
    private const int MostAxes = 32;

    /// <summary>Probes a hundredth and a ten-thousandth of the point's size to both sides, along each axis and across them.</summary>
    /// <param name="survey">F.</param>
    /// <param name="x">The point.</param>
    /// <param name="here">F there.</param>
    /// <param name="nothing">A difference that counts as none, besides rounding.</param>
    public static Surroundings Of(Survey survey, double[] x, double here, double nothing = 0)
    {
        var size = 1 + Vectors.Norm(x);
        var noise = Math.Max(nothing, 8 * Findings.Spacing(here));
        var rises = false;
        double[]? lower = null;
        foreach (var direction in Directions(x.Length))
        {
            foreach (var step in (ReadOnlySpan<double>)[1e-4 * size, 1e-2 * size])
            {
                var value = survey.Value(survey.Along(x, direction, step));
                rises |= value > here + noise;
                if (value < here - noise) lower ??= direction;
            }
        }

        return new(rises, lower);
    }

    /// <summary>Whether F stays the same when one coordinate alone moves a little.</summary>
    /// <inheritdoc cref="Of"/>
    public static bool IsLevelAlong(Survey survey, double[] x, double here, int coordinate)
    {
        var size = 1 + Math.Abs(x[coordinate]);
        foreach (var step in (ReadOnlySpan<double>)[1e-4 * size, -1e-4 * size, 1e-2 * size, -1e-2 * size])
        {
            var there = (double[])x.Clone();
            there[coordinate] += step;
            if (survey.Value(there) != here) return false;
        }

        return true;
    }

    /// <summary>Both ways along the axes, and across them all.</summary>
    public static IEnumerable<double[]> Directions(int dimension)
    {
        var across = new double[dimension];
        for (var i = 0; i < dimension; i++) across[i] = ((i + 1) * 0.618_033_988_749_894_9 % 1) - 0.5;
        var norm = Vectors.Norm(across);
        for (var axis = -1; axis < Math.Min(dimension, MostAxes); axis++)
        {
            var direction = new double[dimension];
            if (axis >= 0) direction[axis] = 1;
            else for (var i = 0; i < dimension; i++) direction[i] = across[i] / norm;
            yield return direction;
            yield return [.. direction.Select(static entry => -entry)];
        }
    }
}
