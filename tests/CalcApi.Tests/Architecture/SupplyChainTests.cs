using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace CalcApi.Tests.Architecture;

/// <summary>What the product is built from is named, pinned and justified, and what it runs in has no rights.</summary>
public sealed partial class SupplyChainTests
{
    [Fact]
    public void Every_project_has_its_lock_file()
    {
        Violations.None(Repository.Files("src", "tests")
            .Where(static file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(static file => !Repository.Exists($"{file[..file.LastIndexOf('/')]}/packages.lock.json")));
        Assert.Contains(XElement.Load(Path.Combine(Repository.Root.FullName, "Directory.Build.props")).Descendants("RestorePackagesWithLockFile"), static element => string.Equals(element.Value, "true", StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_are_single_ones()
    {
        Violations.None(Packages().Where(static package => !Version().IsMatch(package.Version)).Select(static package => $"{package.Name} {package.Version}"));
        Violations.None(Npm().Where(static package => !Version().IsMatch(package.Version)).Select(static package => $"{package.Name} {package.Version}"));
        Violations.None(Repository.Lines(".config/dotnet-tools.json").Where(static line => line.Contains("\"version\":", StringComparison.Ordinal) && line.Contains('*', StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_package_of_the_product_is_justified()
    {
        var map = string.Join('\n', Repository.Lines("src/README.md"));
        string[] used =
        [
            .. Repository.Files("src").Where(static file => file.EndsWith(".csproj", StringComparison.Ordinal))
                .SelectMany(static file => XElement.Load(Path.Combine(Repository.Root.FullName, file)).Descendants("PackageReference").Select(static each => each.Attribute("Include")!.Value)),
            .. Npm().Select(static package => package.Name),
        ];
        Assert.InRange(used.Length, 10, 40);
        Violations.None(used.Where(name => !map.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("docker/compose.yaml")]
    [InlineData("docker/compose.replicas.yaml")]
    [InlineData("docker/compose.cluster.yaml")]
    public void The_container_has_no_rights(string file)
    {
        // Of the service itself: what stands beside it has some of these lines too.
        var lines = Repository.Lines(file).SkipWhile(static line => line is not "  calcapi:").Skip(1).TakeWhile(static line => line.Length == 0 || line.StartsWith("   ", StringComparison.Ordinal)).Select(static line => line.Trim()).ToList();
        foreach (var line in (string[])["read_only: true", "cap_drop: [ALL]", "security_opt: [\"no-new-privileges:true\"]", "mem_limit: 1g", "memswap_limit: 1g", "pids_limit: 256", "cpus: 2"])
            Assert.Contains(line, lines, StringComparer.Ordinal);
    }

    [Fact]
    public void The_image_is_that_of_a_user_without_rights_and_has_no_shell()
    {
        var lines = Repository.Lines("Dockerfile");
        var last = Array.FindLastIndex(lines, static line => line.StartsWith("FROM ", StringComparison.Ordinal));
        Assert.Contains("USER 1654:1654", lines[last..], StringComparer.Ordinal);
        Assert.Contains(lines, static line => line.StartsWith("ARG RUNTIME_IMAGE=", StringComparison.Ordinal) && line.EndsWith("-chiseled", StringComparison.Ordinal));
        Assert.DoesNotContain(lines[last..], static line => line.StartsWith("RUN ", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, string Version)> Packages() =>
        XElement.Load(Path.Combine(Repository.Root.FullName, "Directory.Packages.props")).Descendants()
            .Where(static element => element.Attribute("Version") is not null)
            .Select(static element => (element.Attribute("Include")!.Value, element.Attribute("Version")!.Value));

    private static IEnumerable<(string Name, string Version)> Npm()
    {
        using var document = JsonDocument.Parse(string.Join('\n', Repository.Lines("src/CalcApi/package.json")));
        foreach (var group in (string[])["dependencies", "devDependencies"])
            foreach (var package in document.RootElement.GetProperty(group).EnumerateObject())
                yield return (package.Name, package.Value.GetString()!);
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[a-z0-9.]+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
