namespace Load.Scenarios;

/// <summary>Twice as many questions as the service can answer: it answers about as many as it can, soon, and refuses the rest at once.</summary>
internal static class Overload
{
    /// <summary>Runs it.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        var part = TimeSpan.FromSeconds(isShort ? 4 : 15);
        await Scenario.Closed(client, new(), 16, part, Questions.Light);
        var full = new Sample();
        var before = service.ProcessorTime;
        await Scenario.Closed(client, full, 16, part, Questions.Light);
        var capacity = full.Count(200) / part.TotalSeconds;
        var coresAtCapacity = (service.ProcessorTime - before) / part;

        var idle = new Sample();
        await Scenario.Open(client, idle, capacity / 4, part, Questions.Light);
        // What the same number of requests takes of which nothing is computed: the machine, the server and this program.
        var bare = new Sample();
        await Scenario.Open(2 * capacity, part, () => bare.Get(client, "/health/live"));

        var time = TimeSpan.FromSeconds(isShort ? 15 : 120);
        var over = new Sample();
        before = service.ProcessorTime;
        await Scenario.Open(client, over, 2 * capacity, time, Questions.Light);
        // To ask twice as often takes this program more time, which the service then does not have.
        var cores = (service.ProcessorTime - before) / time;
        var answered = over.Count(200) / time.TotalSeconds / capacity;
        report.Say("capacity", capacity, "/s");
        report.Say("cores that the service had there", coresAtCapacity, "");
        report.Say("cores that it had under overload", cores, "");
        report.Say("asked", (over.Answered + over.Failed) / time.TotalSeconds, "/s");
        report.Say("answered, in shares of the capacity", answered, "");
        report.AtLeast("answered, in shares of the capacity of those cores", answered * coresAtCapacity / cores, 0.9, "");
        report.Say("99th percentile, at a quarter of the capacity", idle.Within(0.99), "ms");
        report.Say("99th percentile of as many that ask for nothing", bare.Within(0.99), "ms");
        report.Say("median, and", over.Within(0.5), "ms");
        report.Say("99th percentile of answers", over.Within(0.99), "ms");
        report.AtMost("99th percentile of answers, in multiples of the quarter's", over.Within(0.99) / idle.Within(0.99), 3, "");
        report.Say("refused", over.Count(503), "");
        report.AtMost("99th percentile of refusals", over.Within(0.99, 503), 50, "ms");
        report.AtMost("answered otherwise", over.Wrong, 0, "");
    }
}
