using CalcApi.Http.Streams;
using Calculus;
using Calculus.Optimization;

namespace CalcApi.Http.Trajectories;

/// <summary>The steps of a descent that wait to be sent.</summary>
/// <param name="study">The function.</param>
/// <param name="outlet">Where they are sent.</param>
internal sealed class StepColumns(Study study, EventOutlet outlet)
{
    // So many that an event stays small enough to be drawn at once.
    private const int MostSteps = 1_000;

    private readonly List<int> _step = [];
    private readonly List<double> _value = [];
    private readonly List<double> _gradientNorm = [];
    private readonly List<double> _learningRate = [];
    private readonly List<double>[] _points = [.. Enumerable.Range(0, study.Layout.Count).Select(static _ => new List<double>())];

    /// <summary>Runs a descent to its end and sends its kept steps as they come.</summary>
    /// <param name="run">The descent, at its start.</param>
    /// <returns>What was kept.</returns>
    public Trajectory Send(DescentRun run)
    {
        var last = -1;
        do
        {
            if (!run.IsKept) continue;
            last = run.Step;
            Gather(run);
        }
        while (run.Advance());

        // The last step is always kept, and so is a point at which the function has no value.
        if (run.Step != last) Gather(run);
        Flush();
        return run.End();
    }

    private void Gather(DescentRun run)
    {
        if (run.Step <= outlet.After) return;
        _step.Add(run.Step);
        _value.Add(run.Value);
        _gradientNorm.Add(run.GradientNorm);
        _learningRate.Add(run.LearningRate);
        for (var i = 0; i < _points.Length; i++) _points[i].Add(run.Point[i]);
        if (outlet.IsDue) Flush();
    }

    private void Flush()
    {
        for (var from = 0; from < _step.Count; from += MostSteps)
        {
            var count = Math.Min(MostSteps, _step.Count - from);
            outlet.Send("step", _step[from + count - 1], new StepsEvent
            {
                Step = _step.GetRange(from, count),
                Points = Trajectories.ColumnsOf(study, _points, from, count),
                Value = _value.GetRange(from, count),
                GradientNorm = _gradientNorm.GetRange(from, count),
                LearningRate = _learningRate.GetRange(from, count),
            });
        }

        foreach (var column in _points.Append(_value).Append(_gradientNorm).Append(_learningRate)) column.Clear();
        _step.Clear();
    }
}
