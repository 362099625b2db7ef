namespace Calculus.Optimization.Diagnoses;

/// <summary>What F does along rays from where a descent ended.</summary>
/// <param name="Drop">How far it falls along them, each until it first rises.</param>
/// <param name="RiseAll">True where all of them rise in the end.</param>
/// <param name="RiseDownhill">True where those along −∇F and along the last steps do.</param>
/// <param name="IsUnbounded">True where F falls without bound along −∇F or along the last steps.</param>
internal sealed record Walks(double Drop, bool RiseAll, bool RiseDownhill, bool IsUnbounded)
{
    /// <summary>Walks downhill, along the last steps, and along the least curvature to both sides.</summary>
    /// <param name="survey">F.</param>
    /// <param name="end">Where the walks begin.</param>
    /// <param name="lastSteps">The sum of the last steps.</param>
    /// <param name="bending">How F bends there; null where it is not known.</param>
    public static Walks From(Survey survey, EndPoint end, double[] lastSteps, Bending? bending)
    {
        double[] downhill = [.. end.Gradient.Select(static entry => -entry)];
        double[]?[] ways = [.. Unit(downhill, lastSteps), bending?.Around?.Lower];
        var walks = ways.OfType<double[]>().Select(Walk).ToList();
        var (isUnbounded, riseDownhill) = (walks.Exists(static walk => walk.IsUnbounded), walks.TrueForAll(static walk => walk.Rises));
        if (bending?.Spectrum is { } spectrum)
            walks.AddRange(new[] { spectrum.Downward, [.. spectrum.Downward.Select(static entry => -entry)] }.Select(Walk));

        return new(walks.Select(static walk => walk.Drop).DefaultIfEmpty(0).Max(), walks.TrueForAll(static walk => walk.Rises), riseDownhill, isUnbounded);

        Ray Walk(double[] way) => Ray.From(survey, end.Point, end.Value, way);
    }

    // Each direction, and without its small entries: on the way down along some axes, others are still settling.
    private static IEnumerable<double[]> Unit(params double[][] directions)
    {
        foreach (var direction in directions)
        {
            var largest = direction.Max(Math.Abs);
            foreach (var small in (double[])[0, 0.1])
            {
                double[] kept = [.. direction.Select(entry => Math.Abs(entry) < small * largest ? 0 : entry)];
                var norm = Vectors.Norm(kept);
                if (norm > 0 && double.IsFinite(norm)) yield return [.. kept.Select(entry => entry / norm)];
                if (Array.TrueForAll(direction, entry => Math.Abs(entry) >= 0.1 * largest)) break;
            }
        }
    }
}
