using Calculus.Exercises;
using Calculus.Explanations;

namespace Calculus;

/// <summary>What helps with an exercise, one hint after the other; none of them is the answer.</summary>
internal static class ExerciseHints
{
    private const int MostFromSteps = 5;

    /// <summary>The hints, the most general first.</summary>
    public static IReadOnlyList<ExerciseHint> Of(ExerciseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var exercise = work.Exercise;
        return
        [
            .. exercise.Kind.Hints,
            .. exercise.Asked switch
            {
                AskedFor.Slope => Outputs(work),
                AskedFor.Gradient when exercise.Data.Count > 0 => Pass(work),
                AskedFor.Gradient => Partials(work),
                AskedFor.Along or AskedFor.Next => [.. Partials(work), AtPoint(work)],
                _ => FromSteps(work),
            },
        ];
    }

    private static IEnumerable<ExerciseHint> Outputs(ExerciseWork work)
    {
        var secant = work.Secant();
        foreach (var (x, y) in new[] { (secant.FromX, secant.FromY), (secant.ToX, secant.ToY) })
        {
            var (input, output) = (ExerciseNumbers.Print(x.ToDouble()), ExerciseNumbers.Print(y!.Value.ToDouble()));
            yield return new($"At x = {input.Text} the output is {output.Text}.", $"f({input.Latex}) = {output.Latex}");
        }
    }

    private static IEnumerable<ExerciseHint> Partials(ExerciseWork work) => work.Partials.Select((partial, i) =>
    {
        var (printed, variable) = (work.Study.Print(partial), work.Study.Variables[i]);
        return new ExerciseHint(
            $"The derivative by {variable} is {printed.Text}.",
            work.Study.Variables.Count == 1 ? $@"\frac{{df}}{{d{variable}}} = {printed.Latex}" : $@"\frac{{\partial f}}{{\partial {variable}}} = {printed.Latex}");
    });

    private static ExerciseHint AtPoint(ExerciseWork work)
    {
        var numbers = work.Gradient.Select(ExerciseNumbers.Print).ToList();
        return numbers.Count == 1
            ? new($"At the start the derivative is {numbers[0].Text}.")
            : new($"The gradient there is ({string.Join(", ", numbers.Select(static number => number.Text))}).", $@"\nabla f = \left({string.Join(", ", numbers.Select(static number => number.Latex))}\right)");
    }

    // Values forwards, then the slopes of the loss by each of them backwards.
    private static IEnumerable<ExerciseHint> Pass(ExerciseWork work)
    {
        var named = work.Study.Definition.Statements.SkipLast(1).Select(static statement => statement.Name!).ToList();
        var nodes = work.Study.ComputationGraph(work.Point).Graph.Nodes.Where(node => named.Contains(node.Id, StringComparer.Ordinal)).OrderBy(node => named.IndexOf(node.Id)).ToList();
        foreach (var node in nodes)
        {
            var value = ExerciseNumbers.Print(node.Value!.Number);
            yield return new($"Forwards: {node.Id} is {value.Text}.", $"{node.Id} = {value.Latex}");
        }

        nodes.Reverse();
        foreach (var node in nodes)
        {
            var slope = ExerciseNumbers.Print(node.Adjoint!.Number);
            yield return new($"Backwards: the derivative of L by {node.Id} is {slope.Text}.", $@"\frac{{\partial L}}{{\partial {node.Id}}} = {slope.Latex}");
        }
    }

    // The rule of the whole, then the derivatives of its parts.
    private static List<ExerciseHint> FromSteps(ExerciseWork work)
    {
        var answer = work.Answers[0].Text;
        var (hints, open, isFirst) = (new List<ExerciseHint>(), new Stack<Step>(work.Steps().Reverse()), true);
        var said = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPop(out var step) && hints.Count < MostFromSteps)
        {
            foreach (var inner in step.Steps.Reverse()) open.Push(inner);
            if (step.Steps.Count > 0) continue;
            var isWhole = isFirst || work.Exercise.Asked is AskedFor.Limit;
            var tells = step.After.Text.Contains(answer, StringComparison.Ordinal) || step.Explanation.Contains(answer, StringComparison.Ordinal);
            if (isFirst)
            {
                hints.Add(new($"{step.Rule.Title}: {(tells ? step.Rule.Sentence : step.Explanation)}", step.Rule.Latex));
                isFirst = false;
            }
            else if (!tells && IsWorthSaying(step) && said.Add(step.Before.Text))
            {
                hints.Add(new(isWhole ? $"{step.Rule.Title}: {step.Explanation}" : step.Explanation, isWhole ? step.After.Latex : $"{step.Before.Latex} = {step.After.Latex}"));
            }
        }

        return hints;
    }

    // What only shortens or is plain to see helps nobody.
    private static bool IsWorthSaying(Step step) => step.Rule.Id is not ("simplify" or "insert-derivatives" or "constant-rule" or "identity-rule" or "leave-out-ones-and-zeros" or "collect-like-terms" or "cancel-common-factor" or "take-out-common-factor" or "unfreeze" or "shifted-value");
}
