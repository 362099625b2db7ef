namespace Calculus.Optimization.Diagnoses;

/// <summary>What a diagnosis needs to know about a path: its ends, its extremes, and its last steps one by one.</summary>
internal sealed class PathSummary(Landscape landscape)
{
    /// <summary>How many of the last steps are examined one by one.</summary>
    public const int WindowLength = 32;

    private readonly Queue<StepSummary> _window = new(WindowLength + 1);
    private readonly double[] _gradient = new double[landscape.Dimension];
    private double[] _previousGradient = [];

    public Landscape Landscape { get; } = landscape;

    public double StartValue { get; private set; }

    public double EndValue { get; private set; }

    public double StartGradientNorm { get; private set; }

    public double LargestGradientNorm { get; private set; }

    public double EndGradientNorm { get; private set; }

    public double Length { get; private set; }

    public CurvatureAlongPath? Curvature { get; private set; }

    public IReadOnlyCollection<StepSummary> Window => _window;

    public void Begin(Waypoint start)
    {
        StartValue = EndValue = Landscape.Value(start.Point, start.Value);
        Landscape.FromGradient(start.Point, start.Gradient, _gradient);
        StartGradientNorm = LargestGradientNorm = EndGradientNorm = Vectors.Norm(_gradient);
        _previousGradient = [.. _gradient];
    }

    public void Add(Waypoint from, Waypoint to)
    {
        _gradient.CopyTo(_previousGradient, 0);
        Landscape.FromGradient(to.Point, to.Gradient, _gradient);

        var n = to.Point.Length;
        var move = new double[n];
        var change = new double[n];
        for (var i = 0; i < n; i++)
        {
            move[i] = to.Point[i] - from.Point[i];
            change[i] = _gradient[i] - _previousGradient[i];
        }

        var length = Vectors.Norm(move);
        var value = Landscape.Value(to.Point, to.Value);
        var gradientNorm = Vectors.Norm(_gradient);
        var turn = 0.0;
        if (_window.Count > 0 && length > 0)
        {
            var last = _window.Last();
            turn = Vectors.Dot(move, last.Move) / length / last.Length;
        }

        _window.Enqueue(new(move, length, turn, EndValue, value, EndGradientNorm, gradientNorm, -Vectors.Dot(_previousGradient, move)));
        if (_window.Count > WindowLength) _window.Dequeue();

        EndValue = value;
        EndGradientNorm = gradientNorm;
        LargestGradientNorm = Math.Max(LargestGradientNorm, gradientNorm);
        Length += length;
        AddCurvature(Vectors.Dot(change, move) / length / length, length, to);
    }

    // ∇²F averaged over the step, along the step. Below a millionth of the point's size the gradients' rounding would show.
    private void AddCurvature(double curvature, double length, Waypoint to)
    {
        if (!double.IsFinite(curvature) || length <= 1e-6 * Vectors.Norm(to.Point)) return;
        Curvature = Curvature is null
            ? new(curvature, curvature, curvature)
            : Curvature with { Last = curvature, Largest = Math.Max(Curvature.Largest, curvature) };
    }
}

/// <summary>One step of a path.</summary>
/// <param name="Move">The step itself.</param>
/// <param name="Length">Its length.</param>
/// <param name="Turn">The cosine of its angle to the step before; 0 for the first.</param>
/// <param name="ValueBefore">F where it began.</param>
/// <param name="ValueAfter">F where it ended.</param>
/// <param name="GradientBefore">‖∇F‖ where it began.</param>
/// <param name="GradientAfter">‖∇F‖ where it ended.</param>
/// <param name="Predicted">The decrease that the gradient promised, −∇F · step.</param>
internal sealed record StepSummary(
    double[] Move, double Length, double Turn, double ValueBefore, double ValueAfter,
    double GradientBefore, double GradientAfter, double Predicted);
