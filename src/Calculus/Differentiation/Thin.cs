using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Differentiation;

/// <summary>
/// Conditions that hold at single points only, such as <c>x == 0</c>. A branch that is taken there has no interior and
/// so no derivative of its own: the derivative's formula is that of the other branch.
/// </summary>
internal static class Thin
{
    // Entries named by a condition; where more of them are compared one by one, the branches stay.
    private const int MostEntries = 64;

    /// <summary>Whether a condition holds, or fails, at single points only when one number moves.</summary>
    private readonly record struct Extent(bool HoldsAtPointsOnly, bool FailsAtPointsOnly);

    /// <summary>Whether some choice may have a branch of single points.</summary>
    public static bool MayBeIn(Expression f) => f.Graph.HasChoices && Reachable.From(f).Exists(static node => node is Call { Function: Equal or NotEqual });

    /// <summary>The function without the branches that have no interior when a symbol moves; for a vector or a matrix, when any of its entries moves.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The symbol that it will be differentiated by.</param>
    public static Expression Without(Expression f, Symbol x) => MayBeIn(f) ? Without(f, new Mover(x)) : f;

    /// <summary>
    /// The derivative by a vector or a matrix, with the entries along which more branches are thin than along all: <c>if(x[1] == 2, …)</c> is a
    /// branch of single points when the first entry moves, and of a whole line when the second does.
    /// </summary>
    /// <param name="f">The function, without what is thin along every entry.</param>
    /// <param name="x">The vector or matrix.</param>
    /// <param name="partial">The derivative of <paramref name="f"/> as it stands.</param>
    /// <param name="differentiate">Differentiates another function by the symbol.</param>
    public static Expression WithEntries(Expression f, Symbol x, Expression partial, Func<Expression, Symbol, Expression> differentiate)
    {
        if (x.Shape.IsScalar || x.Shape.IsSymbolic || !MayBeIn(f)) return partial;
        var (graph, outer) = (f.Graph, f.Shape.Rank);
        var entries = Reachable.From(f).Select(node => Mover.EntryOf(node, x)).OfType<int>().Distinct().Order().Take(MostEntries);
        foreach (var entry in entries)
        {
            var wide = Without(f, new Mover(x, entry));
            if (wide == f) continue;
            if (x.Shape.Count == 1) return differentiate(wide, x);
            var place = Places.Of(x.Shape, entry);
            Selection[] selections = [.. f.Shape.Dimensions.ToArray().Select(Selection.All), .. place.Select((index, axis) => new Selection(index, 1, 1, x.Shape[axis]))];
            partial += graph.Put(graph.Take(differentiate(wide, x) - partial, selections), selections);
        }

        return partial;
    }

    /// <summary>The place of the only branch of a choice with an interior along a variable, or null where both may have one.</summary>
    public static int? OnlyBranch(Choice choice, Symbol along) => OnlyBranch(choice, new Mover(along));

    /// <summary>The same for several variables: the branch that is the only one along each of those that the condition changes with.</summary>
    public static int? OnlyBranch(Choice choice, IReadOnlyList<Symbol> along)
    {
        var found = along.Where(symbol => new Mover(symbol).Moves(choice.Condition)).Select(symbol => OnlyBranch(choice, symbol)).Distinct().ToList();
        return found is [var only] ? only : null;
    }

    private static Expression Without(Expression f, Mover mover)
    {
        var made = new Dictionary<Expression, Expression>();
        foreach (var node in Reachable.From(f))
        {
            if (node is Choice choice && OnlyBranch(choice, mover) is { } only)
            {
                made[node] = f.Graph.Fit(made[choice.Child(only)], choice.Shape);
                continue;
            }

            var isSame = true;
            for (var place = 0; place < node.ChildCount && isSame; place++) isSame = made[node.Child(place)] == node.Child(place);
            made[node] = isSame ? node : Rebuild.WithChildren(node, f.Graph, child => made[child]);
        }

        return made[f];
    }

    private static int? OnlyBranch(Choice choice, Mover mover)
    {
        var extents = new Dictionary<Expression, Extent>();
        var open = new Stack<Expression>([choice.Condition]);
        while (open.TryPeek(out var condition))
        {
            choice.Graph.Budget.Visit();
            if (condition is Call { Function: Connective } connective && !connective.Arguments.All(extents.ContainsKey))
            {
                foreach (var argument in connective.Arguments) open.Push(argument);
                continue;
            }

            open.Pop();
            extents[condition] = Of(condition, extents, mover);
        }

        int? only = extents[choice.Condition] switch
        {
            { HoldsAtPointsOnly: true } => 2,
            { FailsAtPointsOnly: true } => 1,
            _ => null,
        };
        // In arrays the narrow branch must depend only on the entry that its condition depends on, or it is taken while others move.
        return only is { } wide && (choice.Condition.Shape.IsScalar || mover.IsAlignedWith(choice.Child(3 - wide))) ? only : null;
    }

    private static Extent Of(Expression condition, Dictionary<Expression, Extent> extents, Mover mover)
    {
        if (condition is not Call call) return default;
        switch (call.Function)
        {
            case Not:
                var inner = extents[call.Arguments[0]];
                return new Extent(inner.FailsAtPointsOnly, inner.HoldsAtPointsOnly);
            case And or Or:
                var (a, b) = (extents[call.Arguments[0]], extents[call.Arguments[1]]);
                return call.Function is And
                    ? new Extent(a.HoldsAtPointsOnly || b.HoldsAtPointsOnly, a.FailsAtPointsOnly && b.FailsAtPointsOnly)
                    : new Extent(a.HoldsAtPointsOnly && b.HoldsAtPointsOnly, a.FailsAtPointsOnly || b.FailsAtPointsOnly);
            case Equal:
                return new Extent(VanishesAtPoints(call.Arguments[0] - call.Arguments[1], mover), false);
            case NotEqual:
                return new Extent(false, VanishesAtPoints(call.Arguments[0] - call.Arguments[1], mover));
            default:
                return default;
        }
    }

    // A root, a power or a norm equals a given number only where what moves has one of a few values.
    private static bool VanishesAtPoints(Expression difference, Mover mover)
    {
        while (true)
        {
            var varying = difference is Sum { Terms: [var only] } ? only.Of : difference is Product { Factors: [var factor] } ? factor : difference;
            if (mover.IsNormOf(varying)) return true;
            if (varying is not Call { Function: Power or Sqrt } call || (call.Function is Power && call.Arguments[1] is not Number { Value.IsZero: false })) break;
            if (mover.Is(call.Arguments[0])) return true;
            difference = call.Arguments[0];
        }

        return IsPolynomial(difference, mover);
    }

    // A polynomial in x whose leading coefficient is a number has finitely many zeros, whatever the other variables are.
    private static bool IsPolynomial(Expression difference, Mover mover)
    {
        IReadOnlyList<Term> terms = difference is Sum sum ? sum.Terms : [new Term(Rational.One, difference)];
        var powers = new Dictionary<Rational, int>();
        foreach (var term in terms)
        {
            if (ExponentOf(term.Of, mover) is { } exponent) powers[exponent] = powers.GetValueOrDefault(exponent) + 1;
            else if (mover.Moves(term.Of)) return false;
        }

        return powers.Count > 0 && powers[powers.Keys.Max()] == 1;
    }

    private static Rational? ExponentOf(Expression factor, Mover mover) =>
        mover.Is(factor) ? Rational.One : ExponentOfPower(factor is Product { Coefficient.IsZero: false, Factors: [var only] } ? only : factor, mover);

    private static Rational? ExponentOfPower(Expression factor, Mover mover) => factor switch
    {
        _ when mover.Is(factor) => Rational.One,
        Call { Function: Power } power when mover.Is(power.Arguments[0]) && power.Arguments[1] is Number { Value: { IsInteger: true, Sign: > 0 } n } => n,
        _ => null,
    };

    /// <summary>The number that moves: a symbol's, or one entry of a vector or a matrix; without an entry, each of them, one at a time.</summary>
    private readonly record struct Mover(Symbol Symbol, int? Entry = null)
    {
        /// <summary>Whether a node is what moves.</summary>
        public bool Is(Expression node) => Entry is { } entry ? EntryOf(node, Symbol) == entry : node == Symbol;

        /// <summary>Whether a node is the norm of all that moves, and so known along each entry.</summary>
        public bool IsNormOf(Expression node) => node is Reduce { Reduction: Reduction.Norm } norm && norm.Argument == Symbol && norm.Shape.IsScalar;

        /// <summary>Whether a node changes when the number moves.</summary>
        public bool Moves(Expression node)
        {
            var (open, seen) = (new Stack<Expression>([node]), new HashSet<Expression>());
            while (open.TryPop(out var next))
            {
                if (!seen.Add(next)) continue;
                if (next == Symbol) return true;
                if (EntryOf(next, Symbol) is { } other && Entry is { } entry)
                {
                    if (other == entry) return true;
                    continue;
                }

                for (var place = 0; place < next.ChildCount; place++) open.Push(next.Child(place));
            }

            return false;
        }

        /// <summary>Whether each entry of a node depends only on the entry at its own place.</summary>
        public bool IsAlignedWith(Expression node)
        {
            var (open, seen) = (new Stack<Expression>([node]), new HashSet<Expression>());
            while (open.TryPop(out var next))
            {
                if (!seen.Add(next) || next == Symbol) continue;
                if (next is not (Sum or Product or Call or Choice))
                {
                    if (Moves(next)) return false;
                    continue;
                }

                for (var place = 0; place < next.ChildCount; place++) open.Push(next.Child(place));
            }

            return true;
        }

        /// <summary>Which entry of a symbol a node is, counted row by row; null where it is not one.</summary>
        public static int? EntryOf(Expression node, Symbol symbol)
        {
            if (symbol.Shape.IsScalar || symbol.Shape.IsSymbolic || node is not Contraction { Out.Length: 0, Factors: [var only] } || only.Labels.Distinct().Count() < only.Labels.Length) return null;
            if (only.Of == symbol) return symbol.Shape.Count == 1 ? 0 : null;
            if (only.Of is not Slice { IsPut: false } slice || slice.Argument != symbol || slice.Shape.Count != 1 || slice.Shape.IsSymbolic) return null;
            return Places.Offset(symbol.Shape, [.. slice.Selections.Select(static selection => selection.Start)]);
        }
    }
}
