using System.Diagnostics;
using CalcApi.Tests;

namespace Load.Clusters;

/// <summary>What runs cost a service that starts: side by side with one that has none.</summary>
internal static class Starting
{
    /// <summary>Runs it.</summary>
    /// <param name="folder">Where the service was published to.</param>
    /// <param name="report">Its figures.</param>
    /// <param name="times">How often each is started.</param>
    public static async Task Run(string folder, Report report, int times)
    {
        var (without, with, opened) = (new List<(double Seconds, double Memory)>(), new List<(double Seconds, double Memory)>(), new List<double>());
        for (var i = 0; i < times; i++)
        {
            without.Add(await One(folder, null, opened));
            var runs = Directory.CreateTempSubdirectory("runs");
            with.Add(await One(folder, runs.FullName, opened));
            runs.Delete(recursive: true);
        }

        report.Say("without runs: ready after, median", Median(without.Select(static each => each.Seconds)), "s");
        report.Say("without runs: memory, median", Median(without.Select(static each => each.Memory)), "MiB");
        report.Say("with runs: runs can be begun after, median", Median(opened), "s");
        report.AtMost("runs: ready later by, median", Median(with.Select(static each => each.Seconds)) - Median(without.Select(static each => each.Seconds)), 1.5, "s");
        report.AtMost("runs: more memory, median", Median(with.Select(static each => each.Memory)) - Median(without.Select(static each => each.Memory)), 65, "MiB");
    }

    private static async Task<(double Seconds, double Memory)> One(string folder, string? runs, List<double> opened)
    {
        var start = Stopwatch.GetTimestamp();
        await using var service = await OwnProcess.Listens(folder, "env", $"Runs__Enabled={runs is not null}", $"Runs__Folder={runs}");
        async Task<double> Until(string address, Func<int, bool> holds)
        {
            while (true)
            {
                using var answer = await service.Client.GetAsync(new Uri(address, UriKind.Relative));
                if (holds((int)answer.StatusCode)) return Stopwatch.GetElapsedTime(start).TotalSeconds;
                await Task.Delay(20);
            }
        }

        var isOpen = runs is null ? Task.FromResult(0.0) : Until($"/api/v1/runs/{new string('0', 32)}", static status => status == 404);
        var ready = await Until("/health/ready", static status => status == 200);
        if (runs is not null) opened.Add(await isOpen);
        await Task.Delay(TimeSpan.FromSeconds(3));
        return (ready, service.Resident / 1048576.0);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
