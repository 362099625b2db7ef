using Calculus.Binding;
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
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        foreach (var variable in study.Variables)
        {
            Assert.Null(Fault(study, variable, 1, out var silent));
            Assert.Equal(0, silent);
        }
    }

    // Two forms of one number have few digits in common, or none, as doubles.
    [Theory]
    [InlineData("sin(1e58*-x^log10(2(x*c)))*x")]
    [InlineData("cos(1e40*x^2)*sin(x)")]
    [InlineData("f(x, a, b) = a*x^2*exp(x + 2)/1e15/(x + 2)/(x + 3)*b/5e-324*a")]
    [InlineData("f(x, a) = sinc(x + a)/(2*x + 2)*(x + 2)/(1e15 + 2)/(x + 2)^2/5e-324")]
    [InlineData("coth(softsign(500000*x) - 8)!")]
    [InlineData("log(coth(x + 9) - 1)")]
    [InlineData("digamma(1 - erf(x + 4))")]
    [InlineData("exp(-10001000100010001000210001000*(x - 0.123)^2)", 2)]
    [InlineData("tanh(1e20*(x - 0.3))", 3)]
    [InlineData("1/(1 + 1e24*(x - 0.731)^2)", 2)]
    public void The_steps_hold_where_doubles_cannot_tell(string text, int order = 1)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        foreach (var variable in study.Variables) Assert.Null(Fault(study, variable, order, out _));
    }

    [Theory]
    [InlineData("x^5", 4)]
    [InlineData("x*exp(2x)", 3)]
    [InlineData("tanh(x)", 4)]
    [InlineData("g(x) = x^3; f(x) = g'(x)*sin(x)", 3)]
    [InlineData("if(x > 0, x^3, -x^3)", 2)]
    [InlineData("f(x) = a*sin(b*x)", 3)]
    public void The_steps_of_higher_orders_go_from_derivative_to_derivative(string text, int order)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        Assert.Null(Fault(study, "x", order, out _));
        var groups = study.StepsBy("x", order).Where(static step => step.Rule.Id is "differentiate-again").ToList();
        Assert.Equal(order, groups.Count);
        for (var n = 1; n < order; n++) Assert.Equal($"diff({groups[n - 1].After.Text}, x)", groups[n].Before.Text);
    }

    [Theory, Trait("Length", "long")]
    [InlineData("sqrt(", "x", ")", 120)]
    [InlineData("sin(", "x", ")", 60)]
    [InlineData("(", "x", " + 1)^2", 60)]
    [InlineData("x*(", "x + 1", ")", 100)]
    public void Steps_nest_no_deeper_than_readers_of_json_go(string open, string core, string close, int times)
    {
        var text = string.Concat(Enumerable.Repeat(open, times)) + core + string.Concat(Enumerable.Repeat(close, times));
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget(new Limits { StepsLength = 100_000_000, TextLength = 1_000_000, PrintedLength = 10_000_000 }));

        var steps = study.StepsBy("x");
        var (deepest, waiting) = (0, new Stack<(Step Step, int Level)>(steps.Select(static step => (step, 1))));
        while (waiting.TryPop(out var top))
        {
            deepest = Math.Max(deepest, top.Level);
            foreach (var inner in top.Step.Steps) waiting.Push((inner, top.Level + 1));
        }

        // The answer, the step's formula, and two levels for each step; a gradient and an order take one more step each.
        Assert.InRange((2 * (deepest + 2)) + 2, 1, 64);
        Assert.True(All(steps).Count() > times);
        Assert.All(All(steps), static step => Assert.True(!(step.Residual > Tolerance), step.Before.Text));
    }

    [Theory, MemberData(nameof(EveryFunction))]
    public void Partial_derivatives_with_the_others_held_still_end_in_the_answer(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        var partials = study.Gradient(study.Variables);
        var steps = study.Explain.Gradient(partials).Where(static step => step.Rule.Id is "partial-derivative").ToList();
        Assert.Equal(partials.Count, steps.Count);
        for (var i = 0; i < steps.Count; i++)
        {
            Assert.Equal(study.Print(partials[i]).Text, steps[i].After.Text);
            Assert.Equal(steps[i].After.Text, steps[i].Steps[^1].After.Text);
            Assert.All(All([steps[i]]), static step => Assert.InRange(step.Residual, 0, Tolerance));
        }
    }

    [Theory, MemberData(nameof(EveryFunction))]
    public void A_walk_along_the_chain_ends_in_the_answer(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        foreach (var variable in study.Variables)
        {
            var walk = study.ChainBy(variable);
            Assert.Equal(study.Print(study.Derivative(variable)).Text, walk.Steps[^1].After.Text);
            Assert.All(All(walk.Steps), static step => Assert.InRange(step.Residual, 0, Tolerance));
            Assert.All(All(walk.Steps), static step => Assert.Contains(step.Rule.Id, Known, StringComparer.Ordinal));
        }
    }

    [Theory, MemberData(nameof(EveryBatch)), Trait("Length", "long")]
    public void The_steps_of_random_definitions_end_in_the_answer_and_each_line_holds(int batch)
    {
        const int size = 250;
        var faults = new List<string>();
        var (steps, without) = (0, 0);
        foreach (var text in Enumerable.Range(batch * size, size).Select(seed => RandomDefinitions.Deep(seed)))
        {
            var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
            if (study.Variables.Count == 0) continue;
            var variable = study.Variables[batch % study.Variables.Count];
            if (Fault(study, variable, 1, out var silent) is { } fault) faults.Add($"{text}: {fault}");
            steps++;
            if (silent > 0) without++;
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(30))}");
        output.WriteLine($"{steps} definitions, {without} with a line that could not be checked");
        Assert.InRange(without, 0, steps / 5);
    }

    private static string? Fault(Study study, string variable, int order, out int silent)
    {
        silent = 0;
        var steps = study.StepsBy(variable, order);
        if (steps.Count == 0) return "no steps";
        if (!string.Equals(steps[^1].After.Text, study.Print(study.Derivative(variable, order)).Text, StringComparison.Ordinal)) return $"ends in {steps[^1].After.Text}";
        foreach (var step in All(steps))
        {
            if (!Known.Contains(step.Rule.Id)) return $"unknown rule {step.Rule.Id}";
            if (step.Explanation.Length < 10) return $"no sentence: {step.Explanation}";
            if (double.IsNaN(step.Residual)) silent++;
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
