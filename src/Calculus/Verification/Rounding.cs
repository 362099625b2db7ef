using Calculus.Programs;

namespace Calculus.Verification;

/// <summary>How far rounding may have moved numbers: how far they scatter when every intermediate result is moved at random.</summary>
/// <param name="evaluator">The numbers.</param>
internal sealed class Rounding(Evaluator evaluator)
{
    private const int Perturbations = 4;

    private double[]? _point, _noise;

    /// <summary>How far each number may be off at a point; null where that cannot be determined.</summary>
    public double[]? At(double[] point)
    {
        if (_point == point) return _noise;
        (_point, _noise) = (point, null);
        var (values, noise, perturbed) = (evaluator.At(point), new double[evaluator.Outputs.Count], new double[evaluator.Outputs.Count]);
        for (var run = 1; run <= Perturbations; run++)
        {
            if (!evaluator.TryPerturb(point, (ulong)run, perturbed)) return null;
            for (var i = 0; i < noise.Length; i++) noise[i] = Math.Max(noise[i], Math.Abs(perturbed[i] - values[i]));
        }

        return _noise = noise;
    }
}
