namespace Calculus.Syntax;

/// <summary>One node of a definition as it was written. Immutable.</summary>
public sealed class SyntaxNode
{
    /// <summary>Makes a node above children that exist already.</summary>
    public SyntaxNode(SyntaxKind kind, TextSpan span, string text, params SyntaxNode[] children)
    {
        Kind = kind;
        Span = span;
        Text = text;
        Children = children;
    }

    /// <summary>What kind of node this is.</summary>
    public SyntaxKind Kind { get; }

    /// <summary>Where it stands in the text, the brackets around it included.</summary>
    public TextSpan Span { get; init; }

    /// <summary>A literal's normalised spelling (ASCII digits, <c>.</c>, <c>e</c>), or the name of a name, call or range; else empty.</summary>
    public string Text { get; }

    /// <summary>The operands or arguments, in the order written.</summary>
    public IReadOnlyList<SyntaxNode> Children { get; }

    /// <summary>How many pairs of round brackets stand around it.</summary>
    public int Brackets { get; init; }

    /// <summary>Of a product: the sign is not written, as in <c>2x</c>.</summary>
    public bool Implied { get; init; }

    /// <summary>Of a call: the primes behind the name, as in <c>f''(x)</c>.</summary>
    public int Primes { get; init; }
}
