using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;

namespace Calculus.CodeExport;

/// <summary>
/// Formulas as programs should compute them: where 1 + u, exp(u) − 1 or 1 − y² would lose digits they become log1p, expm1 and
/// products. The same forms that <see cref="Lowering"/> takes.
/// </summary>
internal static class StableForms
{
    /// <summary>The formulas in a graph of their own, in which nothing is rewritten.</summary>
    public static IReadOnlyList<Expression> Of(IReadOnlyList<Expression> formulas, Budget budget)
    {
        var target = new Graph(budget, Rewriting.None);
        var made = new Dictionary<Expression, Expression>();
        foreach (var node in Reachable.From([.. formulas]))
        {
            budget.Visit();
            made[node] = Stable(node, target, child => made[child]) ?? Rebuild.WithChildren(node, target, child => made[child]);
        }

        return [.. formulas.Select(formula => made[formula])];
    }

    private static Expression? Stable(Expression node, Graph target, Func<Expression, Expression> made)
    {
        switch (node)
        {
            case Sum sum when Reading.TryOneMinusSquare(sum) is { } squashed:
                return OneMinusSquare(target, squashed, made);
            case Sum { Constant.IsZero: false, Shape.IsScalar: true } sum when Reading.ExponentialMinusOne(sum) is >= 0 and var place
                && sum.Terms[place].Of is Call { Function: Exp } exponential:
                var terms = sum.Terms.Select((term, i) => i == place
                    ? new Term(term.Coefficient, target.Call(Expm1.Function, made(exponential.Arguments[0])))
                    : new Term(term.Coefficient, made(term.Of)));
                return target.Sum(Rational.Zero, [.. terms]);
            case Call { Shape.IsScalar: true } call when Reading.TryLogOnePlus(call) is { Constant.IsOne: true } onePlus:
                return target.Call(Log1p.Function, target.Sum(Rational.Zero, [.. onePlus.Terms.Select(term => new Term(term.Coefficient, made(term.Of)))]));
            case Call { Function: LargestShare } call:
                return Share(target, [.. call.Arguments.Select(made)]);
            case Call call:
                return target.Call(call.Function, [.. call.Arguments.Select(made)]);
            default:
                return null;
        }
    }

    // 1 − tanh(u)² = sech(u)², 1 − erf(u)² = erfc(u)·erfc(−u) and 1 − σ(u)² = σ(−u)·(1 + σ(u)): nothing cancels.
    private static Expression OneMinusSquare(Graph target, Call squashed, Func<Expression, Expression> made)
    {
        var u = made(squashed.Arguments[0]);
        var minus = target.Product(-1, [u]);
        return squashed.Function switch
        {
            Tanh => target.Call(Power.Function, target.Call(Sech.Function, u), target.Number(2)),
            Erf => target.Product(1, [target.Call(Erfc.Function, u), target.Call(Erfc.Function, minus)]),
            _ => target.Product(1, [target.Call(Sigmoid.Function, minus), target.Sum(1, [new Term(1, made(squashed))])]),
        };
    }

    // 1 divided by the number of arguments of equal size, where none is larger.
    private static Expression Share(Graph target, Expression[] arguments)
    {
        var (first, others) = (arguments[0], arguments[1..]);
        var largest = others.Select(other => LessOrEqual.Of(other, first)).Aggregate((a, b) => target.Call(And.Function, a, b));
        var ties = target.Sum(1, [.. others.Select(other => new Term(1, Equal.Of(other, first)))]);
        return target.Choice(largest, target.Call(Power.Function, ties, target.Number(-1)), target.Zero);
    }
}
