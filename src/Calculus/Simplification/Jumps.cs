using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>
/// Where formulas jump: stairs, signs, and borders of branches whose values differ there. A derivative by rules is 0 or a branch's own
/// where the function has none.
/// </summary>
internal sealed class Jumps
{
    private readonly IReadOnlyCollection<Symbol> _variables;
    private readonly HashSet<Expression> _moving;
    private readonly HashSet<Expression> _loud;

    /// <summary>The jumps of a formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="variables">What it is differentiated by; a part that stands still jumps nowhere.</param>
    public Jumps(Expression formula, IReadOnlyCollection<Symbol> variables)
    {
        var nodes = Reachable.From(formula);
        _variables = variables;
        _moving = Reachable.ChangingWith(nodes, [.. variables]);
        _loud = [formula];
        foreach (var node in nodes)
        {
            for (var place = 0; place < node.ChildCount; place++)
            {
                var child = node.Child(place);
                if (node is not Product product || !IsDamped(product, child)) _loud.Add(child);
            }
        }
    }

    /// <summary>What must hold for a node not to jump; not yet in its plainest form.</summary>
    /// <param name="node">A node of the formula.</param>
    public IEnumerable<Expression> Of(Expression node) => !_moving.Contains(node) || !_loud.Contains(node) ? [] : node switch
    {
        Call { Function: Sign or Step, Arguments: [var u] } => [NotEqual.Of(u, node.Graph.Zero)],
        Call { Function: ReciprocalOrZero, Arguments: [var u] } => [NotEqual.Of(u, node.Graph.Zero)],
        Call { Function: LargestShare } call => call.Arguments.Skip(1).Select(other => NotEqual.Of(call.Arguments[0] - other, node.Graph.Zero)),
        Call { Function: Floor or Ceil, Arguments: [var u] } => [Poles.NotWhole(u)],
        Call { Function: Round, Arguments: [var u] } => [Poles.NotWhole(u + Rational.Of(1, 2))],
        Call { Function: Mod, Arguments: [var a, var b] } => [Poles.NotWhole(a / b)],
        Call { Function: Atan2, Arguments: [var y, var x] } => [node.Graph.Call(Or.Function, NotEqual.Of(y, node.Graph.Zero), Less.Of(node.Graph.Zero, x))],
        Choice choice => Relations(choice.Condition).Where(_moving.Contains).Select(relation => Border(choice, relation)).OfType<Expression>(),
        _ => [],
    };

    // sign(u)·u and step(u)·u^2 do not jump where u is 0.
    private static bool IsDamped(Product product, Expression child) =>
        child is Call { Function: Sign or Step, Arguments: [var u] } && product.Factors.Any(factor => IsZeroWith(u, factor is Call { Function: Power, Arguments: [var v, Number { Value.Sign: > 0 }] } ? v : factor));

    private static bool IsZeroWith(Expression u, Expression factor) => factor == u || (factor is Call { Function: Abs or Relu, Arguments: [var inside] } && inside == u);

    // The comparisons that a condition is made of.
    private static IEnumerable<Call> Relations(Expression condition) => Reachable.From(condition).OfType<Call>().Where(static call => call.Function is Relation);

    // Where a branch ends: a ≠ b, or nothing where both branches have one value there.
    private Expression? Border(Choice choice, Call relation)
    {
        var border = DomainConditions.Solved(NotEqual.Of(relation.Arguments[0] - relation.Arguments[1], choice.Graph.Zero));
        if (border is not Call { Function: NotEqual, Arguments: [Symbol u, Number or Symbol] } solved || !choice.Shape.IsScalar || !u.Shape.IsScalar) return border;
        var (moved, fixedAt) = _variables.Contains(u) ? (u, solved.Arguments[1]) : (solved.Arguments[1] as Symbol ?? u, solved.Arguments[0]);
        var at = new Dictionary<Symbol, Expression> { [moved] = fixedAt };
        var difference = Rebuild.In(choice.Then - choice.Otherwise, choice.Graph, at);
        return Graph.IsZero(difference) || Graph.IsZero(Simplify.Of(difference)) ? null : border;
    }
}
