using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Verification;

namespace Calculus;

public sealed partial class Study
{
    private const int NodesOfACheck = 2_000;

    private const int OperationsOfACheck = 4;

    private bool IsOfNumbers => Reachable.AreNumbers([Function, .. _bound.Variables]);

    /// <summary>Compares a derivative of any order with the derivative found in other ways: automatically, and from values alone.</summary>
    public Verdict Verify(DerivedFormula derivative, IReadOnlyList<double[]> asked)
    {
        if (!IsOfNumbers && derivative.Order == 1) return VerifyGradient([derivative], asked);
        if (!IsOfNumbers && derivative.Order == 2 && Function.Shape.IsScalar) return VerifyHessian([[derivative]], asked);
        if (!IsOfNumbers) return new(null, 0) { Reason = "Of functions with vectors and matrices the first derivatives are compared, and of numbers the second." };
        var chain = new List<Expression>();
        for (var each = derivative; each.Of is { } of; each = of) chain.Insert(0, each);
        return Verifier.Of(new DerivativeClaim(Definition, _bound.Context, Variables, Function, PlaceOf(derivative.By!), chain), asked, BudgetOfACheck());
    }

    /// <summary>Compares first derivatives with those found in other ways.</summary>
    public Verdict VerifyGradient(IReadOnlyList<DerivedFormula> partials, IReadOnlyList<double[]> asked)
    {
        if (partials.Count == 0) return new Verdict(null, 0) { Reason = "The function has no variables." };
        int[] places = [.. partials.Select(partial => PlaceOf(partial.By!))];
        if (!IsOfNumbers || !Function.Shape.IsScalar) return VerifyArrays(partials, places, asked, 1);
        return Verifier.Of(new GradientClaim(Definition, _bound.Context, Variables, Function, places, [.. partials.Select(static partial => partial.Formula)]), asked, BudgetOfACheck());
    }

    /// <summary>Compares second derivatives of a number, row by row, with those found in other ways.</summary>
    public Verdict VerifyHessian(IReadOnlyList<IReadOnlyList<DerivedFormula>> hessian, IReadOnlyList<double[]> asked) =>
        VerifyArrays([.. hessian.SelectMany(static row => row)], [.. hessian.Select(row => PlaceOf(row[0].Of!.By!))], asked, 2);

    private int PlaceOf(Symbol symbol) => _bound.Variables.ToList().IndexOf(symbol);

    private Verdict VerifyArrays(IReadOnlyList<DerivedFormula> formulas, int[] places, IReadOnlyList<double[]> asked, int order)
    {
        if (_bound.IsLettered)
            return LetteredClaim.Verify(new LetteredClaim(Definition, _bound.Context, Variables, places, [.. formulas.Select(formula => Print(formula).Text)], order), BudgetOfACheck());
        return ArrayVerifier.Of(new ArrayClaim(Definition, _bound.Context, _bound.Variables, Function, places, [.. formulas.Select(static formula => formula.Formula)], order), [.. asked.Select(point => Layout.Split(point))], BudgetOfACheck());
    }

    private Budget BudgetOfACheck() => new(
        _budget.Limits with
        {
            GraphNodes = Math.Min(_budget.Limits.GraphNodes, NodesOfACheck + Function.Graph.Nodes.Count),
            Operations = _budget.Limits.Operations / OperationsOfACheck,
        },
        _budget.Cancellation);
}
