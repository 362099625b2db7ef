using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>
/// Rebuilds nodes that cannot or should not be written by their own names: the share of the largest argument becomes steps,
/// derivatives of sinc and of lengths become quotients, and where the style asks for it the logistic function and softplus
/// are written in terms of exponentials.
/// </summary>
/// <param name="spellOut">Whether the logistic function and softplus are spelled out.</param>
/// <param name="budget">What may be spent; new nodes are paid from it.</param>
internal sealed class Spelling(bool spellOut, Budget budget)
{
    private readonly Dictionary<Expression, Expression> _made = [], _unfolded = [];
    private readonly NodeTable<bool> _isNeeded = new((node, needed) =>
        node is Call { Function: LargestShare or ReciprocalOrZero or SincDerivative }
        || (spellOut && node is Call { Function: Sigmoid or Softplus })
        || Children.Any(node, needed));

    private readonly NodeTable<bool> _unfolds = new(static (node, unfolds) =>
        node is Call { Function: SincDerivative } || Children.Any(node, unfolds));

    private Graph? _graph, _plain;

    /// <summary>The node to print: the given one where it can be written as it is.</summary>
    public Expression Of(Expression root)
    {
        if (!_isNeeded[root]) return root;
        // Names found again would undo the spelling.
        _graph ??= new Graph(budget, root.Graph.Rewriting & Rewriting.Exact);
        foreach (var node in Reachable.From(root))
        {
            if (!_made.ContainsKey(node)) _made.Add(node, Make(node, _graph));
        }

        return _unfolds[_made[root]] ? Unfolded(_made[root]) : _made[root];
    }

    // From here on nothing is rewritten: a factor moved into a branch of the choice would not be recognised as a factor of it.
    private Expression Unfolded(Expression root)
    {
        _plain ??= new Graph(budget, Rewriting.None);
        foreach (var node in Reachable.From(root))
        {
            if (_unfolded.ContainsKey(node)) continue;
            _unfolded.Add(node, node is Call { Function: SincDerivative } call
                ? SincDerivative.Spelled(SincDerivative.OrderOf(call.Arguments.AsSpan()), call.Arguments[1], _plain, Copied)
                : Rebuild.WithChildren(node, _plain, child => _unfolded[child]));
        }

        return _unfolded[root];
    }

    private Expression Copied(Expression root)
    {
        foreach (var node in Reachable.From(root))
        {
            if (!_unfolded.ContainsKey(node)) _unfolded.Add(node, Rebuild.WithChildren(node, _plain!, child => _unfolded[child]));
        }

        return _unfolded[root];
    }

    private Expression Make(Expression node, Graph graph) => node switch
    {
        Call { Function: LargestShare, Arguments: [var first, .. var others] } =>
            Share(graph, [.. others.Select(other => StepBetween(_made[first], _made[other], first.Hash < other.Hash)).Distinct()]),
        Call { Function: ReciprocalOrZero, Arguments: [var t] } => 1 / _made[t],
        Call { Function: Sigmoid, Arguments: [var x] } when spellOut => Logistic(_made[x]),
        Call { Function: Power, Arguments: [Call { Function: Sigmoid, Arguments: [var x] }, Number { Value: { IsInteger: true, Sign: > 0 } n }] } when spellOut =>
            graph.Power(1 + Exp.Of(-_made[x]), -n), // no numerator that overflows
        Call { Function: Softplus, Arguments: [var x] } when spellOut => Log.Of(1 + Exp.Of(_made[x])),
        _ => Rebuild.WithChildren(node, graph, child => _made[child]),
    };

    // Each step is 0 or 1, so that it counts once. Where u would have to be above 0 and below, the argument is the largest at ties alone, which steps leave out.
    private static Expression Share(Graph graph, Expression[] steps) =>
        Array.Exists(steps, step => step is Call { Function: Step, Arguments: [var u] } && Array.IndexOf(steps, Step.Of(-u)) >= 0) ? graph.Zero : graph.Product(Rational.One, steps);

    // The steps of n arguments are n², and may all be numbers, which need no node. Where the two are equal over a stretch, one of them has all of it
    // there, since steps would give it to neither.
    private Expression StepBetween(Expression one, Expression other, bool hasTies)
    {
        budget.SpendNode();
        var difference = one - other;
        return hasTies && Stretches.MayTie(difference, budget) ? 1 - Step.Of(other - one) : Step.Of(difference);
    }

    // Of two equal forms the one whose exponential has no sign before its argument.
    private static Expression Logistic(Expression x) =>
        x is Product { Coefficient.Sign: < 0 } or Number { Value.Sign: < 0 }
            ? 1 / (1 + Exp.Of(-x))
            : Exp.Of(x) / (1 + Exp.Of(x));
}
