namespace Calculus.Syntax;

/// <summary>One node of a definition as it was written. Immutable.</summary>
public sealed class SyntaxNode
{
    private readonly SyntaxNode[] _children;

    /// <summary>Makes a node above children that exist already.</summary>
    public SyntaxNode(SyntaxKind kind, TextSpan span, string text, params SyntaxNode[] children)
    {
        Kind = kind;
        Span = span;
        Text = text;
        _children = children;
    }

    /// <summary>What kind of node this is.</summary>
    public SyntaxKind Kind { get; }

    /// <summary>Where it stands in the text, including the brackets around it.</summary>
    public TextSpan Span { get; init; }

    /// <summary>A literal's normalised spelling (ASCII digits, <c>.</c>, <c>e</c>), or the name of a name, call or range; otherwise empty.</summary>
    public string Text { get; }

    /// <summary>The operands or arguments, in the order written.</summary>
    public IReadOnlyList<SyntaxNode> Children => _children;

    /// <summary>How many pairs of round brackets enclose it.</summary>
    public int Brackets { get; init; }

    /// <summary>Of a product: the sign is not written, as in <c>2x</c>.</summary>
    public bool Implied { get; init; }

    /// <summary>Of a call: the primes after the name, as in <c>f''(x)</c>.</summary>
    public int Primes { get; init; }

    /// <summary>The nodes of the tree below this one and itself, children before parents; one that occurs again is listed again.</summary>
    internal List<SyntaxNode> Nodes()
    {
        var nodes = new List<SyntaxNode>();
        var open = new Stack<SyntaxNode>([this]);
        while (open.TryPop(out var node))
        {
            nodes.Add(node);
            foreach (var child in node._children) open.Push(child);
        }

        nodes.Reverse();
        return nodes;
    }

    /// <summary>The same node with round brackets around it.</summary>
    /// <param name="pairs">How many pairs.</param>
    /// <param name="span">Where it stands, brackets included.</param>
    internal SyntaxNode InBrackets(int pairs, TextSpan span) =>
        new(Kind, span, Text, _children) { Brackets = pairs, Implied = Implied, Primes = Primes };
}
