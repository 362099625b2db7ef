using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Verification;

namespace Calculus;

public sealed partial class Study
{
    // What a check may make of nodes beyond those that the question made, so that it costs no more than the question.
    private const int NodesOfACheck = 2_000;

    private const int OperationsOfACheck = 4;

    /// <summary>Compares a formula with the derivative found in other ways: automatically, and from values alone.</summary>
    /// <param name="formula">The formula of the derivative in question.</param>
    /// <param name="variable">One of <see cref="Variables"/>; beyond the first order a number.</param>
    /// <param name="order">Its order, from 1.</param>
    /// <param name="asked">Points of the question, by their coordinates; they are looked at first.</param>
    /// <returns>The verdict. What cannot be told within a budget of its own is null, never a refusal.</returns>
    public Verdict Verify(Expression formula, string variable, int order, IReadOnlyList<double[]> asked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        var symbol = SymbolOf(variable);
        var chain = new List<Expression>(order);
        for (var n = 1; n < order; n++) chain.Add(Next(chain.Count == 0 ? Function : chain[^1], symbol, n));
        return Verify([.. chain, formula], [variable], order, asked);
    }

    /// <summary>Compares first derivatives with those found in other ways: automatically, and from values alone.</summary>
    /// <param name="derivatives">The formulas in question.</param>
    /// <param name="variables">The variables that they are taken by, in their order.</param>
    /// <param name="asked">Points of the question, by their coordinates; they are looked at first.</param>
    /// <returns>The verdict. What cannot be told within a budget of its own is null, never a refusal.</returns>
    public Verdict Verify(IReadOnlyList<Expression> derivatives, IReadOnlyList<string> variables, IReadOnlyList<double[]> asked) =>
        Verify(derivatives, variables, 1, asked);

    /// <summary>Compares second derivatives of a number with those found in other ways: automatically, and from values alone.</summary>
    /// <param name="hessian">The formulas in question, row by row.</param>
    /// <param name="variables">The variables that they are taken by, in their order.</param>
    /// <param name="asked">Points of the question, by their coordinates; they are looked at first.</param>
    /// <returns>The verdict. What cannot be told within a budget of its own is null, never a refusal.</returns>
    public Verdict VerifyHessian(IReadOnlyList<IReadOnlyList<Expression>> hessian, IReadOnlyList<string> variables, IReadOnlyList<double[]> asked) =>
        Verify([.. hessian.SelectMany(static row => row)], variables, 2, asked);

    private Verdict Verify(IReadOnlyList<Expression> formulas, IReadOnlyList<string> variables, int order, IReadOnlyList<double[]> asked) =>
        Verifier.Of(new Claim(_bound, [.. variables.Select(variable => PlaceOf(SymbolOf(variable)))], formulas, order), asked, BudgetOfACheck());

    // For work beside an answer that is long but not part of it: as many nodes again, a share of the operations.
    private Budget BudgetBesides() => new(_budget.Limits with { Operations = _budget.Limits.Operations / OperationsOfACheck }, _budget.Cancellation);

    private Budget BudgetOfACheck() => new(
        _budget.Limits with
        {
            GraphNodes = Math.Min(_budget.Limits.GraphNodes, NodesOfACheck + _graph.Nodes.Count),
            Operations = _budget.Limits.Operations / OperationsOfACheck,
        },
        _budget.Cancellation);
}
