using System.Collections.Immutable;
using Calculus.Checkpoints;
using Calculus.Optimization.Diagnoses;

namespace Calculus.Optimization;

/// <summary>Collects the kept points of a descent.</summary>
internal sealed class TrajectoryRecord
{
    private readonly RecordOptions _options;
    private readonly Column<int> _step;
    private readonly Column<long> _evaluations;
    private readonly Column<double> _value;
    private readonly Column<double> _gradientNorm;
    private readonly Column<double> _learningRate;
    private readonly Column<double>[] _points;
    private readonly Optimizer _optimizer;
    private readonly int _every;
    private readonly Dictionary<string, List<double[]>> _internals = new(StringComparer.Ordinal);
    private double _stepLength;
    private double _curvature = double.NaN;

    /// <summary>An empty record.</summary>
    /// <param name="options">What is kept.</param>
    /// <param name="steps">The most steps that can come.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="optimizer">Whose internals are kept.</param>
    public TrajectoryRecord(RecordOptions options, int steps, int dimension, Optimizer optimizer)
    {
        (_options, _optimizer, _every) = (options, optimizer, options.Every);
        // The start, every step whose turn it is, and the last.
        var most = (int)Math.Min(options.Limit + 1L, (steps / options.Every) + 2L);
        (_step, _evaluations, _value, _gradientNorm, _learningRate) = (new(most), new(most), new(most), new(most), new(most));
        _points = new Column<double>[dimension];
        for (var i = 0; i < dimension; i++) _points[i] = new(most);
    }

    /// <summary>True where the last point offered was kept.</summary>
    public bool KeptLast { get; private set; }

    /// <summary>Measures the step that was made, where internals are kept.</summary>
    /// <param name="from">Where it began.</param>
    /// <param name="to">Where it ended.</param>
    public void Measure(Waypoint from, Waypoint to)
    {
        if (!_options.Internals) return;
        var move = new double[_points.Length];
        var change = new double[_points.Length];
        for (var i = 0; i < move.Length; i++) (move[i], change[i]) = (to.Point[i] - from.Point[i], to.Gradient[i] - from.Gradient[i]);
        _stepLength = Vectors.Norm(move);
        _curvature = Vectors.Dot(change, move) / _stepLength / _stepLength;
    }

    /// <summary>Names all that was kept.</summary>
    public void Exchange(Snapshot snapshot)
    {
        _step.Exchange(snapshot, static (each, entry) => each.Count(entry));
        _evaluations.Exchange(snapshot, static (each, entry) => each.Long(entry));
        foreach (var column in _points.Append(_value).Append(_gradientNorm).Append(_learningRate)) column.Exchange(snapshot, static (each, entry) => each.Number(entry));
        (KeptLast, _stepLength, _curvature) = (snapshot.Flag(KeptLast), snapshot.Number(_stepLength), snapshot.Number(_curvature));
        List<string> names = [.. _internals.Keys.Order(StringComparer.Ordinal)];
        snapshot.List(names, static (each, name) => each.Text(name ?? ""));
        foreach (var name in names)
        {
            if (snapshot.IsReading) _internals[name] = [];
            snapshot.List(_internals[name], static (each, row) => each.Array(row ?? []));
        }
    }

    /// <summary>Keeps the point if it is its turn.</summary>
    public void Offer(Waypoint at)
    {
        KeptLast = (_every == 1 || at.Step % _every == 0) && _step.Count < _options.Limit;
        if (KeptLast) Keep(at);
    }

    /// <summary>Keeps the last point, unless it is kept already.</summary>
    public void Close(Waypoint last)
    {
        if (_step.Count == 0 || _step.Last != last.Step) Keep(last);
    }

    public Trajectory ToTrajectory(string optimizer, Stop stop, BestPoint best, long evaluations, Diagnosis? diagnosis) => new()
    {
        Optimizer = optimizer,
        Step = _step.Close(),
        Points = [.. _points.Select(static column => column.Close())],
        Value = _value.Close(),
        GradientNorm = _gradientNorm.Close(),
        LearningRate = _learningRate.Close(),
        EvaluationsAt = _evaluations.Close(),
        Internals = _internals.ToImmutableDictionary(static each => each.Key, static each => each.Value.Select(static row => row.ToImmutableArray()).ToImmutableArray(), StringComparer.Ordinal),
        Stop = stop,
        Best = best,
        Evaluations = evaluations,
        Diagnosis = diagnosis,
    };

    private void Keep(Waypoint at)
    {
        _step.Add(at.Step);
        _evaluations.Add(at.Evaluations);
        _value.Add(at.Value);
        _gradientNorm.Add(at.GradientNorm);
        _learningRate.Add(at.LearningRate);
        for (var i = 0; i < _points.Length; i++) _points[i].Add(at.Point[i]);
        if (!_options.Internals) return;
        foreach (var state in _optimizer.Internals.Append(new("step_length", [_stepLength])).Append(new("curvature", [_curvature])))
        {
            if (!_internals.TryGetValue(state.Name, out var rows)) _internals[state.Name] = rows = [];
            rows.Add([.. state.Values]);
        }
    }
}
