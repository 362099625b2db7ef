using System.Runtime.CompilerServices;
using Calculus.Binding;
using Calculus.Functions;
using Calculus.Syntax;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Textbook;

/// <summary>Exercises from calculus books compared with the form that a book prints: equal in value, and never longer.</summary>
public sealed class TextbookTests
{
    public static TheoryData<string, string> Exercises
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Path.Combine(Folder(), "derivatives.txt")))
            {
                if (line.StartsWith('#') || line.Length == 0) continue;
                var sides = line.Split(" => ");
                rows.Add(sides[0], sides[1]);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Exercises))]
    public void The_derivative_equals_the_books_and_is_no_longer(string function, string book)
    {
        var study = Study.Of($"f(x) = {function}", BindingContext.Empty, Definitions.Budget());
        var derivative = study.Derivative("x");
        var printed = study.Print(derivative).Text;

        var expected = Study.Of($"f(x) = {book}", BindingContext.Empty, Definitions.Budget());
        var used = 0;
        foreach (var x in new[] { 0.3, 0.71, 1.37, 2.6, 4.2, -0.43, -1.9, 0.05 })
        {
            var wanted = expected.Evaluate([expected.Function], [x])[0];
            var actual = study.Evaluate([study.Function, derivative], [x]);
            if (!double.IsFinite(actual[0]) || !double.IsFinite(wanted)) continue;
            used++;
            Assert.True(Math.Abs(wanted - actual[1]) <= 1e-9 * Math.Max(1, Math.Abs(wanted)), $"{printed} at {x}: {actual[1]}, the book has {wanted}");
        }

        Assert.True(used >= 2, $"only {used} points could be used");
        Assert.True(Operations(printed) <= Operations(book), $"{printed} has {Operations(printed)} operations, the book's {book} has {Operations(book)}");
    }

    private static int Operations(string text)
    {
        var definition = DefinitionParser.Parse($"f(x) = {text}", new Vocabulary(Catalogue.Names, new HashSet<string>(StringComparer.Ordinal)), Definitions.Budget());
        return definition.Statements[^1].Nodes.Count(static node => node.Kind is not (SyntaxKind.Number or SyntaxKind.Name));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
