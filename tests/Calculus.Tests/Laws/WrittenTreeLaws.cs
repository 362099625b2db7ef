using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;
using Calculus.Tests.CodeExport;
using Calculus.Tests.Matrices;
using Calculus.Tests.Verification;
using Xunit;

namespace Calculus.Tests.Laws;

/// <summary>The tree that is written of a node is the one that reading its text gives, with its brackets and places.</summary>
public sealed class WrittenTreeLaws
{
    private const string OfNumbers = "x=4 y=4 A=4x4 X=3x2 Y=3x2 c=2", OfLetters = "X=nxd w=d y=n Y=nxm W=dxm S=dxd x=n";

    // The examples of the catalogue that have matrices in them.
    private static readonly (string Text, string Shapes)[] s_gallery =
    [
        ("loss(w, b) = log_loss(sigmoid(X @ w + b), y)", "X=4x2 y=4 w=2"), ("H = tanh(X @ A); loss(A, c) = mse(H @ c, y)", "X=3x2 y=3 A=2x2 c=2"),
        ("cost(m, b) = mse(m*x + b, y)", "x=4 y=4"),
    ];

    // What is seldom written: rows beside matrices, puts and takes at steps, products in products, conditions that are repeated.
    private static readonly string[] s_rare =
    [
        "f(x) = -2*A @ x", "f(x) = -A @ x/3", "f(x) = 2*y' @ A @ x", "f(X) = X + c'", "f(X) = 2*X - 3*c'", "f(X) = X .* Y ./ (1 + X.^2)", "f(x) = x[1:2]", "f(X) = -X[2:3, :]' @ Y[1:2, :]",
        "f(x) = table(i = 1..2, x[2*i - 1])", "f(x) = table(i = 1..4, x[5 - i])", "f(x) = sum(table(i = 1..4, x[5 - i])^2)", "f(x) = sum(table(i = 1..2, x[2*i])^2)",
        "f(x) = table(i = 1..4, j = 1..4, if(x[i] > 0, A[i, j], 0))", "f(x) = x.^(-1/3) .* y", "f(x) = outer(x, y) ./ 2", "f(x) = (x .* y)' @ (x - y)*(x' @ y)^2", "f(x) = sqrt(x).^3", "f(x) = x/norm(x)",
    ];

    public static TheoryData<string> EveryDefinition => [.. Definitions.All()];

    public static TheoryData<string, string> EveryArrayDefinition =>
    [
        .. PrintedArrayTests.Definitions.Concat(PrintedArrayTests.ArrayDefinitions).Select(static row => (row.Data, OfNumbers)),
        .. LetteredLengthTests.Definitions.Concat(LetteredLengthTests.ArrayDefinitions).Select(static row => (row.Data, OfLetters)),
        .. s_rare.Select(static text => (text, OfNumbers)),
        .. s_gallery,
    ];

    public static TheoryData<string, string, string> Programs => [.. ArrayPrograms.Definitions];

    [Theory, MemberData(nameof(EveryDefinition))]
    public void A_function_and_its_derivatives(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        Holds(study, study.Function);
        foreach (var variable in study.Variables)
        {
            var derivative = study.Derivative(variable).Formula;
            Holds(study, derivative);
            Holds(study, Derivative.Of(derivative, derivative.Graph.Symbol(variable, SymbolRole.Variable)));
        }
    }

    [Theory, MemberData(nameof(EveryArrayDefinition))]
    public void A_function_of_arrays_and_its_derivatives(string text, string shapes) => HoldsOfArrays(About.Shapes(text, shapes));

    [Theory, MemberData(nameof(Programs))]
    public void A_function_of_arrays_and_data_and_its_derivatives(string text, string variables, string data)
    {
        var study = ArrayPrograms.StudyOf((text, variables, data));
        HoldsOfArrays(study);
        if (study.Function.Shape.IsScalar && text is not "f(A) = det(A) + trace(inv(A))") Holds(study.EntryByEntry(), study.EntryByEntry().Function);
    }

    private static void HoldsOfArrays(Study study)
    {
        string[] variables = [.. study.Variables];
        Holds(study, study.Function);
        foreach (var derivative in study.Gradient(variables)) Holds(study, derivative);
        if (!study.Function.Shape.IsScalar) return;
        foreach (var second in study.Hessian(variables).SelectMany(static row => row)) Holds(study, second);
    }

    private static void Holds(Study study, Expression node)
    {
        var plain = new PrintStyle(study.Variables);
        foreach (var style in new[] { plain, plain with { Decimals = true, SpellOut = true }, plain with { LongestWithoutNames = 40 } }) Holds(node, style);
    }

    private static void Holds(Expression node, PrintStyle style)
    {
        var budget = Definitions.Budget(new Limits { TextLength = 300_000, Tokens = 300_000, SyntaxNodes = 300_000, Depth = 10_000 });
        string[] names = [.. Reachable.From(node).OfType<Symbol>().Where(static symbol => symbol.Role is not (SymbolRole.Constant or SymbolRole.IndexRange)).Select(static symbol => symbol.Name)
            .Concat(Reachable.From(node).SelectMany(static part => part.Shape.Dimensions.ToArray()).Select(static length => length.Name).OfType<string>()).Distinct(StringComparer.Ordinal)];
        var written = DefinitionWriter.Of("φ", names, node, style, budget);
        var read = DefinitionParser.Parse(written.Text, new Vocabulary(Binder.FunctionNames, new HashSet<string>(StringComparer.Ordinal)), budget);

        var printed = TextPrinter.Print(node, style, budget);
        Assert.EndsWith($" = {printed[(printed.LastIndexOf(';') + 1)..].TrimStart()}", written.Text, StringComparison.Ordinal);
        Assert.Equal(read.Statements.Count, written.Statements.Count);
        var factory = new SyntaxFactory(budget);
        foreach (var (expected, actual) in read.Statements.Zip(written.Statements))
        {
            Assert.Equal((expected.Name, expected.NameSpan), (actual.Name, actual.NameSpan));
            Assert.Equal(expected.Parameters, actual.Parameters);
            Same(expected.Nodes, actual.Nodes, written.Text);
            Assert.Same(factory.Copy(expected.Nodes), factory.Copy(actual.Nodes));
        }

        var formula = new SyntaxWriter(style, budget).Write(node).Formula;
        Assert.Same(factory.Copy(written.Statements[^1].Nodes), factory.Copy(Nodes(formula)));
    }

    private static void Same(IReadOnlyList<SyntaxNode> expected, IReadOnlyList<SyntaxNode> actual, string text)
    {
        Assert.Equal(expected.Select(Described), actual.Select(Described));
        var (places, known) = (Places(expected), Places(actual));
        for (var i = 0; i < expected.Count; i++)
            Assert.True(expected[i].Children.Select(child => places[child]).SequenceEqual(actual[i].Children.Select(child => known[child])), text);
    }

    private static (SyntaxKind, string, TextSpan, int, int, bool) Described(SyntaxNode node) => (node.Kind, node.Text, node.Span, node.Brackets, node.Primes, node.Implied);

    private static Dictionary<SyntaxNode, int> Places(IReadOnlyList<SyntaxNode> nodes) =>
        nodes.Select(static (node, place) => (node, place)).ToDictionary(static pair => pair.node, static pair => pair.place);

    private static List<SyntaxNode> Nodes(SyntaxNode root)
    {
        var nodes = new List<SyntaxNode>();
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPop(out var node))
        {
            nodes.Add(node);
            foreach (var child in node.Children) open.Push(child);
        }

        nodes.Reverse();
        return nodes;
    }
}
