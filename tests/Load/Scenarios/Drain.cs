using System.Diagnostics;

namespace Load.Scenarios;

/// <summary>The service is asked to end under load: what it has begun it answers, and then it ends.</summary>
internal static class Drain
{
    /// <summary>Runs it.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        var broken = 0;
        using var end = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                using var content = Questions.Content(Questions.Light(Scenario.Number()).Body);
                try
                {
                    using var answer = await client.PostAsync(new Uri("/api/v1/derivative", UriKind.Relative), content);
                    if ((int)answer.StatusCode is not (200 or 503)) Interlocked.Increment(ref broken);
                    // As a proxy does that sees the service on its way out.
                    if (answer.Headers.ConnectionClose == true) return;
                }
                catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
                {
                    // Not taken in: a proxy sends it elsewhere.
                    return;
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref broken);
                    return;
                }
            }
        })).ToArray();
        await Task.Delay(TimeSpan.FromSeconds(isShort ? 2 : 10));
        var start = Stopwatch.GetTimestamp();
        var code = await service.Terminate();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await end.CancelAsync();
        await Task.WhenAll(clients);
        report.AtMost("requests that were taken in and not answered", broken, 0, "");
        report.AtMost("time until it had ended", seconds, 30, "s");
        report.AtMost("exit code", code, 0, "");
    }
}
