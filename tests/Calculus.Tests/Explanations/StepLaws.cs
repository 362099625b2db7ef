using Calculus.Budgets;
using Calculus.Explanations;
using Calculus.Functions;
using Calculus.Tests.Laws;
using Xunit;
using Step = Calculus.Explanations.Step;

namespace Calculus.Tests.Explanations;

/// <summary>What holds for the steps of every derivative.</summary>
public sealed class StepLaws(ITestOutputHelper output)
{
    private const double Tolerance = 1e-8;

    private static readonly HashSet<string> Known = RuleCatalogue.All.Select(static rule => rule.Id).ToHashSet(StringComparer.Ordinal);

    public static TheoryData<string> EveryFunction => [.. Catalogue.All.Select(static function => function.Example).Concat(Definitions.Chosen)];

    public static TheoryData<int> EveryBatch => [.. Enumerable.Range(0, 8)];

    [Theory, MemberData(nameof(EveryFunction))]
    public void The_steps_of_every_function_end_in_the_answer_and_each_line_holds(string text)
    {
        var study = Study.Of(text, StudyContext.Empty, Definitions.Budget());
        foreach (var variable in study.Variables)
        {
            Assert.Null(Fault(study, variable, 1, out var unchecked_));
            Assert.Equal(0, unchecked_);
        }
    }

    [Theory, MemberData(nameof(EveryBatch))]
    public void The_steps_of_random_definitions_end_in_the_answer_and_each_line_holds(int batch)
    {
        const int size = 250;
        var faults = new List<string>();
        var (steps, without) = (0, 0);
        foreach (var text in Enumerable.Range(batch * size, size).Select(seed => RandomDefinitions.Deep(seed)))
        {
            var study = Study.Of(text, StudyContext.Empty, Definitions.Budget());
            if (study.Variables.Count == 0) continue;
            var variable = study.Variables[batch % study.Variables.Count];
            var unchecked_ = 0;
            try
            {
                if (Fault(study, variable, 1, out unchecked_) is { } fault) faults.Add($"{text}: {fault}");
            }
            catch (Exception exception) { faults.Add($"{text}: {exception.GetType().Name} {exception.Message}"); }
            steps++;
            if (unchecked_ > 0) without++;
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(30))}");
        output.WriteLine($"{steps} definitions, {without} with a line that could not be checked");
        Assert.InRange(without, 0, steps / 5);
    }

    private static string? Fault(Study study, string variable, int order, out int unchecked_)
    {
        unchecked_ = 0;
        var steps = study.DerivativeSteps(variable, order);
        if (steps.Count == 0) return "no steps";
        if (steps[^1].After.Text != study.Print(study.Derivative(variable, order)).Text) return $"ends in {steps[^1].After.Text}";
        foreach (var step in All(steps))
        {
            if (!Known.Contains(step.Rule.Id)) return $"unknown rule {step.Rule.Id}";
            if (step.Explanation.Length < 10) return $"no sentence: {step.Explanation}";
            if (double.IsNaN(step.Residual)) unchecked_++;
            else if (!(step.Residual <= Tolerance)) return $"{step.Rule.Id}: {step.Before.Text} => {step.After.Text} is off by {step.Residual}";
        }

        return null;
    }

    internal static IEnumerable<Step> All(IEnumerable<Step> steps)
    {
        var open = new Stack<Step>(steps.Reverse());
        while (open.TryPop(out var step))
        {
            yield return step;
            foreach (var inner in step.Steps.Reverse()) open.Push(inner);
        }
    }
}
