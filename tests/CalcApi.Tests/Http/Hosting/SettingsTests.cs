using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CalcApi.Http;
using CalcApi.Tests.Architecture;
using CalcApi.Tests.Runs;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CalcApi.Tests.Http.Hosting;

/// <summary>The settings that the service ships with say what holds without them.</summary>
public sealed partial class SettingsTests(Api service)
{
    // These depend on the machine, and stand in comments.
    private static readonly string[] s_ofTheMachine = [nameof(ServiceLimits.QuickSlots), nameof(ServiceLimits.HeavySlots), nameof(ServiceLimits.RunSlots)];

    [Fact]
    public void Every_limit_stands_there_with_its_default()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
        var section = new ConfigurationBuilder().AddJsonFile(path).Build().GetSection("Limits");
        var text = File.ReadAllText(path);
        foreach (var (property, number) in ServiceLimitsSettings.All(new()))
        {
            if (s_ofTheMachine.Contains(property.Name, StringComparer.Ordinal)) Assert.Contains($"\"{property.Name}\":", text, StringComparison.Ordinal);
            else Assert.Equal((property.Name, number.ToString(CultureInfo.InvariantCulture)), (property.Name, section[property.Name]));
        }
    }

    [Fact]
    public async Task The_dashboard_asks_for_metrics_that_there_are()
    {
        await service.Client.Ask("derivative", """{ "function": "x^2" }""");
        await service.Client.Over((await service.Client.Begun("descent", Tests.Runs.Requests.Short)).Id);
        var metrics = (await service.Client.Send(HttpMethod.Get, "/metrics")).Text;
        var dashboard = await File.ReadAllTextAsync(Path.Combine(Repository.Root.FullName, "docker", "grafana", "provisioning", "dashboards", "calcapi.json"), TestContext.Current.CancellationToken);
        var names = JsonDocument.Parse(dashboard).RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(static panel => panel.GetProperty("targets").EnumerateArray())
            .SelectMany(static target => Name().Matches(target.GetProperty("expr").GetString()!).Select(static match => match.Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.InRange(names.Count, 6, 20);
        // What has not happened yet is not counted yet.
        names.ExceptWith(["calcapi_shed_total", "calcapi_faults_total"]);
        Assert.All(names, name => Assert.Contains($"\n{name}", metrics, StringComparison.Ordinal));
    }

    [GeneratedRegex("(?:calcapi|http_server|dotnet)_[a-z_]+", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
