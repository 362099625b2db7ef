using System.Text;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>
/// Writes nodes in the function language, which reads them back to the same node, up to the values used at points without
/// a derivative.
/// </summary>
internal sealed class TextPrinter
{
    private readonly SyntaxWriter _writer;
    private readonly Budget _budget;

    /// <summary>A printer of a style.</summary>
    /// <param name="style">How to write.</param>
    /// <param name="budget">What may be spent.</param>
    public TextPrinter(PrintStyle style, Budget budget)
        : this(style, budget, new FormulaPlan(style, budget))
    {
    }

    /// <summary>A printer that shares what is decided about nodes with another one of the same style.</summary>
    internal TextPrinter(PrintStyle style, Budget budget, FormulaPlan layout) => (_writer, _budget) = (new SyntaxWriter(style, budget, layout), budget);

    /// <summary>The node in the function language.</summary>
    /// <exception cref="LimitException">The text is longer than a printed text may be.</exception>
    public static string Print(Expression node, PrintStyle style, Budget budget) => new TextPrinter(style, budget).Print(node);

    /// <summary>The node as one line; past the length that the style allows, its repeated parts have names.</summary>
    /// <exception cref="LimitException">The line is longer than a printed text may be.</exception>
    public string Print(Expression node)
    {
        var written = _writer.Write(node);
        var text = new StringBuilder();
        foreach (var (name, part) in written.Parts)
        {
            text.Append(name).Append(" = ");
            Append(part, text);
            text.Append("; ");
        }

        Append(written.Formula, text);
        return text.ToString();
    }

    private void Append(SyntaxNode tree, StringBuilder text)
    {
        if (!SyntaxPrinter.Append(tree, text, _budget.Limits.PrintedLength, _budget)) throw _writer.TooLong();
    }
}
