using System.Net;
using CalcRuns;
using Microsoft.Extensions.Configuration;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace CalcApi.Tests.Architecture;

/// <summary>The files for clusters can be read, and say of the service what it knows.</summary>
public sealed class ClusterFilesTests
{
    private static readonly IConfiguration s_settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();

    [Theory]
    [InlineData("docker/compose.yaml")]
    [InlineData("docker/compose.replicas.yaml")]
    [InlineData("docker/compose.cluster.yaml")]
    [InlineData("docker/prometheus.yaml")]
    [InlineData("docker/kubernetes/calcapi.yaml")]
    [InlineData("docker/kubernetes/redis.yaml")]
    public void Can_be_read(string file) => Assert.NotEmpty(Documents(file));

    [Fact]
    public void Every_setting_that_they_name_is_one_of_the_service()
    {
        var compose = Documents("docker/compose.cluster.yaml")[0];
        var named = At(compose, "services", "calcapi", "environment").Children.Keys.Select(Text).Concat(Environment().Keys).Where(static name => name.Contains("__", StringComparison.Ordinal)).ToList();
        Assert.True(named.Count > 8);
        // Lists have no entry by default; Metrics has a comment in the place of its port.
        Violations.None(named.Where(static name => !name.StartsWith("Proxies__", StringComparison.Ordinal) && name is not "Metrics__Port").Where(name => s_settings[name.Replace("__", ":", StringComparison.Ordinal)] is null));
    }

    [Fact]
    public void Replicas_of_compose_share_their_runs_in_a_network_of_their_own()
    {
        var services = At(Documents("docker/compose.cluster.yaml")[0], "services");
        var (service, redis) = (At(services, "calcapi"), At(services, "redis"));
        Assert.Equal("3", Text(service["scale"]));
        Assert.False(service.Children.ContainsKey("ports") || redis.Children.ContainsKey("ports"), "Nobody outside reaches members or their store.");
        Assert.Equal(["members"], Texts(redis["networks"]), StringComparer.Ordinal);
        Assert.Equal(["calcapi"], services.Children.Where(static each => each.Value is YamlMappingNode other && Texts(other["networks"]).Contains("members", StringComparer.Ordinal)).Select(static each => Text(each.Key)).Except(["redis"], StringComparer.Ordinal), StringComparer.Ordinal);

        var network = At(Documents("docker/compose.cluster.yaml")[0], "networks", "members");
        Assert.Equal("true", Text(network["internal"]));
        var (own, proxies) = (At(service, "environment"), (YamlMappingNode)((YamlSequenceNode)At(Documents("docker/compose.cluster.yaml")[0], "networks", "inside", "ipam")["config"])[0]);
        Assert.Equal(Text(((YamlSequenceNode)At(network, "ipam")["config"])[0]["subnet"]), Text(own["Runs__Cluster__Address"]));
        Assert.True(IPNetwork.TryParse(Text(own["Runs__Cluster__Address"]), out _));
        Assert.Equal(Text(proxies["subnet"]), Text(own["Proxies__0"]));
        Synchronises(Texts(redis["command"]));
        Assert.InRange(int.Parse(Text(service["stop_grace_period"]).TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture), 20 + s_settings.GetValue<int>("Shutdown:DrainSeconds"), 120);
    }

    [Fact]
    public void Pods_are_asked_where_the_service_answers_and_their_members_port_is_theirs_alone()
    {
        var pod = At(Kind("Deployment"), "spec", "template", "spec");
        var container = (YamlMappingNode)((YamlSequenceNode)pod["containers"])[0];
        Assert.Equal("/health/ready", Text(At(container, "readinessProbe", "httpGet")["path"]));
        Assert.Equal("/health/live", Text(At(container, "livenessProbe", "httpGet")["path"]));
        var ports = ((YamlSequenceNode)container["ports"]).ToDictionary(static each => Text(each["name"]), static each => Text(each["containerPort"]), StringComparer.Ordinal);
        var environment = Environment();
        Assert.Equal($"{ports["http"]};{ports["metrics"]}", environment["ASPNETCORE_HTTP_PORTS"]);
        Assert.Equal((ports["metrics"], ports["members"]), (environment["Metrics__Port"], environment["Runs__Cluster__Port"]));
        Assert.Equal(ClusterSettings.DefaultPort.ToString(System.Globalization.CultureInfo.InvariantCulture), s_settings["Runs:Cluster:Port"]);
        Assert.InRange(int.Parse(Text(pod["terminationGracePeriodSeconds"]), System.Globalization.CultureInfo.InvariantCulture), 20 + int.Parse(environment["Shutdown__DrainSeconds"], System.Globalization.CultureInfo.InvariantCulture), 120);
        Assert.Superset(new HashSet<string>(["POD_NAME", "POD_NAMESPACE", "POD_IP", "ORLEANS_SERVICE_ID", "ORLEANS_CLUSTER_ID"], StringComparer.Ordinal), environment.Keys.ToHashSet(StringComparer.Ordinal));

        Assert.Equal(["http"], ((YamlSequenceNode)At(Kind("Service"), "spec")["ports"]).Select(static each => Text(each["name"])), StringComparer.Ordinal);
        var rules = (YamlSequenceNode)At(Kind("NetworkPolicy"), "spec")["ingress"];
        foreach (var rule in rules.Cast<YamlMappingNode>().Where(rule => ((YamlSequenceNode)rule["ports"]).Any(each => string.Equals(Text(each["port"]), ports["members"], StringComparison.Ordinal))))
            Assert.Equal("calcapi", Text(At((YamlMappingNode)((YamlSequenceNode)rule["from"])[0], "podSelector", "matchLabels")["app"]));
        Assert.Equal("1", Text(At(Kind("PodDisruptionBudget"), "spec")["maxUnavailable"]));
        Assert.Equal(Text(At(Kind("Deployment"), "spec")["replicas"]), Text(At(Kind("HorizontalPodAutoscaler"), "spec")["minReplicas"]));

        var redis = Documents("docker/kubernetes/redis.yaml")[0];
        Synchronises(Texts(((YamlSequenceNode)At(redis, "spec", "template", "spec")["containers"])[0]["args"]));
        Assert.Equal("redis:6379", environment["Runs__Redis"]);
    }

    private static void Synchronises(IReadOnlyList<string> arguments)
    {
        var line = string.Join(' ', arguments);
        foreach (var part in (string[])["--appendonly yes", "--appendfsync always", "--maxmemory-policy noeviction"]) Assert.Contains(part, line, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Environment() =>
        ((YamlSequenceNode)((YamlSequenceNode)At(Kind("Deployment"), "spec", "template", "spec")["containers"])[0]["env"]).Cast<YamlMappingNode>()
            .ToDictionary(static each => Text(each["name"]), static each => each.Children.TryGetValue("value", out var value) ? Text(value) : "", StringComparer.Ordinal);

    private static YamlMappingNode Kind(string kind) => Documents("docker/kubernetes/calcapi.yaml").Single(each => string.Equals(Text(each["kind"]), kind, StringComparison.Ordinal));

    private static List<YamlMappingNode> Documents(string file)
    {
        var stream = new YamlStream();
        using var text = new StringReader(string.Join('\n', Repository.Lines(file)));
        stream.Load(text);
        return [.. stream.Documents.Select(static document => (YamlMappingNode)document.RootNode)];
    }

    private static YamlMappingNode At(YamlMappingNode node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) node = (YamlMappingNode)node[name];
        return node;
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static List<string> Texts(YamlNode node) => [.. ((YamlSequenceNode)node).Select(Text)];
}
