using CalcApi.Http;
using CalcRuns;

namespace CalcApi.Runs;

/// <summary>Runs as they are told.</summary>
internal static class RunAnswers
{
    /// <summary>How a run stands.</summary>
    /// <param name="id">The run.</param>
    /// <param name="view">How it stands.</param>
    /// <param name="limits">How long it is kept.</param>
    public static RunAnswer Of(string id, RunView view, ServiceLimits limits) => new()
    {
        Id = id,
        Kind = view.Kind,
        State = NameOf(view.Latest.Status),
        Reason = view.Latest.Reason,
        Progress = view.Latest.Share,
        Seconds = Rounded(view.Latest.Seconds),
        SecondsLeft = view.Latest.SecondsLeft is { } left ? Rounded(left) : null,
        Reached = ReachedOf(view.Latest),
        Event = view.Latest.Id,
        Asked = view.Asked,
        Ended = view.Ended,
        KeptUntil = view.Ended?.AddHours(limits.RunHours),
    };

    /// <summary>An event.</summary>
    /// <param name="told">What there is to tell.</param>
    public static RunEventAnswer Of(RunEvent told) => new()
    {
        State = NameOf(told.Status),
        Reason = told.Reason,
        Progress = told.Share,
        Seconds = Rounded(told.Seconds),
        SecondsLeft = told.SecondsLeft is { } left ? Rounded(left) : null,
        Reached = ReachedOf(told),
    };

    private static string NameOf(RunStatus status) => status switch
    {
        RunStatus.Queued => "queued",
        RunStatus.Running => "running",
        RunStatus.Done => "done",
        RunStatus.Failed => "failed",
        _ => "cancelled",
    };

    private static double Rounded(double seconds) => Math.Round(seconds, 3);

    private static Dictionary<string, double> ReachedOf(RunEvent told) => told.Reached.ToDictionary(static each => each.Name, static each => each.Value, StringComparer.Ordinal);
}
