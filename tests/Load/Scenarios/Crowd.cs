namespace Load.Scenarios;

/// <summary>Sixty-four clients with light questions: nobody is refused, and nobody waits for much longer than a fair share.</summary>
internal static class Crowd
{
    private const int Clients = 64;

    /// <summary>Runs it.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        await Scenario.Closed(client, new(), Clients, TimeSpan.FromSeconds(isShort ? 2 : 10), Questions.Light);
        var time = TimeSpan.FromSeconds(isShort ? 5 : 30);
        var sample = new Sample();
        await Scenario.Closed(client, sample, Clients, time, Questions.Light);
        var perSecond = sample.Count(200) / time.TotalSeconds;
        report.Say("answers a second", perSecond, "/s");
        report.AtMost("refused", sample.Answered - sample.Count(200) + sample.Failed, 0, "");
        report.AtMost("99th percentile, in fair shares of the time", sample.Within(0.99) / (Clients * 1000 / perSecond), 3, "");
        report.Say("99th percentile", sample.Within(0.99), "ms");
    }
}
