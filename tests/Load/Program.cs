using System.Diagnostics;
using System.Globalization;
using Load;
using Load.Clusters;
using Load.Scenarios;

// Starts the published service as a process of its own and puts it under load, one scenario after another; each prints its figures and whether
// they are as they should be. --short takes seconds instead of minutes. --apart gives the service the first core and the load the others, so that
// neither takes time from the other; without it they share all cores. --chaos, --divide, --start and --plan start services of their own; chaos.sh and the readme say how.
if (args is not [var folder, .. var rest])
{
    Console.Error.WriteLine($"usage: PUBLISHED_FOLDER [--short] [--apart] [SCENARIO…]\nscenarios: {string.Join(' ', Scenario.All.Select(static scenario => scenario.Name))}");
    return 2;
}

if (rest is ["--chaos" or "--divide" or "--start" or "--plan", ..])
{
    var report = new Report(rest[0][2..]);
    switch (rest)
    {
        case ["--chaos", var runs, var kills, var seconds]:
            await Chaos.Run(folder, report, Number(runs), Number(kills), TimeSpan.FromSeconds(Number(seconds)));
            break;
        case ["--divide", var times]:
            await Dividing.Run(folder, report, Number(times));
            break;
        case ["--start", var times]:
            await Starting.Run(folder, report, Number(times));
            break;
        case ["--plan", .. var figures] when figures.Length == 6:
            double[] numbers = [.. figures.Select(static figure => double.Parse(figure, CultureInfo.InvariantCulture))];
            Plan.Run(report, new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]), cores: 2, hours: 24);
            break;
    }

    return report.Print() ? 0 : 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

var isShort = rest.Contains("--short", StringComparer.Ordinal);
var isApart = rest.Contains("--apart", StringComparer.Ordinal);
string[] names = [.. rest.Where(static word => !word.StartsWith('-'))];
var failed = 0;
foreach (var scenario in Scenario.All.Where(scenario => names.Length == 0 || names.Contains(scenario.Name, StringComparer.Ordinal)))
{
    await using var service = await Target.Start(folder, isApart);
    using var self = Process.GetCurrentProcess();
    if (isApart && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())) self.ProcessorAffinity = (nint)((1L << Environment.ProcessorCount) - 2);
    var report = new Report(scenario.Name);
    await scenario.Run(service, report, isShort);
    if (!report.Print()) failed++;
}

return failed == 0 ? 0 : 1;
