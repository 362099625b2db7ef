using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>
/// Whether a formula jumps where two of its parts are equal. There it is written with a letter for the share of each side; where the letter
/// cancels, both sides come to the same value, as 2x·step(x^2) does at 0.
/// </summary>
internal static class Ties
{
    // Nodes of a formula that is worth a second look.
    private const int Largest = 300;

    /// <summary>Of a condition <c>a ≠ b</c> the parts under which the formula jumps: of x^4 ≠ x^2, x is not 0 is left out where no jump is there.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="condition">Where one of its steps, signs or branches changes over.</param>
    public static IReadOnlyList<Expression> Felt(Expression formula, Expression condition)
    {
        if (condition is not Call { Function: NotEqual, Arguments: [var a, var b] } || !a.Shape.IsScalar) return [condition];
        var nodes = Reachable.From(formula);
        if (nodes.Count > Largest || nodes.Exists(static node => node is Call { Function: Floor or Ceil or Round or Mod or Atan2 or ReciprocalOrZero })) return [condition];
        if (!IsFelt(nodes, a, b)) return [];
        IReadOnlyList<Expression> factors = [.. Factors(a - b).SelectMany(DomainConditions.Plain)];
        IReadOnlyList<Expression> felt = [.. factors.Where(each => each is not Call { Function: NotEqual, Arguments: [var c, var d] } || IsFelt(nodes, c, d))];
        return felt.Count < factors.Count ? felt : [condition];
    }

    // u^2·v − u·w ≠ 0 is u ≠ 0 and u·v − w ≠ 0.
    private static IReadOnlyList<Expression> Factors(Expression difference)
    {
        if (difference is not Sum { Constant.IsZero: true } sum) return [];
        var graph = difference.Graph;
        List<FactorList> terms = [.. sum.Terms.Select(static term => FactorList.Of(term.Coefficient, term.Of))];
        foreach (var first in terms[0].Powers)
        {
            int[] places = [.. terms.Select(term => term.Powers.FindIndex(power => power.Base == first.Base && power.Number is { IsInteger: true, Sign: > 0 }))];
            if (places.Contains(-1)) continue;
            var least = terms.Select((term, i) => term.Powers[places[i]].Number!.Value).Aggregate(static (a, b) => a.CompareTo(b) <= 0 ? a : b);
            for (var i = 0; i < places.Length; i++) terms[i].Powers[places[i]] = Lowered(terms[i].Powers[places[i]], least);
            var rest = terms.Select(term => term.Build(graph)).Aggregate(static (total, term) => total + term);
            return [NotEqual.Of(first.Base, graph.Zero), NotEqual.Of(rest, graph.Zero)];
        }

        return [];

        RaisedBase Lowered(RaisedBase power, Rational by) => power.With(graph, power.Number!.Value - by);
    }

    private static bool IsFelt(List<Expression> nodes, Expression a, Expression b)
    {
        var at = new Dictionary<Expression, Expression>();
        if (!Equate(a, b, at)) return true;
        var (graph, isLetter) = (a.Graph, at.Keys.All(static part => part is Symbol));
        var made = new Dictionary<Expression, Expression>(nodes.Count);
        var letters = new Letters(graph);
        foreach (var node in nodes)
        {
            if (at.TryGetValue(node, out var value)) made[node] = value;
            else if (letters.Decided(node, made) is { } decided) made[node] = decided;
            else if (IsOpen(made[node] = Rebuild.WithChildren(node, graph, child => made[child]), isLetter)) return true;
        }

        return Reachable.From(Simplify.Of(made[nodes[^1]])).Exists(letters.Has);
    }

    // Whether a step, a sign or a branch may change over at the place without being seen to: letters that are left are as they may be.
    private static bool IsOpen(Expression node, bool lettersAreFree) =>
        node is Choice or Call { Function: Step or Sign or LargestShare } && !(lettersAreFree && Reachable.From(node).Exists(static each => each is Symbol { Role: not SymbolRole.Constant }));

    // What the parts are where a = b: a sum of squares is 0 only where each of them is.
    private static bool Equate(Expression a, Expression b, Dictionary<Expression, Expression> at)
    {
        var graph = a.Graph;
        if (b is Symbol && a is not Symbol) (a, b) = (b, a);
        if (a is Symbol && !Reachable.From(b).Contains(a))
        {
            at[a] = b;
        }
        else if (b is Number { Value.IsZero: true } && DoubleRoot(a) is { } root)
        {
            at[root.Of] = graph.Number(root.Value);
        }
        else if (b is Number { Value.IsZero: true } && a is Sum { Constant.IsZero: true } sum)
        {
            if (sum.Terms.Any(static term => term.Coefficient.Sign < 0 || !term.Of.Facts.IsNotNegative())) return false;
            foreach (var term in sum.Terms)
            {
                at[term.Of] = graph.Zero;
                if (term.Of is Call { Function: Power or Abs, Arguments: [var u, ..] }) at[u] = graph.Zero;
            }
        }
        else if (b is Number number)
        {
            at[a] = b;
            if (!number.Value.Abs().IsOne) return true;
            if (a is Call { Function: Cos } cos) at[Sin.Of(cos.Arguments[0])] = graph.Zero;
            if (a is Call { Function: Sin } sin) at[Cos.Of(sin.Arguments[0])] = graph.Zero;
        }
        else
        {
            return false;
        }

        return true;
    }

    // c·(x − r)^2, written out, is 0 at r alone.
    private static (Symbol Of, Rational Value)? DoubleRoot(Expression node)
    {
        if (node is not Sum { Terms: [var first, var second], Constant: var constant }) return null;
        var (line, square) = first.Of is Symbol ? (first, second) : (second, first);
        if (line.Of is not Symbol letter || square.Of is not Call { Function: Power, Arguments: [var x, Number { Value: var n }] } || x != letter || n != 2) return null;
        return line.Coefficient * line.Coefficient == 4 * square.Coefficient * constant ? (letter, -line.Coefficient / (2 * square.Coefficient)) : null;
    }

    // The letters that stand for shares at one place.
    private sealed class Letters(Graph graph)
    {
        private readonly Dictionary<Expression, Symbol> _shares = [];

        /// <summary>Whether a node is one of the letters.</summary>
        public bool Has(Expression node) => node is Symbol symbol && _shares.ContainsValue(symbol);

        /// <summary>What stands for a node that changes over at the place; null where it does not.</summary>
        public Expression? Decided(Expression node, Dictionary<Expression, Expression> made) => node switch
        {
            Call { Function: Step, Arguments: [var u] } when IsZero(made[u]) => Share(u),
            Call { Function: Sign, Arguments: [var u] } when IsZero(made[u]) => (2 * Share(u)) - graph.One,
            Call { Function: LargestShare } share => Decided(share, made),
            Choice choice when Comparisons(choice.Condition).Any(each => IsZero(made[each.Arguments[0]] - made[each.Arguments[1]])) => Decided(choice, made),
            _ => null,
        };

        private Expression? Decided(Call share, Dictionary<Expression, Expression> made)
        {
            Expression first = share.Arguments[0];
            Expression[] tied = [.. share.Arguments.Skip(1).Where(other => IsZero(made[first] - made[other]))];
            if (tied.Length == 0) return null;
            Expression[] others = [made[first], .. share.Arguments.Skip(1).Except(tied).Select(other => made[other])];
            var part = tied.Length == 1 ? Share(first - tied[0]) : Letter(share);
            return others.Length == 1 ? part : part * graph.Call(LargestShare.Function, others);
        }

        private Expression Decided(Choice choice, Dictionary<Expression, Expression> made)
        {
            var (then, otherwise) = (made[choice.Then], made[choice.Otherwise]);
            return IsZero(then - otherwise) ? otherwise : otherwise + (Letter(choice.Condition) * (then - otherwise));
        }

        // Where one side has the share s, the other has 1 − s.
        private Expression Share(Expression u)
        {
            var opposite = u is Sum sum ? SignIdentities.Opposite(sum) : -u;
            return _shares.TryGetValue(opposite, out var other) ? graph.Sum(Rational.One, [new Term(-Rational.One, other)]) : Letter(u);
        }

        private Symbol Letter(Expression of)
        {
            if (!_shares.TryGetValue(of, out var letter)) _shares[of] = letter = graph.Symbol($"share {_shares.Count + 1}", SymbolRole.Variable);
            return letter;
        }

        private static bool IsZero(Expression u) => u.Shape.IsScalar && (Graph.IsZero(u) || Graph.IsZero(Simplify.Of(u)));

        private static IEnumerable<Call> Comparisons(Expression condition) => Reachable.From(condition).OfType<Call>().Where(static call => call.Function is Relation);
    }
}
