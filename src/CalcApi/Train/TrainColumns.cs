using CalcApi.Http.Streams;
using CalcApi.Http.Trajectories;

namespace CalcApi.Train;

/// <summary>The steps of a training that wait to be sent.</summary>
/// <param name="trainer">The training, at its start.</param>
/// <param name="outlet">Where they are sent.</param>
internal sealed class TrainColumns(Trainer trainer, EventOutlet outlet)
{
    private readonly List<double> _value = [];
    private readonly List<double> _gradientNorm = [];
    private readonly List<double> _learningRate = [];
    private readonly List<double>[] _points = [.. Enumerable.Range(0, trainer.Study.Layout.Count).Select(static _ => new List<double>())];
    private readonly DrawnSteps? _drawn = trainer.DrawnSteps();
    private int _sent;

    /// <summary>Runs the training to its end and sends its kept steps with their metrics as they come.</summary>
    public void Send()
    {
        var last = -1;
        do
        {
            if (!trainer.Descent.IsKept || trainer.Descent.Step == last) continue;
            last = trainer.Descent.Step;
            Gather();
        }
        while (trainer.Run.Advance());

        // The last step is always kept.
        if (trainer.Descent.Step != last) Gather();
        Flush();
    }

    private void Gather()
    {
        if (trainer.Descent.Step <= outlet.After)
        {
            _sent = trainer.Run.Measurements.Count;
            return;
        }

        _value.Add(trainer.Descent.Value);
        _gradientNorm.Add(trainer.Descent.GradientNorm);
        _learningRate.Add(trainer.Descent.LearningRate);
        for (var i = 0; i < _points.Length; i++) _points[i].Add(trainer.Descent.Point[i]);
        _drawn?.Add(trainer.Run.Measurements[^1], trainer.Descent.Point);
        if (outlet.IsDue) Flush();
    }

    private void Flush()
    {
        if (_value.Count == 0) return;
        var metrics = Measured.Columns(trainer.Run.Measurements, _sent, _value.Count);
        outlet.Send("step", metrics.Step[^1], new TrainStepsEvent(
            new StepsEvent
            {
                Step = metrics.Step,
                Points = Trajectories.ColumnsOf(trainer.Study, _points, 0, _value.Count),
                Value = [.. _value],
                GradientNorm = [.. _gradientNorm],
                LearningRate = [.. _learningRate],
            },
            metrics,
            _drawn?.Take()));
        _sent += _value.Count;
        foreach (var column in _points.Append(_value).Append(_gradientNorm).Append(_learningRate)) column.Clear();
    }
}
