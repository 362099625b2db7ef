using ArchUnitNET.xUnitV3;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CalcApi.Tests.Architecture;

/// <summary>One capability, one folder: it can be read, and taken out, without looking at another.</summary>
public sealed class CapabilitiesTests
{
    /// <summary>The folders of the service, except for what they share.</summary>
    public static TheoryData<string> Capabilities => [.. Product.Service.GetTypes()
        .Select(type => type.Namespace?.Split('.') is ["CalcApi", var folder, ..] ? folder : null)
        .OfType<string>()
        .Where(folder => !string.Equals(folder, "Http", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Capabilities))]
    public void A_capability_knows_no_other(string capability)
    {
        var itself = Types().That().ResideInNamespaceMatching($@"^CalcApi\.{capability}(\.|$)");
        var others = Types().That().ResideInNamespaceMatching(@"^CalcApi\.")
            .And().DoNotResideInNamespaceMatching($@"^CalcApi\.({capability}|Http)(\.|$)");

        Types().That().Are(itself).Should().NotDependOnAny(others).Check(Product.Code);
    }

    [Fact]
    public void What_they_share_knows_none_of_them()
    {
        var shared = Types().That().ResideInNamespaceMatching(@"^CalcApi\.Http(\.|$)");
        var capabilities = Types().That().ResideInNamespaceMatching(@"^CalcApi\.")
            .And().DoNotResideInNamespaceMatching(@"^CalcApi\.Http(\.|$)");

        Types().That().Are(shared).Should().NotDependOnAny(capabilities).Check(Product.Code);
    }

    [Fact]
    public void The_map_of_the_service_can_be_seen_whole()
    {
        Assert.InRange(Repository.Lines("src/CalcApi/Program.cs").Length, 1, 90);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        Violations.None(Repository.Files("src", "tests")
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => (File: file, Space: Repository.Lines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))))
            .Where(found => found.Space is not null)
            .Where(found => !string.Equals(found.Space, $"namespace {ExpectedFor(found.File)};", StringComparison.Ordinal))
            .Select(found => $"{found.File}: {found.Space}"));
    }

    // src/CalcApi/Http/Requests/Point.cs → CalcApi.Http.Requests
    private static string ExpectedFor(string file) => string.Join('.', file.Split('/')[1..^1]);
}
