namespace Calculus.Optimization.Diagnoses;

/// <summary>What the batches say of a descent whose values come from another part of the data in each step.</summary>
/// <param name="Batches">How many were asked.</param>
/// <param name="Fall">How much lower F is, on average over the batches, at the later of two points.</param>
/// <param name="FallError">The standard error of that average.</param>
/// <param name="Slope">The norm of the mean gradient at the end.</param>
/// <param name="Scatter">How far the gradients of single batches lie from it, as a root mean square.</param>
internal sealed record BatchNoise(int Batches, double Fall, double FallError, double Slope, double Scatter)
{
    private const int Most = 32;

    /// <summary>True where the batches move the point more than the slope that they agree on.</summary>
    public bool Dominates => Scatter > Slope;

    /// <summary>True where F still falls beyond doubt.</summary>
    public bool Falls => Fall > 3 * FallError;

    /// <summary>
    /// Asks the same batches at two points, so that what they have in common cancels: the end and where the descent comes when it is carried
    /// on, or else where the last steps began and the end.
    /// </summary>
    /// <param name="objective">f.</param>
    /// <param name="found">What is known of the descent.</param>
    /// <param name="survey">F.</param>
    public static BatchNoise? Of(IBatchedObjective objective, Findings found, Survey survey)
    {
        if (found.Path.Window.Count == 0 || found.IsLost) return null;
        var end = found.At.Point;
        var (earlier, later) = found.Sequel is { HasDiverged: false } sequel
            ? (end, sequel.Point)
            : (end.Zip(found.Path.Net(), static (at, way) => at - way).ToArray(), end);

        var (falls, gradients) = (new List<double>(), new List<double[]>());
        for (var batch = 1; batch <= Most; batch++)
        {
            objective.Choose(found.Stop.Step + batch);
            falls.Add(survey.Value(earlier) - survey.Value(later));
            gradients.Add(survey.Gradient(end));
        }

        var mean = gradients[0].Select((_, i) => gradients.Average(gradient => gradient[i])).ToArray();
        var fall = falls.Average();
        var deviation = Math.Sqrt(falls.Average(each => (each - fall) * (each - fall)));
        var scatter = Math.Sqrt(gradients.Average(gradient => Math.Pow(Vectors.Distance(gradient, mean), 2)));
        return new(Most, fall, deviation / Math.Sqrt(Most - 1), Vectors.Norm(mean), scatter);
    }
}
