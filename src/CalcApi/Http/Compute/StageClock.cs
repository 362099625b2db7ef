using Calculus.Budgets;

namespace CalcApi.Http.Compute;

/// <summary>How long each stage of a computation takes; what is within a stage and has a name of its own counts there alone. Belongs to one thread.</summary>
/// <param name="time">The clock.</param>
internal sealed class StageClock(TimeProvider time) : IStageObserver
{
    private static readonly int s_count = Enum.GetValues<Stage>().Length;

    private readonly long[] _stamps = new long[s_count];
    private Stage? _now;
    private long _since;

    /// <summary>Time goes on, or no longer where the stage is null.</summary>
    /// <returns>What was under way.</returns>
    public Stage? Set(Stage? stage)
    {
        var (before, now) = (_now, time.GetTimestamp());
        if (before is { } ended) _stamps[(int)ended] += now - _since;
        (_now, _since) = (stage, now);
        return before;
    }

    /// <inheritdoc/>
    public Stage Turn(Stage stage) => Set(stage) ?? Stage.Other;

    /// <summary>The stages that took time, and how long.</summary>
    public IEnumerable<(Stage Stage, TimeSpan Time)> Times
    {
        get
        {
            for (var i = 0; i < s_count; i++)
            {
                if (_stamps[i] > 0) yield return ((Stage)i, time.GetElapsedTime(0, _stamps[i]));
            }
        }
    }
}
