using System.Globalization;
using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>
/// Makes syntax trees that come from no text, such as the lines of an explanation. Equal trees of one factory are one object, so that
/// what occurs again is found again; brackets and places are not kept.
/// </summary>
/// <param name="budget">Pays for each node.</param>
internal sealed class SyntaxFactory(Budget budget)
{
    private readonly Dictionary<Key, SyntaxNode> _made = [];
    private readonly Dictionary<SyntaxNode, int> _numbers = [];

    /// <summary>A literal as written: ASCII digits, a point, an exponent.</summary>
    public SyntaxNode Literal(string digits) => Make(SyntaxKind.Number, digits, 0);

    /// <summary>A whole number.</summary>
    public SyntaxNode Number(long value)
    {
        var digits = Literal(Math.Abs(value).ToString(CultureInfo.InvariantCulture));
        return value < 0 ? Negate(digits) : digits;
    }

    /// <summary>A name.</summary>
    public SyntaxNode Name(string name) => Make(SyntaxKind.Name, name, 0);

    /// <summary>A call.</summary>
    public SyntaxNode Call(string function, params ReadOnlySpan<SyntaxNode> arguments) => Make(SyntaxKind.Call, function, 0, arguments);

    /// <summary>The power.</summary>
    public SyntaxNode Power(SyntaxNode @base, SyntaxNode exponent) => Make(SyntaxKind.Power, "", 0, @base, exponent);

    /// <summary>The sum.</summary>
    public SyntaxNode Add(SyntaxNode a, SyntaxNode b) =>
        b.Kind == SyntaxKind.Negate ? Subtract(a, b.Children[0]) : Make(SyntaxKind.Add, "", 0, a, b);

    /// <summary>The difference.</summary>
    public SyntaxNode Subtract(SyntaxNode a, SyntaxNode b) => Make(SyntaxKind.Subtract, "", 0, a, b);

    /// <summary>The product; a sign of the first factor is written before it.</summary>
    public SyntaxNode Multiply(SyntaxNode a, SyntaxNode b) =>
        a.Kind == SyntaxKind.Negate ? Negate(Multiplied(a.Children[0], b)) : Multiplied(a, b);

    /// <summary>The quotient; a sign of the dividend is written before it.</summary>
    public SyntaxNode Divide(SyntaxNode a, SyntaxNode b) =>
        a.Kind == SyntaxKind.Negate ? Negate(Divided(a.Children[0], b)) : Divided(a, b);

    /// <summary>A comparison, or two conditions joined.</summary>
    public SyntaxNode Compare(SyntaxKind kind, SyntaxNode a, SyntaxNode b) => Make(kind, "", 0, a, b);

    /// <summary>The negated node.</summary>
    public SyntaxNode Negate(SyntaxNode node) => node.Kind == SyntaxKind.Negate ? node.Children[0] : Make(SyntaxKind.Negate, "", 0, node);

    /// <summary>The node of another tree with children of this factory; signs are moved to the front of products.</summary>
    /// <param name="pattern">Gives kind, text and primes.</param>
    /// <param name="children">Nodes of this factory.</param>
    public SyntaxNode Like(SyntaxNode pattern, params ReadOnlySpan<SyntaxNode> children)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern.Kind switch
        {
            SyntaxKind.Plus => children[0],
            SyntaxKind.Multiply or SyntaxKind.ElementMultiply => Multiply(children[0], children[1]),
            SyntaxKind.Divide or SyntaxKind.ElementDivide => Divide(children[0], children[1]),
            SyntaxKind.ElementPower => Power(children[0], children[1]),
            _ => Make(pattern.Kind, pattern.Text, pattern.Primes, children),
        };
    }

    /// <summary>A tree of another factory, or one that was read, made of nodes of this one.</summary>
    /// <param name="nodes">Its nodes, children before parents.</param>
    public SyntaxNode Copy(IReadOnlyList<SyntaxNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var made = new Dictionary<SyntaxNode, SyntaxNode>(nodes.Count);
        foreach (var node in nodes) made[node] = Like(node, [.. node.Children.Select(child => made[child])]);
        return made[nodes[^1]];
    }

    private SyntaxNode Multiplied(SyntaxNode a, SyntaxNode b) => Make(SyntaxKind.Multiply, "", 0, a, b);

    private SyntaxNode Divided(SyntaxNode a, SyntaxNode b) => Make(SyntaxKind.Divide, "", 0, a, b);

    private SyntaxNode Make(SyntaxKind kind, string text, int primes, params ReadOnlySpan<SyntaxNode> children)
    {
        var places = new int[children.Length];
        for (var i = 0; i < places.Length; i++) places[i] = NumberOf(children[i]);
        var key = new Key(kind, text, primes, string.Join(',', places));
        if (_made.TryGetValue(key, out var known)) return known;
        budget.SpendNode();
        var node = new SyntaxNode(kind, default, text, children.ToArray()) { Primes = primes };
        NumberOf(node);
        return _made[key] = node;
    }

    private int NumberOf(SyntaxNode node)
    {
        if (_numbers.TryGetValue(node, out var number)) return number;
        return _numbers[node] = _numbers.Count;
    }

    private readonly record struct Key(SyntaxKind Kind, string Text, int Primes, string Children);
}
