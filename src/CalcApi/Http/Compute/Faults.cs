using System.Diagnostics.Metrics;
using Calculus.Budgets;

namespace CalcApi.Http.Compute;

/// <summary>Logs and counts the mistakes of the library that answers survive: the counter <c>calcapi.faults</c>, by part.</summary>
internal sealed partial class Faults : IFaultObserver
{
    private readonly ILogger<Faults> _log;
    private readonly Counter<long> _count;

    /// <summary>Makes the counter.</summary>
    public Faults(ILogger<Faults> log, IMeterFactory meters) =>
        (_log, _count) = (log, meters.Create("CalcApi").CreateCounter<long>("calcapi.faults", "{fault}", "Parts of answers that were left out because of an error in the service."));

    /// <inheritdoc/>
    public void Report(string part, Exception fault)
    {
        _count.Add(1, new KeyValuePair<string, object?>("part", part));
        LogFault(fault, part);
    }

    [LoggerMessage(LogLevel.Error, "An answer went without {Part} because of an error in the service.")]
    private partial void LogFault(Exception exception, string part);
}
