using System.Diagnostics;
using Load;
using Load.Scenarios;

// Starts the published service as a process of its own and puts it under load, one scenario after another; each prints its figures and whether
// they are as they should be. --short takes seconds instead of minutes. --apart gives the service the first core and the load the others, so that
// neither takes time from the other; without it they share all cores.
if (args is not [var folder, .. var rest])
{
    Console.Error.WriteLine($"usage: PUBLISHED_FOLDER [--short] [--apart] [SCENARIO…]\nscenarios: {string.Join(' ', Scenario.All.Select(static scenario => scenario.Name))}");
    return 2;
}

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
