using Calculus.Differentiation;
using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>A node of the definition as written, while it is differentiated by one variable in forward mode.</summary>
/// <param name="node">The node.</param>
/// <param name="variable">The variable, or its only entry.</param>
/// <param name="tangents">
/// The derivatives of the nodes below; those that do not depend on the variable are missing. For a vector or a matrix they are taken
/// along a direction, linear in it, and each has the shape of its node.
/// </param>
internal sealed class Site(Expression node, Expression variable, IReadOnlyDictionary<Expression, Expression> tangents)
{
    private readonly Dictionary<int, Expression> _contributions = [];
    private Expression? _total;

    /// <summary>The node.</summary>
    public Expression Node { get; } = node;

    /// <summary>The variable.</summary>
    public Expression Variable { get; } = variable;

    /// <summary>Where nodes are made.</summary>
    public Graph Graph { get; } = node.Graph;

    /// <summary>The places of the children that depend on the variable.</summary>
    public IReadOnlyList<int> Moving { get; } = [.. Enumerable.Range(0, node.ChildCount).Where(place => tangents.ContainsKey(node.Child(place)))];

    /// <summary>Whether the variable is a vector or a matrix, which moves along a direction.</summary>
    public bool IsDirectional => !Variable.Shape.IsScalar;

    /// <summary>The derivative of the variable itself: 1, or the direction that it moves in.</summary>
    public Expression Direction => tangents[Variable];

    /// <summary>The derivative of a node below, or null where it does not depend on the variable.</summary>
    public Expression? TangentOf(Expression below) => tangents.GetValueOrDefault(below);

    /// <summary>The derivative of a child that depends on the variable.</summary>
    public Expression Tangent(int place) => tangents[Node.Child(place)];

    /// <summary>What one child adds to the derivative of the node when its own derivative is <paramref name="tangent"/>.</summary>
    public Expression Contribution(int place, Expression tangent)
    {
        var part = OnlyBranch() is { } only
            ? place == only ? tangent : null
            : ForwardRules.Contribution(Node, place, tangent);
        return Graph.Fit(part ?? Graph.Zero, Node.Shape);
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

    /// <summary>
    /// What would be the derivative if each entry of the node depended only on the matching entry of the variable: a product of several tangents, or of none,
    /// made linear in the direction again. Null where the shapes differ.
    /// </summary>
    /// <param name="product">The product.</param>
    /// <param name="degree">How many tangents it has as factors.</param>
    public Expression? Linear(Expression product, int degree)
    {
        if (!IsDirectional || degree == 1) return product;
        if (Node.Shape != Variable.Shape) return null;
        return degree == 0 ? product * Direction : product * Graph.Power(Direction, 1 - degree);
    }

    /// <summary>The derivative of a child entry by entry, without the direction; null where its shape is not the variable's.</summary>
    public Expression? Slope(int place) =>
        !IsDirectional ? Tangent(place) : Node.Child(place).Shape == Variable.Shape && Node.Shape == Variable.Shape ? Tangent(place) / Direction : null;

    /// <summary>The derivative that a child would have if it were the variable, or null where it can't be.</summary>
    public Expression? AsVariable(int place) =>
        Node.Child(place).Shape is var shape && !IsDirectional ? Graph.Fill(Rational.One, shape) : shape == Variable.Shape ? Direction : null;

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

    // Where a condition holds at single points only, the derivative is that of the other branch.
    private int? OnlyBranch() => Node is Choice { Condition.Shape.IsScalar: true } choice && Variable is Symbol { Shape.IsScalar: true } number
        ? Thin.OnlyBranch(choice, number)
        : null;
}
