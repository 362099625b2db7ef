using System.Globalization;

namespace Load.Scenarios;

/// <summary>A function that nobody asked for before, again and again: memory does not grow with the number of them.</summary>
internal static class Distinct
{
    /// <summary>Runs it.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        var (step, all) = isShort ? (5_000, 20_000) : (100_000, 1_000_000);
        var (first, last) = (0.0, 0.0);
        for (var asked = step; asked <= all; asked += step)
        {
            await Ask(client, step);
            last = await Settled(service);
            if (asked == step) first = last;
            // It takes long: how far it is, and how much there is so far.
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"distinct  {asked:N0}: {last:F1} MiB"));
        }

        report.Say(string.Create(CultureInfo.InvariantCulture, $"memory after {step:N0}"), first, "MiB");
        report.AtMost(string.Create(CultureInfo.InvariantCulture, $"memory after {all:N0}, in multiples"), last / first, 1.05, "");
    }

    private static async Task Ask(HttpClient client, int count)
    {
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var sample = new Sample();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await sample.Ask(client, Questions.Distinct(Scenario.Number()));
                if (sample.Answered == 10_000) sample = new();
            }
        })));
    }

    // What is left once the service has been at rest for a while.
    private static async Task<double> Settled(Target service)
    {
        await Task.Delay(TimeSpan.FromSeconds(15));
        return service.ResidentMebibytes;
    }
}
