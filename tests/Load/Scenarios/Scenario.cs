using System.Diagnostics;

namespace Load.Scenarios;

/// <summary>A kind of load, and what has to hold under it.</summary>
/// <param name="Name">Its word on the command line.</param>
/// <param name="Run">Puts the service under it, for a short time where the last argument is true.</param>
internal sealed record Scenario(string Name, Func<Target, Report, bool, Task> Run)
{
    private static long s_number;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("crowd", Crowd.Run), new("overload", Overload.Run), new("heavy", HeavyFlood.Run), new("slow", SlowHeaders.Run),
        new("leave", Leaving.Run), new("drain", Drain.Run), new("distinct", Distinct.Run), new("batch", Batches.Run), new("runs", Beside.Run),
    ];

    /// <summary>A number that was not used before.</summary>
    public static long Number() => Interlocked.Increment(ref s_number);

    /// <summary>Clients that each ask again as soon as they have their answer.</summary>
    public static async Task Closed(HttpClient client, Sample sample, int clients, TimeSpan time, Func<long, (string, string)> question)
    {
        using var end = new CancellationTokenSource(time);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested) await sample.Ask(client, question(Number()));
        })));
    }

    /// <summary>Questions at a constant rate, whether or not those before them were answered.</summary>
    public static Task Open(HttpClient client, Sample sample, double perSecond, TimeSpan time, Func<long, (string, string)> question) =>
        Open(perSecond, time, () => sample.Ask(client, question(Number())));

    /// <summary>Requests at a constant rate, whether or not those before them were answered.</summary>
    public static async Task Open(double perSecond, TimeSpan time, Func<Task> ask)
    {
        var start = Stopwatch.GetTimestamp();
        var asked = new List<Task>();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            var due = Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond;
            while (asked.Count < due) asked.Add(Task.Run(ask));
            await Task.Delay(1);
        }

        await Task.WhenAll(asked);
    }
}
