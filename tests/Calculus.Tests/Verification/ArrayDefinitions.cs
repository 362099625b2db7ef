using Calculus.Tests.CodeExport;
using Calculus.Tests.GradientCheck;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Verification;

/// <summary>The definitions with vectors and matrices from the tests of other parts.</summary>
internal static class ArrayDefinitions
{
    // One tie or branch a row.
    private static readonly (string Text, string Shapes)[] s_withSeams =
    [
        ("f(v) = if(v[1] == 2, 4, v[1]^2)", "v=1"), ("f(v) = sum(if(v == 1, 1, v.^2))", "v=3"), ("f(v) = sum(abs(v))", "v=3"), ("f(v) = max(v) - min(v)", "v=3"), ("f(v) = norm(v)", "v=3"),
        ("f(v) = sum(floor(v) .* v)", "v=2"), ("f(v) = argmax(v)*sum(v)", "v=3"), ("f(M) = sum(i = 1..2, max(M[i]))", "M=2x2"), ("f(v) = sum(mod(v, 2))", "v=2"), ("f(v) = sum(relu(v))^2", "v=3"),
        ("f(v) = relu(v)", "v=3"), ("f(v, a) = sum(max(v, a))", "v=3"), ("f(M) = norm1(M)*norminf(M)", "M=2x2"), ("f(v) = sum(clip(v, -1, 1))", "v=3"), ("f(v) = exp(v[1])/(1 + exp(v[1]))^2", "v=1"),
        ("f(v) = sum(exp(v) ./ (1 + exp(v)).^2)", "v=3"),
    ];

    /// <summary>Each with its shapes.</summary>
    public static IEnumerable<(string Text, string Shapes)> All => new IEnumerable<(string, string)>[]
    {
        s_withSeams,
        PrintedArrayTests.Definitions.Concat(PrintedArrayTests.ArrayDefinitions).Select(static row => (row.Data, PrintedArrayTests.Shapes)),
        FormulaTests.First.Concat(FormulaTests.Second).Select(static row => (row.Data.Item1, row.Data.Item2)),
        ModelTests.Models.Concat(RightArrayGradientTests.Models).Select(static row => (row.Data.Item1.Replace("lambda", "0.3", StringComparison.Ordinal), row.Data.Item2)),
        ModelTests.Activations.Select(static row => ($"f(W, b, v, c) = mse({row.Data}(X @ W + b) @ v + c, y)", "X=5x3 W=3x2 b=2 v=2 y=5")),
        ArrayPrograms.Definitions.Concat(ArrayPrograms.Fields).Select(static each => (each.Text, $"{each.Variables} {each.Data}")),
    }.SelectMany(static rows => rows).Distinct();

    /// <summary>The study of one.</summary>
    public static Study StudyOf(string text, string shapes) => About.Shapes(text, string.Join(' ', shapes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static each => !each.EndsWith("=1", StringComparison.Ordinal) || each is "v=1")));

    /// <summary>Rows of a theory: every n-th from a start, so that classes share them.</summary>
    public static TheoryData<string, string> Part(int start, int every)
    {
        var rows = new TheoryData<string, string>();
        foreach (var (text, shapes) in All.Where((_, place) => place % every == start)) rows.Add(text, shapes);
        return rows;
    }
}
