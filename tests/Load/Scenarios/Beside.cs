using System.Globalization;
using System.Text.Json;

namespace Load.Scenarios;

/// <summary>Quick questions while every thread of runs is busy take at most three times as long as while nothing else is done.</summary>
internal static class Beside
{
    /// <summary>Runs it.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        var time = TimeSpan.FromSeconds(isShort ? 10 : 60);
        await Scenario.Open(client, new Sample(), 100, TimeSpan.FromSeconds(5), Questions.Light);
        var idle = new Sample();
        await Scenario.Open(client, idle, 50, time, Questions.Light);

        var runs = new List<(string Id, string Secret)>();
        for (var i = 0; i < 8; i++)
        {
            var start = string.Join(", ", Enumerable.Repeat("0.5", 400));
            var body = string.Create(CultureInfo.InvariantCulture, $$"""{ "kind": "descent", "request": { "function": "f(w) = sum(sin(w).^2) + sum(exp(-w.^2))", "start": { "w": [{{start}}] }, "optimizer": { "name": "sgd", "lr": 1e-{{i + 5}} }, "steps": 1000000, "record": { "every": 100000 } } }""");
            using var begun = await client.PostAsync(new Uri("/api/v1/runs", UriKind.Relative), Questions.Content(body));
            using var answer = JsonDocument.Parse(await begun.Content.ReadAsStringAsync());
            runs.Add((answer.RootElement.GetProperty("id").GetString()!, answer.RootElement.GetProperty("secret").GetString()!));
        }

        var busy = new Sample();
        await Scenario.Open(client, busy, 50, time, Questions.Light);
        foreach (var (id, secret) in runs)
        {
            using var message = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/runs/{id}") { Headers = { { "Run-Secret", secret } } };
            using var gone = await client.SendAsync(message);
        }

        report.Say("idle: half of the questions within", idle.Within(0.5), "ms");
        report.Say("idle: 99 % of the questions within", idle.Within(0.99), "ms");
        report.Say("beside runs: half of the questions within", busy.Within(0.5), "ms");
        report.AtMost("beside runs: 99 % of the questions within", busy.Within(0.99), 3 * idle.Within(0.99), "ms");
        report.AtMost("beside runs: not answered", busy.Answered + busy.Failed - busy.Count(200), 0, "");
    }
}
