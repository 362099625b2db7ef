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
    public FormulaPrinter(PrintStyle style, Budget budget)
    {
        var layout = new FormulaPlan(style, budget);
        (Style, _text, _latex, _budget) = (style, new TextPrinter(style, budget, layout), new LatexPrinter(style, budget, layout), budget);
    }

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
    public static bool HasDecimals(Definition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        for (var i = 0; i < definition.Statements.Count; i++)
        {
            var nodes = definition.Statements[i].Nodes;
            for (var k = 0; k < nodes.Count; k++)
            {
                if (HasDecimals(nodes[k])) return true;
            }
        }

        return false;
    }

    private static bool HasDecimals(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Number => node.Text.AsSpan().ContainsAny('.', 'e'),
        SyntaxKind.Call => Catalogue.ByName.TryGetValue(node.Text, out var function) && function.HasDecimals,
        _ => false,
    };

    /// <summary>The printer in the manner of a definition: decimals where it has some, functions by the names that it uses.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="variables">Its variables, in the order of writing.</param>
    /// <param name="data">The numbers of its names, where they have some.</param>
    /// <param name="budget">What may be spent.</param>
    public static FormulaPrinter Of(Definition definition, IReadOnlyList<string> variables, IReadOnlyDictionary<string, double> data, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(data);
        var (isOfWhole, usesStable, index) = (false, false, (string?)null);
        Dictionary<int, string>? lengths = null;
        for (var i = 0; i < definition.Statements.Count; i++)
        {
            var nodes = definition.Statements[i].Nodes;
            for (var k = 0; k < nodes.Count; k++)
            {
                var node = nodes[k];
                isOfWhole |= IsOfWhole(node);
                usesStable |= node.Kind == SyntaxKind.Call && StableNames.Contains(node.Text);
                if (node.Kind != SyntaxKind.IndexRange) continue;
                index ??= node.Text;
                // Of a length with several names the first.
                if (node.Children[1] is { Kind: SyntaxKind.Name, Text: var name } && data.TryGetValue(name, out var length) && length is >= 1 and <= int.MaxValue) (lengths ??= []).TryAdd((int)length, name);
            }
        }

        return new FormulaPrinter(
            new PrintStyle(variables)
            {
                Decimals = HasDecimals(definition),
                LongestWithoutNames = LongestWithoutNames,
                SumIndex = isOfWhole ? null : index,
                Lengths = lengths ?? [],
                SpellOut = !usesStable,
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

    /// <summary>A formula as text.</summary>
    public string Text(Expression expression)
    {
        using var stage = _budget.In(Stage.Print);
        return _text.Print(expression);
    }

    /// <summary>A formula as LaTeX.</summary>
    public string Latex(Expression expression)
    {
        using var stage = _budget.In(Stage.Print);
        return _latex.Print(expression);
    }

    /// <summary>A formula as text and LaTeX.</summary>
    public Printed Print(Expression expression) => new(Text(expression), Latex(expression), Style.Variables);
}
