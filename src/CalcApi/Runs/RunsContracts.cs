using System.Text.Json;

namespace CalcApi.Runs;

/// <summary>Asks for long work that outlives the connection and the process.</summary>
public sealed record RunRequest
{
    /// <summary>The kind of work: descent, compare, map, train or critical-points.</summary>
    public required string Kind { get; init; }

    /// <summary>The request, as the route of that kind takes it: descent, descent/compare, descent/map, train or critical-points.</summary>
    public required JsonElement Request { get; init; }
}

/// <summary>How a run stands.</summary>
public sealed record RunAnswer
{
    /// <summary>What it is called; whoever knows it may read the run.</summary>
    public required string Id { get; init; }

    /// <summary>What is sent in the header Run-Secret to cancel the run. It is told only where the run is asked for.</summary>
    public string? Secret { get; init; }

    /// <summary>The kind of work; left out where what was kept of the run cannot be read.</summary>
    public string? Kind { get; init; }

    /// <summary>queued, running, done, failed or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Why it failed, in words; left out where it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>Which part of the work is done, from 0 to 1; left out where nobody can tell.</summary>
    public double? Progress { get; init; }

    /// <summary>For how many seconds it has been computed.</summary>
    public required double Seconds { get; init; }

    /// <summary>For how many seconds it will still be computed if it goes on as it did; left out where nobody can tell. Waiting for its turn comes on top.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>What was reached so far, by name, such as step and value.</summary>
    public required IReadOnlyDictionary<string, double> Reached { get; init; }

    /// <summary>The number of the last event.</summary>
    public required long Event { get; init; }

    /// <summary>When it was asked for; left out where what was kept of the run cannot be read.</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>When it came to its end.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Until when it is kept.</summary>
    public DateTimeOffset? KeptUntil { get; init; }
}

/// <summary>What an event of a run tells: how it stands from then on. Its id is the number of the event.</summary>
public sealed record RunEventAnswer
{
    /// <summary>queued, running, done, failed or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Why it failed, in words; left out where it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>Which part of the work is done, from 0 to 1; left out where nobody can tell.</summary>
    public double? Progress { get; init; }

    /// <summary>For how many seconds it has been computed.</summary>
    public required double Seconds { get; init; }

    /// <summary>For how many seconds it will still be computed if it goes on as it did; left out where nobody can tell.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>What was reached so far, by name.</summary>
    public required IReadOnlyDictionary<string, double> Reached { get; init; }
}
