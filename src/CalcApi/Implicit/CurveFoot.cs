using Calculus;

namespace CalcApi.Implicit;

/// <summary>The point of a curve to which the steepest way leads from a point beside it.</summary>
internal static class CurveFoot
{
    private const int MostSteps = 60;

    /// <summary>Newton's steps along the gradient of the equation's difference; the other coordinates are held.</summary>
    /// <param name="study">The left side minus the right.</param>
    /// <param name="movable">The variables that move.</param>
    /// <param name="point">Where to begin.</param>
    /// <returns>A point whose steps have ended in rounding; null where they do not come to rest.</returns>
    public static double[]? Of(Study study, IReadOnlyList<string> movable, double[] point)
    {
        int[] places = [.. movable.Select(name => study.Variables.ToList().IndexOf(name))];
        double[] at = [.. point];
        for (var step = 0; step < MostSteps; step++)
        {
            var here = study.GradientAt(at);
            var (value, slopes) = (here.Value.Number, here.Numbers);
            if (value == 0) return at;
            var square = places.Sum(place => slopes[place] * slopes[place]);
            if (!double.IsFinite(value) || !double.IsFinite(square) || square == 0) return null;
            double[] next = [.. at];
            foreach (var place in places) next[place] -= value * slopes[place] / square;
            if (!Array.TrueForAll(next, double.IsFinite)) return null;
            if (places.All(place => Math.Abs(next[place] - at[place]) <= 1e-15 * Math.Max(1, Math.Abs(at[place])))) return next;
            at = next;
        }

        return null;
    }
}
