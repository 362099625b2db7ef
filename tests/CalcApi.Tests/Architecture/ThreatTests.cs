using System.Text.RegularExpressions;
using Xunit;

namespace CalcApi.Tests.Architecture;

/// <summary>Each control of the README's table of threats has a test, and that test exists.</summary>
public sealed partial class ThreatTests
{
    [Fact]
    public void Every_control_of_the_readme_has_a_test_that_exists()
    {
        string[] rows = [.. Repository.Lines("README.md").SkipWhile(static line => !line.StartsWith("| threat |", StringComparison.Ordinal)).Skip(2).TakeWhile(static line => line.StartsWith('|'))];
        Assert.InRange(rows.Length, 15, 40);
        var tests = Repository.Files("tests").Where(static file => file.EndsWith(".cs", StringComparison.Ordinal)).ToLookup(static file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        Violations.None(rows.SelectMany(row =>
        {
            var named = Test().Matches(row.Split('|')[3]);
            return named.Count == 0
                ? [$"no test: {row}"]
                : named.Where(name => !tests[name.Groups["file"].Value].Any(file => Repository.Lines(file).Any(line => line.Contains($" {name.Groups["test"].Value}(", StringComparison.Ordinal)))).Select(static name => $"{name.Value} is not there");
        }));
    }

    [GeneratedRegex("`(?<file>[A-Za-z]+)\\.(?<test>[A-Za-z_]+)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Test();
}
