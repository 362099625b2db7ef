using Calculus.Checkpoints;

namespace Calculus.Optimization.Diagnoses;

/// <summary>What a diagnosis needs to know about a path: its ends, its extremes, and its last steps one by one.</summary>
/// <param name="landscape">What F is.</param>
/// <param name="dimension">The number of coordinates.</param>
internal sealed class PathSummary(Landscape landscape, int dimension)
{
    /// <summary>How many of the last steps are examined one by one.</summary>
    public const int WindowLength = 32;

    private readonly Queue<StepSummary> _window = new(WindowLength);
    private readonly double[] _gradient = new double[dimension];
    private readonly double[] _previousGradient = new double[dimension];
    private readonly double[] _change = new double[dimension];
    private readonly bool[] _hasSlope = new bool[dimension];
    private StepSummary? _last;

    /// <summary>What F is.</summary>
    public Landscape Landscape { get; } = landscape;

    /// <summary>The number of steps.</summary>
    public int Steps { get; private set; }

    /// <summary>F at the start.</summary>
    public double StartValue { get; private set; }

    /// <summary>F at the last point where it is finite.</summary>
    public double EndValue { get; private set; }

    /// <summary>The lowest F of all points.</summary>
    public double LowestValue { get; private set; }

    /// <summary>f at the last point.</summary>
    public double EndFunction { get; private set; }

    /// <summary>‖∇F‖ at the start, over the coordinates that the box does not hold.</summary>
    public double StartGradientNorm { get; private set; }

    /// <summary>The largest of these norms.</summary>
    public double LargestGradientNorm { get; private set; }

    /// <summary>The last of these norms.</summary>
    public double EndGradientNorm { get; private set; }

    /// <summary>The second derivative along the steps.</summary>
    public CurvatureAlongPath? Curvature { get; private set; }

    /// <summary>The last steps, the oldest first.</summary>
    public IReadOnlyCollection<StepSummary> Window => _window;

    /// <summary>The mean length of the last steps; 0 without steps.</summary>
    public double MeanLength => _window.Count == 0 ? 0 : _window.Average(static step => step.Length);

    /// <summary>The mean of F after the last steps; F at the start without steps.</summary>
    public double MeanValue => _window.Count == 0 ? EndValue : _window.Average(static step => step.ValueAfter);

    /// <summary>The mean of f after the last steps; f at the start without steps.</summary>
    public double MeanFunction => _window.Count == 0 ? EndFunction : _window.Average(static step => step.FunctionAfter);

    /// <summary>The coordinates by which f had no slope at any point: every derivative was exactly 0.</summary>
    public IEnumerable<int> Silent => Enumerable.Range(0, dimension).Where(i => !_hasSlope[i]);

    /// <summary>True where four of five of the last steps turn back.</summary>
    public bool Alternates => _window.Count > 1 && _window.Skip(1).Count(static step => step.Turn < -0.5) >= 0.8 * (_window.Count - 1);

    /// <summary>True where the last steps go back and forth, or round and back.</summary>
    public bool IsSwinging => Alternates || (_window.Count >= 8 && Vectors.Norm(Net()) < 0.2 * _window.Sum(static step => step.Length));

    /// <summary>The share of the last steps on which F rises; 0 without steps.</summary>
    public double Rises => _window.Count == 0 ? 0 : (double)_window.Count(static step => step.ValueAfter > step.ValueBefore) / _window.Count;

    /// <summary>The sum of the last steps.</summary>
    public double[] Net()
    {
        var net = new double[dimension];
        foreach (var step in _window)
        {
            for (var i = 0; i < net.Length; i++) net[i] += step.Move[i];
        }

        return net;
    }

    /// <summary>Stands at the start.</summary>
    public void Begin(Waypoint start)
    {
        StartValue = EndValue = LowestValue = Landscape.Value(start.Point, start.Value);
        EndFunction = start.Value;
        Landscape.FromGradient(start.Point, start.Gradient, _gradient);
        StartGradientNorm = LargestGradientNorm = EndGradientNorm = Landscape.SlopeNorm(start.Point, _gradient);
        NoteSlopes(start);
    }

    /// <summary>Takes a step.</summary>
    public void Add(Waypoint from, Waypoint to)
    {
        _gradient.CopyTo(_previousGradient, 0);
        Landscape.FromGradient(to.Point, to.Gradient, _gradient);

        // The oldest of the last steps makes room.
        var step = _window.Count < WindowLength ? new StepSummary(new double[dimension]) : _window.Dequeue();
        var last = _last;
        var move = step.Move;
        for (var i = 0; i < move.Length; i++)
        {
            move[i] = to.Point[i] - from.Point[i];
            _change[i] = _gradient[i] - _previousGradient[i];
        }

        var length = Vectors.Norm(move);
        var value = Landscape.Value(to.Point, to.Value);
        var gradientNorm = Landscape.SlopeNorm(to.Point, _gradient);
        var turn = 0.0;
        if (length > 0 && last is { Length: > 0 }) turn = Vectors.Dot(move, last.Move) / length / last.Length;

        (step.Length, step.Turn, step.ValueBefore, step.ValueAfter, step.FunctionAfter) = (length, turn, EndValue, value, to.Value);
        (step.GradientBefore, step.GradientAfter, step.Predicted) = (EndGradientNorm, gradientNorm, -Vectors.Dot(_previousGradient, move));
        _window.Enqueue(_last = step);

        (EndValue, EndFunction, EndGradientNorm) = (value, to.Value, gradientNorm);
        LowestValue = Math.Min(LowestValue, value);
        LargestGradientNorm = Math.Max(LargestGradientNorm, gradientNorm);
        Steps++;
        NoteSlopes(to);
        AddCurvature(Vectors.Dot(_change, move) / length / length, length, to);
    }

    /// <summary>Names all that it knows.</summary>
    public void Exchange(Snapshot snapshot)
    {
        (Steps, StartValue, EndValue, LowestValue) = (snapshot.Count(Steps), snapshot.Number(StartValue), snapshot.Number(EndValue), snapshot.Number(LowestValue));
        (EndFunction, StartGradientNorm) = (snapshot.Number(EndFunction), snapshot.Number(StartGradientNorm));
        (LargestGradientNorm, EndGradientNorm) = (snapshot.Number(LargestGradientNorm), snapshot.Number(EndGradientNorm));
        snapshot.Numbers(_gradient);
        for (var i = 0; i < _hasSlope.Length; i++) _hasSlope[i] = snapshot.Flag(_hasSlope[i]);
        Curvature = snapshot.Flag(Curvature is not null)
            ? new(snapshot.Number(Curvature?.First ?? 0), snapshot.Number(Curvature?.Last ?? 0), snapshot.Number(Curvature?.Largest ?? 0))
            : null;
        var steps = _window.ToList();
        snapshot.List(steps, (each, step) => (step ?? new StepSummary(new double[dimension])).Exchanged(each));
        if (!snapshot.IsReading) return;
        _window.Clear();
        foreach (var step in steps) _window.Enqueue(step);
        _last = steps.Count == 0 ? null : steps[^1];
    }

    private void NoteSlopes(Waypoint at)
    {
        for (var i = 0; i < _hasSlope.Length; i++) _hasSlope[i] |= at.Gradient[i] != 0;
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

/// <summary>One step of a path; it is used again once the path is a window further.</summary>
/// <param name="move">The step itself.</param>
internal sealed class StepSummary(double[] move)
{
    /// <summary>The step itself.</summary>
    public double[] Move { get; } = move;

    /// <summary>Its length.</summary>
    public double Length { get; set; }

    /// <summary>The cosine of its angle to the step before; 0 for the first.</summary>
    public double Turn { get; set; }

    /// <summary>F where it began.</summary>
    public double ValueBefore { get; set; }

    /// <summary>F where it ended.</summary>
    public double ValueAfter { get; set; }

    /// <summary>f where it ended.</summary>
    public double FunctionAfter { get; set; }

    /// <summary>‖∇F‖ where it began.</summary>
    public double GradientBefore { get; set; }

    /// <summary>‖∇F‖ where it ended.</summary>
    public double GradientAfter { get; set; }

    /// <summary>The decrease that the gradient promised, −∇F · step.</summary>
    public double Predicted { get; set; }

    /// <summary>Names all of it.</summary>
    public StepSummary Exchanged(Snapshot snapshot)
    {
        snapshot.Numbers(Move);
        (Length, Turn) = (snapshot.Number(Length), snapshot.Number(Turn));
        (ValueBefore, ValueAfter, FunctionAfter) = (snapshot.Number(ValueBefore), snapshot.Number(ValueAfter), snapshot.Number(FunctionAfter));
        (GradientBefore, GradientAfter, Predicted) = (snapshot.Number(GradientBefore), snapshot.Number(GradientAfter), snapshot.Number(Predicted));
        return this;
    }
}
