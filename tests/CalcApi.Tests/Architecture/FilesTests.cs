using Xunit;

namespace CalcApi.Tests.Architecture;

/// <summary>Files that can be read whole, and found where the map says.</summary>
public sealed class FilesTests
{
    private const int LongestFile = 300;

    private static readonly string[] Written = [".cs", ".js", ".mjs", ".css", ".html", ".sh", ".targets", ".props"];

    [Fact]
    public void No_source_file_is_longer_than_a_person_reads_at_once()
    {
        Violations.None(Repository.Files("src", "tests", "wwwroot", "docker")
            .Where(file => Written.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Select(file => (File: file, Repository.Lines(file).Length))
            .Where(found => found.Length > LongestFile)
            .Select(found => $"{found.File} has {found.Length} lines"));
    }

    [Theory]
    [InlineData("TO" + "DO")]
    [InlineData("FIX" + "ME")]
    [InlineData("HA" + "CK")]
    public void Nothing_is_left_for_later(string word)
    {
        Violations.None(Repository.Files("src", "tests", "wwwroot", "docker")
            .Where(file => Written.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(file => Repository.Lines(file).Any(line => line.Contains(word, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Helpers.")]
    [InlineData("Util")]
    [InlineData("Common.")]
    [InlineData("Misc")]
    [InlineData("Manager.")]
    [InlineData("Service.")]
    public void No_file_has_a_name_that_says_nothing(string word)
    {
        Violations.None(Repository.Files("src", "tests", "wwwroot", "docker")
            .Where(file => Path.GetFileName(file).Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Members_that_only_a_function_s_card_has_say_what_they_are()
    {
        Violations.None(Repository.Files("src/Calculus/Functions").SelectMany(static file =>
        {
            var lines = Repository.Lines(file);
            return Enumerable.Range(1, lines.Length - 1).Where(line => IsUnexplained(lines, line)).Select(line => $"{file}, line {line + 1}: {lines[line].Trim()}");
        }));

        static bool IsUnexplained(string[] lines, int line) =>
            (lines[line].StartsWith("    public ", StringComparison.Ordinal) || lines[line].StartsWith("    protected ", StringComparison.Ordinal))
            && !lines[line].Contains(" override ", StringComparison.Ordinal)
            && !lines.Take(line).Last(static above => !above.StartsWith("    [", StringComparison.Ordinal)).StartsWith("    ///", StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_s_lock_file_names_no_host()
    {
        Violations.None(Repository.Lines("src/CalcApi/package-lock.json")
            .Where(line => line.Contains("\"resolved\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("src/Calculus", "tests/Calculus.Tests")]
    [InlineData("src/CalcApi", "tests/CalcApi.Tests")]
    public void Tests_stand_in_folders_of_the_same_names(string source, string tests)
    {
        Violations.None(Repository.Folders(source)
            .Where(folder => Repository.Files($"{source}/{folder}").Any(file => file.EndsWith(".cs", StringComparison.Ordinal)))
            .Where(folder => !Repository.Exists($"{tests}/{folder}")
                || !Repository.Files($"{tests}/{folder}").Any(file => file.EndsWith("Tests.cs", StringComparison.Ordinal)))
            .Select(folder => $"{tests}/{folder} has no tests"));
    }
}
