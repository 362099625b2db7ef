using System.Collections.Frozen;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>Formulas as text and LaTeX, in the manner of one definition.</summary>
public sealed class FormulaPrinter
{
    // About ten lines of text.
    private const long LongestWithoutNames = 400;

    // Above it people write powers of ten.
    private const double LargestPlain = 1e15;

    // Who writes one of these knows the logistic function by its name.
    private static readonly FrozenSet<string> StableNames = FrozenSet.Create(
        StringComparer.Ordinal, "sigmoid", "logistic", "softplus", "silu", "swish", "mish", "gelu_tanh", "logit");

    private readonly TextPrinter _text;
    private readonly LatexPrinter _latex;
    private readonly Budget _budget;
    private FormulaPrinter? _inDecimals;

    /// <summary>A printer of a style.</summary>
    public FormulaPrinter(PrintStyle style, Budget budget) =>
        (Style, _text, _latex, _budget) = (style, new TextPrinter(style, budget), new LatexPrinter(style, budget), budget);

    /// <summary>How formulas are written.</summary>
    public PrintStyle Style { get; }

    /// <summary>The printer of the same style that writes decimals.</summary>
    public FormulaPrinter InDecimals => _inDecimals ??= Style.Decimals ? this : new FormulaPrinter(Style with { Decimals = true }, _budget);

    /// <summary>The printer for formulas in which numbers of the question stand: it writes decimals where one of these is a decimal.</summary>
    public FormulaPrinter Beside(ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            if (!double.IsInteger(number) || Math.Abs(number) > LargestPlain) return InDecimals;
        }

        return this;
    }

    /// <summary>Whether a definition has decimals, its own or those of the functions that it calls.</summary>
    public static bool HasDecimals(Definition definition) => definition.Statements.SelectMany(static statement => statement.Nodes).Any(static node => node.Kind switch
    {
        SyntaxKind.Number => node.Text.AsSpan().ContainsAny('.', 'e'),
        SyntaxKind.Call => Catalogue.ByName.TryGetValue(node.Text, out var function) && function.HasDecimals,
        _ => false,
    });

    /// <summary>The printer in the manner of a definition: decimals where it has some, functions by the names that it uses.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="variables">Its variables, in the order of writing.</param>
    /// <param name="data">The numbers of its names, where they have some.</param>
    /// <param name="budget">What may be spent.</param>
    public static FormulaPrinter Of(Definition definition, IReadOnlyList<string> variables, IReadOnlyDictionary<string, double> data, Budget budget)
    {
        var nodes = definition.Statements.SelectMany(static statement => statement.Nodes).ToList();
        return new FormulaPrinter(
            new PrintStyle(variables)
            {
                Decimals = HasDecimals(definition),
                LongestWithoutNames = LongestWithoutNames,
                SumIndex = nodes.Exists(IsOfWhole) ? null : nodes.Find(static node => node.Kind == SyntaxKind.IndexRange)?.Text,
                Lengths = LengthsIn(nodes, data),
                SpellOut = !nodes.Exists(static node => node.Kind == SyntaxKind.Call && StableNames.Contains(node.Text)),
            },
            budget);
    }

    // Signs and functions of whole vectors and matrices.
    private static bool IsOfWhole(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.MatrixMultiply or SyntaxKind.Transpose or SyntaxKind.ElementMultiply or SyntaxKind.ElementDivide or SyntaxKind.ElementPower or SyntaxKind.Slice => true,
        SyntaxKind.Call => node.Children is [{ Kind: not SyntaxKind.IndexRange }, ..] && node.Text is "sum" or "mean" or "norm" or "dot" or "mse" or "mae" or "rmse",
        _ => false,
    };

    // Of a length with several names the first.
    private static Dictionary<int, string> LengthsIn(List<SyntaxNode> nodes, IReadOnlyDictionary<string, double> data)
    {
        var names = new Dictionary<int, string>();
        foreach (var range in nodes.Where(static node => node.Kind == SyntaxKind.IndexRange))
        {
            if (range.Children[1] is { Kind: SyntaxKind.Name, Text: var name } && data.TryGetValue(name, out var length) && length is >= 1 and <= int.MaxValue) names.TryAdd((int)length, name);
        }

        return names;
    }

    /// <summary>A formula as text.</summary>
    public string Text(Expression expression) => _text.Print(expression);

    /// <summary>A formula as LaTeX.</summary>
    public string Latex(Expression expression) => _latex.Print(expression);

    /// <summary>A formula as text and LaTeX.</summary>
    public Printed Print(Expression expression) => new(Text(expression), Latex(expression), Style.Variables);
}
