using System.Globalization;

namespace Load.Scenarios;

/// <summary>A function that nobody asked for before, again and again: memory does not grow with the number of them.</summary>
internal static class Distinct
{
    /// <summary>Runs it.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        var (first, all) = isShort ? (5_000, 20_000) : (100_000, 1_000_000);
        await Ask(client, first);
        var before = await Settled(service);
        await Ask(client, all - first);
        var after = await Settled(service);
        report.Say(string.Create(CultureInfo.InvariantCulture, $"memory after {first:N0}"), before, "MiB");
        report.AtMost(string.Create(CultureInfo.InvariantCulture, $"memory after {all:N0}, in multiples"), after / before, 1.05, "");
    }

    private static async Task Ask(HttpClient client, int count)
    {
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var sample = new Sample();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await sample.Ask(client, Questions.Light(Scenario.Number()));
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
