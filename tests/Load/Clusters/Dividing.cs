using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CalcApi.Tests.Runs;

namespace Load.Clusters;

/// <summary>How much sooner a map is done where services that have nothing else to do compute tiles of it: with one, two and three, each of which computes on one thread.</summary>
internal static class Dividing
{
    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs it.</summary>
    /// <param name="folder">Where the service was published to.</param>
    /// <param name="report">Its figures.</param>
    /// <param name="times">How often each is measured, in turns.</param>
    public static async Task Run(string folder, Report report, int times)
    {
        var seconds = new List<double>[3];
        for (var count = 1; count <= seconds.Length; count++) seconds[count - 1] = [];
        var results = new HashSet<string>(StringComparer.Ordinal);
        for (var time = 0; time < times; time++)
        {
            for (var count = 1; count <= seconds.Length; count++)
            {
                await using var cluster = await Cluster.Start(count, folder, "Limits__RunSlots=1", "Limits__RunSeconds=600", "Logging__LogLevel__Default=Error", "Logging__LogLevel__Microsoft.Hosting.Lifetime=Information");
                for (var which = 0; which < count; which++) await Ready(cluster[which]!.Client);
                // They get to know one another, and all have run the code that counts.
                await One(cluster[0]!.Client, 100, 6_000);
                var (took, result) = await One(cluster[0]!.Client, 150, 18_000);
                seconds[count - 1].Add(took);
                results.Add(result);
            }
        }

        for (var count = 1; count <= seconds.Length; count++)
        {
            report.Say(string.Create(CultureInfo.InvariantCulture, $"services: {count}, a map after, median"), Median(seconds[count - 1]), "s");
            report.Say(string.Create(CultureInfo.InvariantCulture, $"services: {count}, times as fast as one"), Median(seconds[0]) / Median(seconds[count - 1]), "");
        }

        report.AtMost("different results", results.Count, 1, "");
    }

    private static async Task Ready(HttpClient client)
    {
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(s_again);
        }
    }

    private static async Task<(double Seconds, string Result)> One(HttpClient client, int side, int steps)
    {
        var start = Stopwatch.GetTimestamp();
        using var begun = await client.PostAsync(new Uri("/api/v1/runs", UriKind.Relative), Questions.Content($$"""{ "kind": "map", "request": {{Requests.Map(side, steps)}} }"""));
        begun.EnsureSuccessStatusCode();
        using var told = JsonDocument.Parse(await begun.Content.ReadAsStringAsync());
        var result = new Uri($"/api/v1/runs/{told.RootElement.GetProperty("id").GetString()}/result", UriKind.Relative);
        while (true)
        {
            using var answer = await client.GetAsync(result);
            if (answer.IsSuccessStatusCode) return (Stopwatch.GetElapsedTime(start).TotalSeconds, await answer.Content.ReadAsStringAsync());
            if ((int)answer.StatusCode is not 409 and not 503) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            await Task.Delay(s_again);
        }
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
