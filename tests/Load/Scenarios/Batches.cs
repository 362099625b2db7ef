namespace Load.Scenarios;

/// <summary>A hundred questions in one request cost no more than the same questions one by one.</summary>
internal static class Batches
{
    private const int Questions = 100;

    /// <summary>Runs it: batches and single questions in turns, by the processor time that the service takes.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        var (together, apart) = (TimeSpan.Zero, TimeSpan.Zero);
        var rounds = isShort ? 20 : 100;
        // The first rounds compile.
        for (var round = -10; round < rounds; round++)
        {
            var questions = Enumerable.Range(0, Questions).Select(static _ => Load.Questions.Light(Scenario.Number())).ToList();
            var before = service.ProcessorTime;
            await Ask(client, "/api/v1/batch", $$"""{ "requests": [{{string.Join(',', questions.Select(static question => $$"""{ "route": "derivative", "body": {{question.Body}} }"""))}}] }""");
            var middle = service.ProcessorTime;
            foreach (var (route, body) in questions) await Ask(client, route, body);
            if (round < 0) continue;
            together += middle - before;
            apart += service.ProcessorTime - middle;
        }

        report.Say("processor time of a batch of 100", together.TotalMilliseconds / rounds, "ms");
        report.Say("processor time of its questions one by one", apart.TotalMilliseconds / rounds, "ms");
        report.AtMost("batch, in times its questions", together / apart, 1.2, "");
    }

    private static async Task Ask(HttpClient client, string route, string body)
    {
        using var content = Load.Questions.Content(body);
        using var response = await client.PostAsync(new Uri(route, UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
    }
}
