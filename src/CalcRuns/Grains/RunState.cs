using CalcRuns.Stores;

namespace CalcRuns.Grains;

/// <summary>What is kept of a run while it goes on. What is written by one version of the service is read by the next: members are added, and none is given another meaning.</summary>
[GenerateSerializer, Alias("CalcRuns.RunState")]
internal sealed class RunState : IKeptState
{
    /// <summary>How many events are kept for readers who come back.</summary>
    public const int Window = 128;

    /// <summary>Where it goes on: empty at its start and once it is over.</summary>
    [Id(0)]
    public byte[] State { get; set; } = [];

    /// <summary>The last events, in order; there is always one.</summary>
    [Id(1)]
    public List<RunEvent> Events { get; set; } = [];

    /// <summary>When it came to its end.</summary>
    [Id(2)]
    public DateTimeOffset? Ended { get; set; }

    /// <summary>The seconds that earlier attempts have computed up to the state.</summary>
    [Id(3)]
    public double Seconds { get; set; }

    /// <summary>True from the moment it was asked to end.</summary>
    [Id(4)]
    public bool IsCancelled { get; set; }

    /// <summary>Where its tiles begin, and where the last of them ends; none where it was not divided.</summary>
    [Id(5)]
    public int[] Bounds { get; set; } = [];

    /// <summary>The first tile that was begun elsewhere: all after it were begun too, and what is before it the run computes itself.</summary>
    [Id(6)]
    public int FirstBegun { get; set; }

    /// <inheritdoc/>
    [field: NonSerialized]
    public Exception? Fault { get; set; }

    /// <summary>The last event.</summary>
    public RunEvent Latest => Events[^1];

    /// <summary>Tells what there is to tell now.</summary>
    public void Tell(RunEvent told)
    {
        Events.Add(told with { Id = Events.Count == 0 ? 1 : Latest.Id + 1 });
        if (Events.Count > Window) Events.RemoveRange(0, Events.Count - Window);
    }
}

/// <summary>A value of the store that may not be there yet.</summary>
/// <typeparam name="T">What it is.</typeparam>
[GenerateSerializer, Alias("CalcRuns.Kept`1")]
internal sealed class Kept<T> : IKeptState
    where T : class
{
    /// <summary>The value; null where there is none.</summary>
    [Id(0)]
    public T? Value { get; set; }

    /// <inheritdoc/>
    [field: NonSerialized]
    public Exception? Fault { get; set; }
}
