using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>
/// Rebuilds nodes that cannot or should not be written by their own names: the share of the largest becomes steps, and
/// where the style asks for it the logistic function and softplus are spelled out by exponentials.
/// </summary>
/// <param name="spellOut">Whether the logistic function and softplus are spelled out.</param>
/// <param name="budget">What may be spent; new nodes are paid from it.</param>
internal sealed class Spelling(bool spellOut, Budget budget)
{
    private Graph? _graph;
    private readonly Dictionary<Expression, Expression> _rebuilt = [];
    private readonly NodeTable<bool> _isNeeded = new((node, needed) =>
        node is Call { Function: LargestShare } || (spellOut && node is Call { Function: Sigmoid or Softplus }) || AnyChild(node, needed));

    /// <summary>The node to print: the given one where it can be written as it is.</summary>
    public Expression Of(Expression root)
    {
        if (!_isNeeded[root]) return root;
        _graph ??= new Graph(budget, spellOut ? Rewriting.Exact : root.Graph.Rewriting);
        var open = new Stack<Expression>();
        open.Push(root);
        while (open.TryPeek(out var node))
        {
            budget.Visit();
            var before = open.Count;
            for (var i = 0; i < node.ChildCount; i++)
            {
                if (!_rebuilt.ContainsKey(node.Child(i))) open.Push(node.Child(i));
            }

            if (open.Count > before) continue;
            open.Pop();
            if (!_rebuilt.ContainsKey(node)) _rebuilt.Add(node, Rebuild(_graph, node));
        }

        return _rebuilt[root];
    }

    private static bool AnyChild(Expression node, NodeTable<bool> table)
    {
        for (var i = 0; i < node.ChildCount; i++)
        {
            if (table[node.Child(i)]) return true;
        }

        return false;
    }

    private Expression Rebuild(Graph graph, Expression node) => node switch
    {
        Number number => graph.Number(number.Value),
        Symbol symbol => graph.Symbol(symbol.Name, symbol.Role),
        Sum sum => graph.Sum(sum.Constant, [.. sum.Terms.Select(term => new Term(term.Coefficient, _rebuilt[term.Of]))]),
        Product product => graph.Product(product.Coefficient, [.. product.Factors.Select(factor => _rebuilt[factor.Of])]),
        Choice choice => graph.Choice(_rebuilt[choice.Condition], _rebuilt[choice.Then], _rebuilt[choice.Otherwise]),
        Call call => Rebuild(graph, call.Function, [.. call.Arguments.Select(argument => _rebuilt[argument])]),
        _ => throw new NotSupportedException($"A node of the kind {node.GetType().Name} cannot be printed."),
    };

    private Expression Rebuild(Graph graph, Function function, Expression[] arguments) => function switch
    {
        LargestShare => graph.Product(Rational.One, [.. arguments.Skip(1).Select(other => Step.Of(arguments[0] - other))]),
        Sigmoid when spellOut => Logistic(arguments[0]),
        Softplus when spellOut => Log.Of(1 + Exp.Of(arguments[0])),
        _ => graph.Call(function, arguments),
    };

    // Of the two equal forms the one whose exponential has no sign before its argument.
    private static Expression Logistic(Expression x) =>
        x is Product { Coefficient.Sign: < 0 } or Number { Value.Sign: < 0 }
            ? 1 / (1 + Exp.Of(-x))
            : x.Graph.Product(Rational.One, [Exp.Of(x), x.Graph.Power(1 + Exp.Of(x), -1)]);
}
