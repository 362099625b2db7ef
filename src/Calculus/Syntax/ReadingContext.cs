using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>What the statements of one text share while they are read.</summary>
internal sealed class ReadingContext(string text, IReadOnlyList<Token> tokens, Budget budget, SourceFormat format = SourceFormat.Text)
{
    private int _nodes;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The notation of the text.</summary>
    public SourceFormat Format { get; } = format;

    /// <summary>Whether letters side by side are a product whatever is declared.</summary>
    public bool JoinsNames => Format == SourceFormat.Latex;

    /// <summary>Whether <c>a &lt; b &lt; c</c> is two comparisons.</summary>
    public bool ChainsComparisons => Format != SourceFormat.Text;

    /// <summary>The node of an operator in this notation, where shapes may decide what it is.</summary>
    public SyntaxKind NodeOf(SyntaxKind kind) => (Format, kind) switch
    {
        (SourceFormat.Latex or SourceFormat.Python, SyntaxKind.Multiply) => SyntaxKind.Beside,
        (SourceFormat.Latex or SourceFormat.Python, SyntaxKind.Divide) => SyntaxKind.Over,
        (SourceFormat.Latex or SourceFormat.Python, SyntaxKind.Power) => SyntaxKind.Raised,
        _ => kind,
    };

    /// <summary>Its tokens.</summary>
    public IReadOnlyList<Token> Tokens { get; } = tokens;

    /// <summary>What may be spent.</summary>
    public Budget Budget { get; } = budget;

    /// <summary>Notes on how the text was read.</summary>
    public ReadingNotes Notes { get; } = new();

    /// <summary>Pays for one node of the syntax tree.</summary>
    /// <exception cref="LimitException">The definition has as many nodes as it may have.</exception>
    public void CountNode(TextSpan span)
    {
        Budget.Visit();
        if (++_nodes > Budget.Limits.SyntaxNodes)
            throw SyntaxLimits.TooManyNodes(Budget.Limits, span);
    }
}
