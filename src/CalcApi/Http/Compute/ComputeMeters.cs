using System.Diagnostics.Metrics;
using Calculus.Budgets;

namespace CalcApi.Http.Compute;

/// <summary>What is measured of admission: how long questions are computed and on what, how many wait, how many are refused for want of room.</summary>
internal sealed class ComputeMeters
{
    private static readonly string[] s_stages = [.. Enum.GetNames<Stage>().Select(static name => name.ToLowerInvariant())];

    private readonly Meter _meter;
    private readonly Histogram<double> _duration, _wait, _share;
    private readonly Counter<long> _shed, _operations;
    private readonly Counter<double> _stages;

    /// <summary>Makes the instruments.</summary>
    public ComputeMeters(IMeterFactory meters)
    {
        _meter = meters.Create("CalcApi");
        _duration = _meter.CreateHistogram<double>("calcapi.compute.duration", "s", "How long answers are computed, without waiting.");
        _wait = _meter.CreateHistogram<double>("calcapi.wait.duration", "s", "How long questions wait for their turn, and to go on.");
        _stages = _meter.CreateCounter<double>("calcapi.stage.duration", "s", "What the time of computing is spent on.");
        _share = _meter.CreateHistogram<double>("calcapi.budget.share", "1", "How much of a limit on its work a question spends.");
        _operations = _meter.CreateCounter<long>("calcapi.operations", "{operation}", "Elementary operations that were spent on numbers.");
        _shed = _meter.CreateCounter<long>("calcapi.shed", "{request}", "Requests that were refused because the service was busy.");
    }

    /// <summary>Shows how many wait.</summary>
    public void Observe(Func<int> waiting) => _meter.CreateObservableGauge("calcapi.waiting", waiting, "{request}", "Requests that wait for a slot.");

    /// <summary>An answer was computed, or its computation ended otherwise. Called on the computing thread.</summary>
    public void Computed(Job job)
    {
        var route = Tag("route", job.Asker.Class.Route);
        _duration.Record(job.Spent.TotalSeconds, route);
        _wait.Record(job.Waited.TotalSeconds, route);
        foreach (var (stage, time) in job.Clock?.Times ?? []) _stages.Add(time.TotalSeconds, Tag("stage", s_stages[(int)stage]), route);
        Spent(job);
    }

    /// <summary>What was spent on one of its questions, if it had one.</summary>
    public void Spent(Job job)
    {
        if (job.Budget is not { } budget) return;
        _operations.Add(budget.OperationsSpent, Tag("route", job.Asker.Class.Route));
        Share("operations", budget.OperationsSpent, budget.Limits.Operations);
        Share("graphNodes", budget.NodesSpent, budget.Limits.GraphNodes);
        Share("simplificationTrials", budget.TrialsSpent, budget.Limits.SimplificationTrials);
        Share("allocatedBytes", budget.AllocatedSoFar, budget.Limits.AllocatedBytes);
    }

    /// <summary>A request was refused.</summary>
    public void Shed(string route) => _shed.Add(1, Tag("route", route));

    private void Share(string limit, double spent, double limited) => _share.Record(spent / limited, Tag("limit", limit));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
