using Calculus.Checkpoints;

namespace Calculus.Optimization;

/// <summary>One point of a descent with what was computed there.</summary>
internal sealed class Waypoint(int dimension)
{
    public int Step { get; set; }

    public double[] Point { get; } = new double[dimension];

    public double Value { get; set; }

    public double[] Gradient { get; } = new double[dimension];

    public double GradientNorm { get; set; }

    public double LearningRate { get; set; }

    /// <summary>How often f had been evaluated with its gradient when this point was reached.</summary>
    public long Evaluations { get; set; }

    public bool IsFinite => double.IsFinite(Value) && double.IsFinite(GradientNorm);

    /// <summary>Names all of it.</summary>
    public void Exchange(Snapshot snapshot)
    {
        Step = snapshot.Count(Step);
        snapshot.Numbers(Point);
        Value = snapshot.Number(Value);
        snapshot.Numbers(Gradient);
        (GradientNorm, LearningRate) = (snapshot.Number(GradientNorm), snapshot.Number(LearningRate));
        Evaluations = snapshot.Long(Evaluations);
    }

    public void CopyTo(Waypoint other)
    {
        other.Step = Step;
        Point.AsSpan().CopyTo(other.Point);
        other.Value = Value;
        Gradient.AsSpan().CopyTo(other.Gradient);
        other.GradientNorm = GradientNorm;
        other.LearningRate = LearningRate;
        other.Evaluations = Evaluations;
    }
}
