using Calculus.Binding;
using Calculus.Syntax;
using Calculus.Tests.Laws;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Syntax;

/// <summary>Texts of other notations with what they mean in the function language, one on each line of a file.</summary>
internal static class ForeignNotations
{
    /// <summary>The rows of a file: a text, its meaning, and shapes.</summary>
    public static TheoryData<string, string, string> RowsOf(string file)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in File.ReadAllLines(Path.Combine(Root(), "tests", "Calculus.Tests", "Syntax", file)))
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal)) continue;
            var parts = line.Split(" => ");
            rows.Add(parts[0].Replace('⏎', '\n'), parts[1].Trim(), parts.Length > 2 ? parts[2].Trim() : "");
        }

        return rows;
    }

    /// <summary>The text means what the meaning means, with the same variables; where that is empty it is refused at a place of its own.</summary>
    public static void AssertMeans(string text, string meaning, string shapes, SourceFormat? format)
    {
        if (meaning is "!")
        {
            var refusal = Assert.Throws<FormulaException>(() => Study(text, shapes, format));
            Assert.InRange(refusal.Span.Start, 0, refusal.Span.End);
            Assert.InRange(refusal.Span.End, 0, text.Length);
            return;
        }

        var (read, meant) = (Study(text, shapes, format), Study(meaning, shapes, SourceFormat.Text));
        Assert.True(meant.Function.Hash == read.Function.Hash, $"It was read as {read.Written.Text}, {read.Print(read.Function).Text}.");
        Assert.Equal(meant.Variables, read.Variables);
        Assert.Equal(meant.Name, read.Name);
        // What is said to have been written is the function language, and means the same.
        var head = read.Name is null ? "" : read.Definition.Statements[^1].Parameters is { } parameters ? $"{read.Name}({string.Join(", ", parameters.Select(static each => each.Name))}) = " : $"{read.Name} = ";
        var written = read.Written.Text;
        var last = written.LastIndexOf("; ", StringComparison.Ordinal) + 2;
        var again = Study(last == 1 ? head + written : written[..last] + head + written[last..], shapes, SourceFormat.Text);
        Assert.True(meant.Function.Hash == again.Function.Hash, $"It is said to have been written as {written}.");
        // The nodes of the tree lie in the text.
        Assert.All(read.Definition.Statements.SelectMany(static statement => statement.Nodes), node => Assert.True(node.Span.Start >= 0 && node.Span.Start <= node.Span.End && node.Span.End <= text.Length));
    }

    private static Study Study(string text, string shapes, SourceFormat? format) =>
        Calculus.Study.Of(text, BindingContext.Empty with { Shapes = About.Read(shapes), Format = format, Declared = new HashSet<string>(StringComparer.Ordinal) }, Definitions.Budget());

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CalcApi.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
