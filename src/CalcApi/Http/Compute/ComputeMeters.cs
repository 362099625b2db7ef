using System.Diagnostics.Metrics;

namespace CalcApi.Http.Compute;

/// <summary>What is measured of admission: how long questions are computed, how many wait, how many are refused for want of room.</summary>
internal sealed class ComputeMeters
{
    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _wait;
    private readonly Counter<long> _shed, _operations;

    /// <summary>Makes the instruments.</summary>
    public ComputeMeters(IMeterFactory meters)
    {
        _meter = meters.Create("CalcApi");
        _duration = _meter.CreateHistogram<double>("calcapi.compute.duration", "s", "How long answers are computed, without waiting.");
        _wait = _meter.CreateHistogram<double>("calcapi.wait.duration", "s", "How long questions wait for their turn, and to go on.");
        _operations = _meter.CreateCounter<long>("calcapi.operations", "{operation}", "Elementary operations that were spent on numbers.");
        _shed = _meter.CreateCounter<long>("calcapi.shed", "{request}", "Requests that were refused because the service was busy.");
    }

    /// <summary>Shows how many wait.</summary>
    public void Observe(Func<int> waiting) => _meter.CreateObservableGauge("calcapi.waiting", waiting, "{request}", "Requests that wait for a slot.");

    /// <summary>An answer was computed, or its computation ended otherwise.</summary>
    /// <param name="route">Of which route.</param>
    /// <param name="spent">How long it was computed.</param>
    /// <param name="waited">How long it waited.</param>
    /// <param name="operations">What was spent of its budget on numbers.</param>
    public void Computed(string route, TimeSpan spent, TimeSpan waited, long operations)
    {
        _duration.Record(spent.TotalSeconds, Tag(route));
        _wait.Record(waited.TotalSeconds, Tag(route));
        _operations.Add(operations, Tag(route));
    }

    /// <summary>A request was refused.</summary>
    public void Shed(string route) => _shed.Add(1, Tag(route));

    private static KeyValuePair<string, object?> Tag(string route) => new("route", route);
}
