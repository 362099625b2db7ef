using Calculus.Explanations;

namespace CalcApi.Http.Functions;

/// <summary>One line of an explanation.</summary>
/// <param name="Rule">The rule's name for programs, such as product-rule; <c>catalog/rules</c> lists them all.</param>
/// <param name="Title">The rule's name for people.</param>
/// <param name="Explanation">One sentence for a beginner on what happens here.</param>
/// <param name="Before">What stood there; <c>diff(u, x)</c> marks a derivative still to be taken.</param>
/// <param name="After">What stands there now; of the last step this is the answer.</param>
/// <param name="Residual">
/// The largest difference found when the claim that both are equal was checked at several points: 0 where they are one by identity and no
/// measured slope contradicts, else relative to the larger of 1 and the values; NaN where no point could be used.
/// </param>
/// <param name="Steps">How the parts of this step were found, in the same form; missing where there is nothing to tell.</param>
public sealed record StepAnswer(
    string Rule, string Title, string Explanation, ExpressionAnswer Before, ExpressionAnswer After, double Residual, IReadOnlyList<StepAnswer>? Steps)
{
    /// <summary>Steps as they are answered; what is nested is made before what it is nested in.</summary>
    public static IReadOnlyList<StepAnswer> Of(IReadOnlyList<Step> steps)
    {
        var made = new Dictionary<Step, StepAnswer>();
        var open = new Stack<Step>(steps);
        while (open.TryPeek(out var step))
        {
            var waiting = open.Count;
            foreach (var inner in step.Steps)
            {
                if (!made.ContainsKey(inner)) open.Push(inner);
            }

            if (open.Count > waiting) continue;
            open.Pop();
            made[step] = new(
                step.Rule.Id, step.Rule.Title, step.Explanation, ExpressionAnswer.Of(step.Before), ExpressionAnswer.Of(step.After), step.Residual,
                step.Steps.Count == 0 ? null : [.. step.Steps.Select(inner => made[inner])]);
        }

        return [.. steps.Select(step => made[step])];
    }
}
