using Load;
using Load.Scenarios;

// Starts the published service as a process of its own and puts it under load, one scenario after another; each prints its figures and whether
// they are as they should be. --short takes seconds instead of minutes.
if (args is not [var folder, .. var rest])
{
    Console.Error.WriteLine($"usage: PUBLISHED_FOLDER [--short] [SCENARIO…]\nscenarios: {string.Join(' ', Scenario.All.Select(static scenario => scenario.Name))}");
    return 2;
}

var isShort = rest.Contains("--short", StringComparer.Ordinal);
string[] names = [.. rest.Where(static word => !word.StartsWith('-'))];
var failed = 0;
foreach (var scenario in Scenario.All.Where(scenario => names.Length == 0 || names.Contains(scenario.Name, StringComparer.Ordinal)))
{
    await using var service = await Target.Start(folder);
    var report = new Report(scenario.Name);
    await scenario.Run(service, report, isShort);
    if (!report.Print()) failed++;
}

return failed == 0 ? 0 : 1;
