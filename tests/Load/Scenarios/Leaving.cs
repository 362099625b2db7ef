namespace Load.Scenarios;

/// <summary>Clients that leave in the middle of a heavy question: the core is free soon after.</summary>
internal static class Leaving
{
    /// <summary>Runs it.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        // What the runtime still compiles for the first of them is not theirs.
        for (var i = 0; i < 60; i++) await new Sample().Ask(client, Questions.Heavy(Scenario.Number()));
        await Task.Delay(TimeSpan.FromSeconds(2));
        var (sample, worst) = (new Sample(), 0.0);
        for (var i = 0; i < (isShort ? 10 : 100); i++)
        {
            using var leaves = new CancellationTokenSource(TimeSpan.FromMilliseconds(60));
            await sample.Ask(client, Questions.Heavy(Scenario.Number()), leaves.Token);
            await Task.Delay(100);
            var before = service.ProcessorTime;
            await Task.Delay(200);
            worst = Math.Max(worst, (service.ProcessorTime - before).TotalMilliseconds);
        }

        report.AtMost("processor time from 100 to 300 ms after, at most", worst, 50, "ms");
        report.Say("answered before the client left", sample.Answered, "");
    }
}
