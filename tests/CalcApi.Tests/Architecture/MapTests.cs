using Xunit;

namespace CalcApi.Tests.Architecture;

/// <summary>The map in <c>src/README.md</c> names every folder, and every folder it names is there.</summary>
public sealed class MapTests
{
    [Fact]
    public void Every_folder_is_on_the_map()
    {
        var named = Named().ToHashSet(StringComparer.Ordinal);

        Violations.None(Repository.Files("src")
            .Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/'))
            .Where(folder => !folder.EndsWith("/Properties", StringComparison.Ordinal))
            .Where(folder => !string.Equals(folder, "src", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Where(folder => !named.Contains(folder)));
    }

    [Fact]
    public void Everything_on_the_map_is_there()
    {
        var named = Named().ToList();

        Assert.NotEmpty(named);
        Violations.None(named.Where(path => !Repository.Exists(path)));
    }

    /// <summary>
    /// The paths that the tree names: the lines of the first code block, whose indentation of two spaces a level gives the
    /// parent; a line may have several names, separated by commas, before two spaces and a description.
    /// </summary>
    private static IEnumerable<string> Named()
    {
        var parents = new Stack<(int Indent, string Path)>();
        var tree = Repository.Lines("src/README.md")
            .SkipWhile(line => !line.StartsWith("```", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith("```", StringComparison.Ordinal));
        foreach (var line in tree.Where(line => line.Length > 0))
        {
            var entry = line.TrimStart();
            var indent = line.Length - entry.Length;
            while (parents.TryPeek(out var parent) && parent.Indent >= indent) parents.Pop();
            var above = parents.TryPeek(out var folder) ? folder.Path + "/" : "src/";
            foreach (var name in entry.Split("  ")[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var path = above + name.TrimEnd('/');
                yield return path;
                if (name.EndsWith('/')) parents.Push((indent, path));
            }
        }
    }
}
