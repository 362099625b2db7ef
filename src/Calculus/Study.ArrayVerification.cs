using Calculus.Expressions;
using Calculus.Verification;

namespace Calculus;

public sealed partial class Study
{
    /// <summary>Compares first derivatives of arrays with those found automatically and with slopes of values.</summary>
    /// <param name="derivatives">The formulas in question.</param>
    /// <param name="variables">The variables that they are taken by, in their order.</param>
    /// <param name="asked">Points of the question, in the order of <see cref="Variables"/>; they are looked at first.</param>
    /// <returns>The verdict. What cannot be told within a budget of its own is null, never a refusal.</returns>
    public Verdict VerifyArrays(IReadOnlyList<Expression> derivatives, IReadOnlyList<string> variables, IReadOnlyList<IReadOnlyList<ArrayValue>> asked) =>
        VerifyArrays(derivatives, variables, asked, 1);

    /// <summary>Compares second derivatives of a number with those found automatically and with the bend of values.</summary>
    /// <param name="hessian">The formulas in question, row by row.</param>
    /// <param name="variables">The variables that they are taken by, in their order.</param>
    /// <param name="asked">Points of the question, in the order of <see cref="Variables"/>; they are looked at first.</param>
    /// <returns>The verdict. What cannot be told within a budget of its own is null, never a refusal.</returns>
    public Verdict VerifyHessian(IReadOnlyList<IReadOnlyList<Expression>> hessian, IReadOnlyList<string> variables, IReadOnlyList<IReadOnlyList<ArrayValue>> asked) =>
        VerifyArrays([.. hessian.SelectMany(static row => row)], variables, asked, 2);

    private Verdict VerifyArrays(IReadOnlyList<Expression> formulas, IReadOnlyList<string> variables, IReadOnlyList<IReadOnlyList<ArrayValue>> asked, int order)
    {
        if (formulas.Count == 0) return new Verdict(null, 0) { Reason = "The function has no variables." };
        int[] places = [.. variables.Select(variable => PlaceOf(SymbolOf(variable)))];
        if (_bound.Variables.Any(static variable => variable.Shape.IsSymbolic) || Reachable.From(Function).Exists(static node => node.Shape.IsSymbolic))
            return LetteredClaim.Verify(new LetteredClaim(Definition, _binding, Variables, places, [.. formulas.Select(formula => Print(formula).Text)], order), BudgetOfACheck());
        return ArrayVerifier.Of(new ArrayClaim(Definition, _binding, _bound.Variables, Function, places, formulas, order), asked, BudgetOfACheck());
    }
}
