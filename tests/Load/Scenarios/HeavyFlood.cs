namespace Load.Scenarios;

/// <summary>A flood of the dearest questions that are allowed: light ones and the health of the service are answered beside it.</summary>
internal static class HeavyFlood
{
    /// <summary>Runs it.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        var time = TimeSpan.FromSeconds(isShort ? 8 : 30);
        await Scenario.Closed(client, new(), 4, TimeSpan.FromSeconds(2), Questions.Light);
        var (heavy, light, health) = (new Sample(), new Sample(), new Sample());
        var flood = Scenario.Closed(client, heavy, 32, time + TimeSpan.FromSeconds(2), Questions.Heavy);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var probes = Scenario.Open(client, light, 20, time, Questions.Light);
        while (!probes.IsCompleted)
        {
            await health.Get(client, "/health/live");
            await Task.Delay(100);
        }

        await Task.WhenAll(probes, flood);
        report.Say("heavy ones answered a second", heavy.Count(200) / time.TotalSeconds, "/s");
        report.Say("heavy ones refused", heavy.Count(503), "");
        report.AtMost("heavy ones answered otherwise", heavy.Wrong, 0, "");
        report.AtMost("99th percentile of light ones", light.Within(0.99), 250, "ms");
        report.AtMost("light ones refused", light.Answered - light.Count(200), 0, "");
        report.AtMost("99th percentile of the health route", health.Within(0.99), 250, "ms");
    }
}
