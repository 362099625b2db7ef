using System.Numerics;
using System.Runtime.CompilerServices;

namespace Calculus.Syntax;

/// <summary>One node of a definition as it was written. Immutable.</summary>
public sealed class SyntaxNode
{
    private readonly SyntaxNode[] _children;
    private readonly int _hash;

    /// <summary>Makes a node above children that exist already.</summary>
    public SyntaxNode(SyntaxKind kind, TextSpan span, string text, params SyntaxNode[] children)
    {
        Kind = kind;
        Span = span;
        Text = text;
        _children = children;
        // The runtime's own number of an object is slow to make; a leaf that stands nowhere has nothing else that tells it from another.
        var hash = span.End == span.Start && children.Length == 0 ? RuntimeHelpers.GetHashCode(this) : (int)kind + (span.Start * 31) + (span.End * 0x1F1F);
        foreach (var child in children) hash = ((int)BitOperations.RotateLeft((uint)hash, 5) * 0x61C88647) ^ child._hash;
        _hash = hash;
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

    /// <summary>A number that few other nodes have.</summary>
    public override int GetHashCode() => _hash;

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
