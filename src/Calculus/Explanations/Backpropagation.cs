using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Simplification;

namespace Calculus.Explanations;

/// <summary>
/// A gradient by vectors and matrices, explained backwards from the value to the variable: for each part the derivative of the function by
/// it, once. Each line is checked by itself, as it is printed: the part is moved along a direction, and the slope of the function's values is compared.
/// </summary>
/// <param name="function">The function, a number.</param>
/// <param name="name">The name of the function.</param>
/// <param name="print">How formulas are written.</param>
/// <param name="known">Writes into a formula what the data fix of it.</param>
/// <param name="read">What a formula means as it is printed; null where its text cannot be read by itself.</param>
/// <param name="slopes">Measures the slope of the function by a part.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class Backpropagation(Expression function, string name, Func<Expression, Printed> print, Func<Expression, Expression> known, Func<string, Expression?> read, PartSlopes slopes, Budget budget)
{
    private readonly HashSet<Expression> _told = [];
    private readonly ArrayWords _words = new(print);

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
            if (part == function || IsEntry(part) || !adjoints.TryGetValue(part, out var adjoint) || !moving.Contains(part) || !_told.Add(part)) continue;
            budget.Visit();
            CheckLength(steps.Count);
            var isLast = part == variable;
            var plain = isLast ? answer : Simplify.Of(adjoint);
            var formula = isLast ? answer : known(plain);
            List<Expression> users = [.. Users(part).SelectMany(user => IsEntry(user) ? Users(user) : [user]).Distinct().OrderBy(static user => user.Index)];
            var (rule, sentence) = _words.Of(part, users);
            if (formula != plain) sentence += " Sums that are 1 in the data are written as 1.";
            var line = isLast ? written : print(formula);
            steps.Add(new Step(rule, sentence, By(part), line) { Residual = Residual(part, formula, line) });
        }

        IEnumerable<Expression> Users(Expression of) => nodes.Where(node => moving.Contains(node) && adjoints.ContainsKey(node) && HasChild(node, of));

        if (steps.Count == 0) steps.Add(new Step(DerivativeRules.Constant, $"{variable.Name} does not occur, so nothing changes with it.", By(variable), written) { Residual = 0 });
        return steps;
    }

    // A line is measured as it is printed; one that means an array of another shape cannot be right.
    private double Residual(Expression part, Expression formula, Printed line)
    {
        var meant = read(line.Text) ?? formula;
        return meant.Shape == formula.Shape ? slopes.Residual(part, meant) : double.PositiveInfinity;
    }

    // x[1:1] is not told apart from x[1].
    private static bool IsEntry(Expression node) => node is Slice { IsPut: false, Shape.Count: 1 };

    // ∂f/∂(part)
    private Printed By(Expression part)
    {
        var printed = print(part);
        var (text, latex) = part is Symbol ? (printed.Text, printed.Latex) : ($"({printed.Text})", $@"\left({printed.Latex}\right)");
        return printed with { Text = $"∂{name}/∂{text}", Latex = $@"\frac{{\partial {LatexName.Of(name)}}}{{\partial {latex}}}" };
    }

    private void CheckLength(int steps)
    {
        var maximum = budget.Limits.Steps;
        if (steps >= maximum) throw new LimitException("steps", maximum, $"The explanation has more than {maximum} steps.");
    }

    private static bool HasChild(Expression node, Expression child)
    {
        for (var place = 0; place < node.ChildCount; place++)
        {
            if (node.Child(place) == child) return true;
        }

        return false;
    }
}
