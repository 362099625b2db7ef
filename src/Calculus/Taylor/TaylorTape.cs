using System.Runtime.InteropServices;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Taylor;

/// <summary>
/// What the series of an expression is computed from: the nodes below it and those of the derivatives of its calls, each
/// with the order to which its series is needed. For y = φ(u) the series of φ′(u) is needed to one order less, so that the
/// chain of derivatives ends (Griewank and Walther, Evaluating Derivatives, 2nd ed., section 13.2).
/// </summary>
internal sealed class TaylorTape
{
    private readonly Dictionary<Expression, int> _orders = [];
    private readonly Dictionary<(Call Call, int Place), Expression> _partials = [];
    private readonly Dictionary<Expression, bool> _moves = [];
    private readonly Symbol _variable;
    private readonly Budget _budget;

    /// <summary>The tape of an expression.</summary>
    /// <param name="root">The expression.</param>
    /// <param name="variable">The variable of the series.</param>
    /// <param name="order">The order of the series.</param>
    /// <param name="budget">Asked for each node.</param>
    /// <exception cref="LimitException">The derivatives need more nodes than allowed.</exception>
    public TaylorTape(Expression root, Symbol variable, int order, Budget budget)
    {
        (Root, _variable, Order, _budget) = (root, variable, order, budget);
        Collect();
        Nodes = [.. _orders.Keys.OrderBy(static node => node.Index)];
    }

    /// <summary>The expression.</summary>
    public Expression Root { get; }

    /// <summary>The order of its series.</summary>
    public int Order { get; }

    /// <summary>Every node, children before parents.</summary>
    public IReadOnlyList<Expression> Nodes { get; }

    /// <summary>To which order a node's series is needed.</summary>
    public int OrderOf(Expression node) => _orders[node];

    /// <summary>Whether a node depends on the variable.</summary>
    public bool Moves(Expression node) => _moves[node];

    /// <summary>The derivative of a call by one of its arguments that depends on the variable.</summary>
    public Expression Partial(Call call, int place) => _partials[(call, place)];

    /// <summary>Whether a node is the variable.</summary>
    public bool IsVariable(Expression node) => node == _variable;

    /// <summary>A power with a number for its exponent, which has a recurrence of its own.</summary>
    public static bool IsConstantPower(Call call) => call.Function is RealPower || (call.Function is Power && call.Arguments[1] is Number);

    /// <summary>Whether a function is constant between its jumps.</summary>
    public static bool IsStaircase(Function function) =>
        function is Sign or Step or Floor or Ceil or Round or Relation or Connective or LargestShare;

    /// <summary>Whether a function that is not a staircase has jumps nevertheless.</summary>
    public static bool Jumps(Function function) => function is Mod or Acot or Atan2;

    private void Collect()
    {
        var open = new Stack<Expression>();
        Ask(Root, Order, open);
        while (open.TryPop(out var node))
        {
            _budget.Visit();
            var order = _orders[node];
            if (node is Choice choice)
            {
                Ask(choice.Condition, 0, open);
                Ask(choice.Then, order, open);
                Ask(choice.Otherwise, order, open);
                continue;
            }

            var isPlain = node is not Call call || IsStaircase(call.Function) || IsConstantPower(call);
            for (var place = 0; place < node.ChildCount; place++)
            {
                var child = node.Child(place);
                Ask(child, order, open);
                if (!isPlain && order > 0 && _moves[child]) Ask(PartialOf((Call)node, place), order - 1, open);
            }
        }
    }

    private void Ask(Expression node, int order, Stack<Expression> open)
    {
        if (!_moves.ContainsKey(node)) Look(node);
        if (!_moves[node]) order = 0;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_orders, node, out var exists);
        if (exists && known >= order) return;
        known = order;
        open.Push(node);
    }

    private Expression PartialOf(Call call, int place)
    {
        if (!_partials.TryGetValue((call, place), out var partial))
            _partials[(call, place)] = partial = call.Function.Partial(place, call.Arguments.AsSpan(), call);
        return partial;
    }

    // Which of the nodes below depend on the variable; nodes seen before are not visited again.
    private void Look(Expression node)
    {
        var found = new List<Expression>();
        var open = new Stack<Expression>([node]);
        var seen = new HashSet<Expression> { node };
        while (open.TryPop(out var next))
        {
            _budget.Visit();
            found.Add(next);
            for (var place = 0; place < next.ChildCount; place++)
            {
                var child = next.Child(place);
                if (!_moves.ContainsKey(child) && seen.Add(child)) open.Push(child);
            }
        }

        found.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        foreach (var next in found)
        {
            var moves = next == _variable;
            for (var place = 0; place < next.ChildCount && !moves; place++) moves = _moves[next.Child(place)];
            _moves[next] = moves;
        }
    }
}
