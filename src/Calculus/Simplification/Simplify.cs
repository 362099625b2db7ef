using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>
/// The form that a person would write: identities are tried bottom-up, and each is kept only where the formula gets shorter. Every
/// pass lowers <see cref="Measure"/> and is metered; when the budget is spent, the best form reached is given.
/// </summary>
internal static class Simplify
{
    // Each pass that changes anything shortens the formula; real inputs settle in two or three.
    private const int MostPasses = 50;

    // Operations beyond which nobody reads a formula for its factors.
    private const int LongFormula = 48;

    private const string ExactBits = "exactBits";

    /// <summary>A formula equal to the given one wherever that is defined, and never longer.</summary>
    /// <param name="expression">The formula.</param>
    /// <param name="decimals">Whether its numbers are kept as decimals, even where the graph's are not.</param>
    public static Expression Of(Expression expression, bool decimals = false) => Of(expression, null, decimals);

    /// <summary>The same, told rewrite by rewrite.</summary>
    /// <param name="expression">The formula.</param>
    /// <param name="tell">Told of each part that is rewritten, what it becomes, and by which identity; null where everything is multiplied out and collected.</param>
    /// <param name="decimals">Whether its numbers are kept as decimals, even where the graph's are not.</param>
    internal static Expression Of(Expression expression, Action<Expression, Expression, Identity?>? tell, bool decimals = false)
    {
        using var stage = expression.Graph.Budget.In(Stage.Simplify);
        return expression.Graph.Budget.Extras.Try("a shorter form", () => Settled(expression, tell, decimals), expression);
    }

    private static Expression Settled(Expression expression, Action<Expression, Expression, Identity?>? tell, bool decimals)
    {
        var measure = new Measure(decimals || expression.Graph.KeepsDecimals);
        var settled = new HashSet<Expression>();
        var tooLong = long.MaxValue;
        expression = Collected(expression, measure, ref tooLong, tell);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var next = Pass(expression, measure, settled, tell);
            if (next == expression || measure.Of(next) > measure.Of(expression)) next = Collected(expression, measure, ref tooLong, tell);
            if (next == expression) return expression;
            expression = next;
        }

        return expression;
    }

    // Short formulas keep their factors, as people leave them. What was too long is tried again when half of it is gone.
    private static Expression Collected(Expression expression, Measure measure, ref long tooLong, Action<Expression, Expression, Identity?>? tell)
    {
        var size = measure.Of(expression);
        if (size.Operations < LongFormula || size.Operations > tooLong / 2) return expression;
        var isDear = false;
        var collected = Tried("the collected form", expression.Graph, () => Collection.Of(expression, measure.Decimals, out isDear));
        if (collected is null && isDear) tooLong = size.Operations;
        if (collected is null || collected.Shape != expression.Shape || !(measure.Of(collected) < size)) return expression;
        tell?.Invoke(expression, collected, null);
        return collected;
    }

    // A form whose numbers grow beyond what can be held does not help.
    private static Expression? Tried(string part, Graph graph, Func<Expression?> form)
    {
        try
        {
            return graph.Budget.Extras.Contain(part, form, null);
        }
        catch (LimitException limit) when (limit.Limit is ExactBits)
        {
            return null;
        }
    }

    // The same without a closure: this is asked for each identity at each node.
    private static Expression? Tried(Identity identity, Expression node, Measure measure)
    {
        try
        {
            return node.Graph.Budget.Extras.Contain(identity.Part, static asked => asked.identity.Rewrite(asked.node, asked.measure), (identity, node, measure), null);
        }
        catch (LimitException limit) when (limit.Limit is ExactBits)
        {
            return null;
        }
    }

    private static Expression Pass(Expression root, Measure measure, HashSet<Expression> settled, Action<Expression, Expression, Identity?>? tell)
    {
        var nodes = Reachable.From(root);
        var made = new Dictionary<Expression, Expression>(nodes.Count);
        Func<Expression, Expression> childOf = child => made[child];
        foreach (var node in nodes)
        {
            // A condition that is undefined does not hold: a wider domain would take the other branch.
            if (node is Choice choice) made[choice.Condition] = choice.Condition;
            var rebuilt = IsUnchanged(node, made) ? node : Rebuild.WithChildren(node, node.Graph, childOf);
            made[node] = settled.Contains(rebuilt) ? rebuilt : Improve(rebuilt, measure, settled, tell);
        }

        return made[root];
    }

    private static bool IsUnchanged(Expression node, Dictionary<Expression, Expression> made)
    {
        for (var place = 0; place < node.ChildCount; place++)
        {
            if (made[node.Child(place)] != node.Child(place)) return false;
        }

        return true;
    }

    private static Expression Improve(Expression node, Measure measure, HashSet<Expression> settled, Action<Expression, Expression, Identity?>? tell)
    {
        var target = IdentityTargets.Of(node);
        for (var i = 0; i < Identities.All.Count; i++)
        {
            if (!node.Graph.Budget.TrySpendTrial(1 + node.ChildCount)) return node;
            var identity = Identities.All[i];
            if ((identity.On & target) == 0) continue;
            if (Tried(identity, node, measure) is not { } other || other == node) continue;
            if (other.Shape != node.Shape) other = node.Graph.Fit(other, node.Shape); // an array that shrinks to a number keeps its places
            if (other == node) continue;
            var (before, after) = (measure.Of(node), measure.Of(other));
            var change = after.CompareTo(before);
            if (change > 0 || (change == 0 && !identity.OnTie) || after.Operations > before.Operations) continue;
            tell?.Invoke(node, other, identity);
            (node, target) = (other, IdentityTargets.Of(other));
            i = -1; // a shorter node: begin again
        }

        settled.Add(node);
        return node;
    }
}
