using Calculus.Differentiation;
using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>A node of the definition as written, while it is differentiated by one variable in forward mode.</summary>
/// <param name="node">The node.</param>
/// <param name="variable">The variable.</param>
/// <param name="tangents">The derivatives of the nodes below; those that do not depend on the variable are missing.</param>
public sealed class Site(Expression node, Symbol variable, IReadOnlyDictionary<Expression, Expression> tangents)
{
    private readonly Dictionary<int, Expression> _contributions = [];
    private Expression? _total;

    /// <summary>The node.</summary>
    public Expression Node { get; } = node;

    /// <summary>The variable.</summary>
    public Symbol Variable { get; } = variable;

    /// <summary>Where nodes are made.</summary>
    public Graph Graph { get; } = node.Graph;

    /// <summary>The places of the children that depend on the variable.</summary>
    public IReadOnlyList<int> Moving { get; } = [.. Enumerable.Range(0, node.ChildCount).Where(place => tangents.ContainsKey(node.Child(place)))];

    /// <summary>The derivative of a node below, or null where it does not depend on the variable.</summary>
    public Expression? TangentOf(Expression below) => tangents.GetValueOrDefault(below);

    /// <summary>The derivative of a child that depends on the variable.</summary>
    public Expression Tangent(int place) => tangents[Node.Child(place)];

    /// <summary>What one child adds to the derivative of the node when its own derivative is <paramref name="tangent"/>.</summary>
    public Expression Contribution(int place, Expression tangent)
    {
        var onlyBranch = Node is Choice choice ? Thin.OnlyBranch(choice, Variable) : null;
        if (onlyBranch is { } only) return place == only ? tangent : Graph.Zero;
        return Rules.Contribution(Node, place, tangent) ?? Graph.Zero;
    }

    /// <summary>What one child adds to the derivative of the node.</summary>
    public Expression Contribution(int place)
    {
        if (!_contributions.TryGetValue(place, out var known)) _contributions[place] = known = Contribution(place, Tangent(place));
        return known;
    }

    /// <summary>The derivative of the node by the rules.</summary>
    public Expression Total() => _total ??= Total(Moving);

    /// <summary>The part of the derivative that some children add.</summary>
    public Expression Total(IEnumerable<int> places) => Sum(places.Select(Contribution));

    /// <summary>The change where one child contributes something else.</summary>
    public Expression With(int place, Expression contribution) => contribution - Contribution(place);

    /// <summary>The change where the derivative of the node is something else.</summary>
    public Expression Instead(Expression tangent) => tangent - Total();

    /// <summary>A sum of parts, 0 where there are none.</summary>
    public Expression Sum(IEnumerable<Expression> parts) => Graph.Sum(Rational.Zero, [.. parts.Select(static part => new Term(Rational.One, part))]);

    /// <summary>A call with one argument replaced, and its derivative by that argument.</summary>
    public Expression PartialAt(int place, Expression argument)
    {
        var call = (Call)Node;
        Expression[] arguments = [.. call.Arguments];
        arguments[place] = argument;
        return call.Function.Partial(place, arguments, call.Function.Apply(Graph, arguments));
    }
}
