using Calculus.Budgets;

namespace Calculus.Optimization.Diagnoses;

/// <summary>What a descent did, and why.</summary>
/// <param name="Verdict">One of <see cref="Verdicts"/>.</param>
/// <param name="Explanation">The verdict in plain words, with the numbers that speak for it.</param>
/// <param name="Evidence">What was measured.</param>
/// <param name="SuggestedRate">A constant learning rate that was tried and did better; null where none was found.</param>
public sealed record Diagnosis(string Verdict, string Explanation, Evidence Evidence, double? SuggestedRate)
{
    /// <summary>Judges a descent that is over. A spent budget and a cancellation leave what the path alone shows.</summary>
    internal static Diagnosis Of(DescentCase descent)
    {
        var allowance = new Allowance(descent.Budget, descent.Spent);
        var found = new Findings(descent, allowance);
        var isSpent = descent.Stop.Reason is StopReasons.Budget or StopReasons.Cancelled;
        if (!isSpent) found.Measure(descent.Budget.Extras);

        var (verdict, explanation) = DiagnosisRules.Judge(found);
        var (suggestion, said) = isSpent ? (null, "") : Tried(found, allowance, verdict);
        return new(verdict, explanation + said, Evidence.Of(found, suggestion), suggestion is { Schedule: null } ? suggestion.Rate : null);
    }

    private static (Suggestion? Suggestion, string Said) Tried(Findings found, Allowance allowance, string verdict)
    {
        try
        {
            return found.Case.Budget.Extras.Contain("the rate to try", () => Trials.Of(found, allowance, verdict), (null, ""));
        }
        catch (Exception exception) when (exception is LimitException or OperationCanceledException)
        {
            return (null, "");
        }
    }
}
