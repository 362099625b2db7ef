using Calculus.Binding;
using Calculus.Syntax;
using Calculus.Tests.CodeExport;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Laws;

/// <summary>The text of a definition as it was written reads back to the same tree, statement by statement.</summary>
public sealed class WrittenDefinitionLaws
{
    // Signs left out, signs that people put in two ways, and what stands between digits and letters.
    public static readonly string[] Typed =
    [
        "a*x^2+b*x+c", "sin((4x)^2)", "2z^3x^2", "1/2x", "f(e3, x) = 2 e3 x + 2e3", "2e^x", "2exp(x)exp(-x)", "e^x(x+1)(x-1)", "x(x+1) + x", "sin^2 x cos x", "sin 2x", "sin -x", "sin^-1(x)", "3x!",
        "-x^2", "--x", "+x - +3", "2^-x", "2^3^x", "(2^3)^x", "((x))", "(a+b)+(c+d)", "a-(b-c)", "a/(b/c)", "a/b/c", "a*(b*c)", "|x - 1||x|", "√x + x²", "3·x − 2", "0.50x + .5", "1.5e-3x",
        "if(x > 0 and not (x < 1 or x == 2), 1, x)", "if(x > 0, 2x, -x)", "g(x) = x^3; f(x) = 2g'(x) + g''(x)g(x)", "f(x, z) = 2z^3 x^2", "p = 2x; q = p^2\nq(q + 1)", "log_2(x) + log(x, 3)",
        "x**2 + y**-2", "(x + 1)(2) + (x)(y)", "f(x) = 7", "2pi*r", "x sin(x) cos(x)", "(x^2)(x!)", "2(3)(x)",
        "f(x, y) = divergence([x^2, x*y], x, y)", "laplacian(x^2*y, x, y)^2 + 2laplacian(x^3, x)", "f(x, y, z) = sum(curl([y*z, x, x*y], x, y, z))", "u = x^2*y_1^3; f(x, y_1) = x*laplacian(u, x, y_1)", "F(x, y) = [x^2, x*y]; f(x, y) = divergence(F(x, y), x, y)x",
    ];

    public static readonly (string Text, string Shapes)[] Arrays =
    [
        ("sum(i = 1..3, x[i]^2)*norm(x)", "x=3"), ("x[2:3]' @ x[1:2]", "x=3"), ("2A x[1]", "x=3 A=2x2"), ("2A' @ A.T", "A=2x2"), ("sum(i = 1..3, 2i x[i])", "x=3"), ("x' @ X @ x", "x=2 X=2x2"),
        ("f(w) = mean((X @ w - y).^2)", "w=2 X=3x2 y=3"), ("[[1, 2], [3, 4]] @ x ./ 2", "x=2"), ("f(x) = table(i = 1..2, j = 1..2, x[i]x[j])", "x=2"), ("A[1, :] .* A[:, 2]", "A=2x2"), ("2x'@x", "x=2"),
        ("p = softmax(X @ w); -sum(y .* log(p))", "w=2 X=3x2 y=3"), ("prod(i = 1..2, x[i])x[1]", "x=2"), ("divergence(A @ x .* x, x)", "x=2 A=2x2"), ("laplacian(norm(x)^4, x)", "x=2"),
    ];

    public static TheoryData<string, string, string> EveryDefinition =>
    [
        .. Definitions.All().Concat(Typed).Select(static text => (text, "", "")),
        .. Arrays.Select(static row => (row.Text, row.Shapes, "")),
        .. WrittenTreeLaws.EveryArrayDefinition.Select(static row => (row.Data.Item1, row.Data.Item2, "")),
        .. ArrayPrograms.Definitions.Select(static row => (row.Text, row.Variables, row.Data)),
    ];

    [Theory, MemberData(nameof(EveryDefinition))]
    public void It_reads_back_to_the_same_tree(string text, string variables, string data)
    {
        var study = data.Length > 0 ? ArrayPrograms.StudyOf((text, variables, data)) : About.Shapes(text, variables);
        var written = study.Written;
        var (start, last) = (written.Text.LastIndexOf("; ", StringComparison.Ordinal) + 2, study.Definition.Statements[^1]);
        var head = last.Name is null ? "" : last.Parameters is null ? $"{last.Name} = " : $"{last.Name}({string.Join(", ", last.Parameters.Select(static parameter => parameter.Name))}) = ";
        var typed = start == 1 ? head + written.Text : written.Text[..start] + head + written.Text[start..];

        var declared = study.Definition.Statements.SelectMany(static statement => statement.Nodes).Where(static node => node.Kind == SyntaxKind.Name).Select(static node => node.Text).Except(study.Definition.Statements.Select(static statement => statement.Name), StringComparer.Ordinal);
        var read = DefinitionParser.Parse(typed, new Vocabulary(Binder.FunctionNames, declared.OfType<string>().ToHashSet(StringComparer.Ordinal)), Definitions.Budget());

        Assert.Equal(study.Definition.Statements.Count, read.Statements.Count);
        var factory = new SyntaxFactory(Definitions.Budget());
        foreach (var (expected, actual) in study.Definition.Statements.Zip(read.Statements))
        {
            Assert.Equal(expected.Name, actual.Name);
            Assert.Equal(expected.Nodes.Select(Written), actual.Nodes.Select(Written));
            Assert.Same(factory.Copy(expected.Nodes), factory.Copy(actual.Nodes));
        }

        Assert.NotEmpty(written.Latex);
    }

    private static (SyntaxKind Kind, string Text, int Brackets, bool Implied, int Primes) Written(SyntaxNode node) => (node.Kind, node.Text, node.Brackets, node.Implied, node.Primes);
}
