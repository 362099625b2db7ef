using System.Collections.Frozen;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>Formulas as text and LaTeX, in the manner of one definition.</summary>
public sealed class FormulaPrinter
{
    // About ten lines of text.
    private const long LongestWithoutNames = 400;

    // Who writes one of these knows the logistic function by its name.
    private static readonly FrozenSet<string> StableNames = FrozenSet.Create(
        StringComparer.Ordinal, "sigmoid", "logistic", "softplus", "silu", "swish", "mish", "gelu_tanh", "logit");

    private readonly TextPrinter _text;
    private readonly LatexPrinter _latex;

    /// <summary>A printer of a style.</summary>
    public FormulaPrinter(PrintStyle style, Budget budget) => (Style, _text, _latex) = (style, new TextPrinter(style, budget), new LatexPrinter(style, budget));

    /// <summary>How formulas are written.</summary>
    public PrintStyle Style { get; }

    /// <summary>The printer in the manner of a definition: decimals where it has some, functions by the names that it uses.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="variables">Its variables, in the order of writing.</param>
    /// <param name="budget">What may be spent.</param>
    public static FormulaPrinter Of(Definition definition, IReadOnlyList<string> variables, Budget budget)
    {
        var nodes = definition.Statements.SelectMany(static statement => statement.Nodes).ToList();
        return new FormulaPrinter(
            new PrintStyle(variables)
            {
                Decimals = nodes.Exists(static node => node.Kind == SyntaxKind.Number && node.Text.AsSpan().ContainsAny('.', 'e')),
                LongestWithoutNames = LongestWithoutNames,
                SpellOut = !nodes.Exists(static node => node.Kind == SyntaxKind.Call && StableNames.Contains(node.Text)),
            },
            budget);
    }

    /// <summary>A formula as text.</summary>
    public string Text(Expression expression) => _text.Print(expression);

    /// <summary>A formula as LaTeX.</summary>
    public string Latex(Expression expression) => _latex.Print(expression);

    /// <summary>A formula as text and LaTeX.</summary>
    public Printed Print(Expression expression) => new(Text(expression), Latex(expression), Style.Variables);
}
