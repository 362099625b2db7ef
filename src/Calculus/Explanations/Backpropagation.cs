using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Simplification;

namespace Calculus.Explanations;

/// <summary>
/// A gradient by vectors and matrices, explained backwards from the value to the variable: for each part the derivative of the function by
/// it. Each line is checked by itself: the part is moved along a direction, and the slope of the function's values is compared.
/// </summary>
/// <param name="function">The function, a number.</param>
/// <param name="print">How formulas are written.</param>
/// <param name="slopes">Measures the slope of the function by a part.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class Backpropagation(Expression function, Func<Expression, Printed> print, PartSlopes slopes, Budget budget)
{
    private const int LongestQuote = 60;

    /// <summary>The steps to the derivative by one variable; the last ends in the answer.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="answer">The derivative by it.</param>
    /// <param name="written">The answer as it is written.</param>
    public IReadOnlyList<Step> By(Symbol variable, Expression answer, Printed written)
    {
        var nodes = Reachable.From(function);
        var moving = Reachable.ChangingWith(nodes, variable);

        var adjoints = ReverseMode.Adjoints(function, nodes, moving);
        var steps = new List<Step>();
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            var part = nodes[i];
            if (part == function || !adjoints.TryGetValue(part, out var adjoint) || (!moving.Contains(part))) continue;
            budget.Visit();
            CheckLength(steps.Count);
            var isLast = part == variable;
            var formula = isLast ? answer : Simplify.Of(adjoint);
            var users = nodes.Where(node => moving.Contains(node) && adjoints.ContainsKey(node) && HasChild(node, part)).ToList();
            var (rule, place) = RuleOf(users[^1], part);
            steps.Add(new Step(rule, Sentence(rule, part, users, place), print(part), isLast ? written : print(formula)) { Residual = slopes.Residual(part, formula) });
        }

        if (steps.Count == 0) steps.Add(new Step(DerivativeRules.Constant, $"{variable.Name} does not occur, so nothing changes with it.", print(function), written) { Residual = 0 });
        return steps;
    }

    private void CheckLength(int steps)
    {
        var maximum = budget.Limits.Steps;
        if (steps >= maximum) throw new LimitException("steps", maximum, $"The explanation has more than {maximum} steps.");
    }

    private string Sentence(Rule rule, Expression part, List<Expression> users, Expression user)
    {
        var (inner, outer) = (Quote(part), Quote(user));
        var sentence = outer is null || inner is null ? rule.Sentence : $"{inner} is a part of {outer}. {rule.Sentence}";
        return users.Count < 2 ? sentence : $"{sentence} It is used in {users.Count} places, and the contributions are added.";
    }

    private string? Quote(Expression node)
    {
        var text = print(node).Text;
        return text.Length <= LongestQuote ? text : null;
    }

    private static bool HasChild(Expression node, Expression child)
    {
        for (var place = 0; place < node.ChildCount; place++)
        {
            if (node.Child(place) == child) return true;
        }

        return false;
    }

    private static (Rule Rule, Expression User) RuleOf(Expression user, Expression part)
    {
        var rule = user switch
        {
            Sum => ArrayRules.Sum,
            Product => ArrayRules.Product,
            Call => ArrayRules.Chain,
            Choice => ArrayRules.Branch,
            Contraction { Factors: [{ Labels: var labels }], Out.Length: 0 } => labels.Distinct().Count() < labels.Length ? ArrayRules.Trace : ArrayRules.Total,
            Contraction { Factors: [_] } => ArrayRules.Rearranged,
            Contraction { Out.Length: 0 } circle when circle.Factors.All(static factor => factor.Labels.Length == 2) => ArrayRules.Trace,
            Contraction => ArrayRules.MatrixProduct,
            Reduce { Reduction: Reduction.Norm } => ArrayRules.Norm,
            Reduce { Reduction: Reduction.LogSumExp } => ArrayRules.LogSumExp,
            Reduce { Reduction: Reduction.Product or Reduction.OtherProducts } => ArrayRules.ProductOfEntries,
            Reduce => ArrayRules.Extreme,
            Slice => ArrayRules.Entries,
            Expressions.Stack => ArrayRules.Stacked,
            MatrixFunction { Operation: MatrixOperation.Inverse } => ArrayRules.Inverse,
            MatrixFunction { Operation: MatrixOperation.LogDeterminant } => ArrayRules.LogDeterminant,
            MatrixFunction => ArrayRules.Determinant,
            _ => throw new InvalidOperationException($"There is no rule for a {user.GetType().Name} above a {part.GetType().Name}."),
        };
        return (rule, user);
    }
}
