using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>What the statements of one text share while they are read.</summary>
internal sealed class ReadingContext(string text, IReadOnlyList<Token> tokens, Budget budget)
{
    private int _nodes;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

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
