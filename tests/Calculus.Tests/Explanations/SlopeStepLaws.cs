using Calculus.Binding;
using Calculus.Explanations;
using Calculus.Tests.Laws;
using Xunit;
using Step = Calculus.Explanations.Step;

namespace Calculus.Tests.Explanations;

/// <summary>The steps of slopes between two points and along directions: each line holds as it is printed, and the last is the answer's.</summary>
public sealed class SlopeStepLaws
{
    private const double Tolerance = 1e-8;

    private static readonly double[] s_coordinates = [0.7, -1.3, 2, 0.25, -3];

    public static TheoryData<string> EveryFunction => StepLaws.EveryFunction;

    [Theory, MemberData(nameof(EveryFunction))]
    public void Between_two_points(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        if (study.Variables.Count != 1) return;
        for (var k = 1; k < s_coordinates.Length; k++)
        {
            var (from, to) = (s_coordinates[k - 1], s_coordinates[k]);
            var (first, second) = (study.At([], [from]).Value.Number, study.At([], [to]).Value.Number);
            var secant = study.Lines.Secant(from, to, first, second);
            var line = study.Lines.Line(secant, [from, to]);
            Assert.Equal(double.IsFinite(first) && double.IsFinite(second), line is not null);
            if (line is null) continue;

            var steps = study.Lines.StepsOfSlope(secant, line, isOfFunction: true);
            Holds(steps);
            Assert.Equal(line.Printed.Text, steps[^1].After.Text);
            Assert.Equal("run rise-over-run point-slope-form", string.Join(' ', steps.Select(static step => step.Rule.Id).Where(static id => id is "run" or "rise-over-run" or "point-slope-form")));
            var readBack = Study.Of($"f({study.Variables[0]}) = {line.Printed.Text}", BindingContext.Empty, Definitions.Budget());
            foreach (var (x, y) in new[] { (from, first), (to, second) }) Assert.Equal(y, readBack.At([], [x]).Value.Number, 1e-9 * Math.Max(1, Math.Abs(first) + Math.Abs(second)));
        }
    }

    [Theory, MemberData(nameof(EveryFunction))]
    public void Along_a_direction(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        if (study.Variables.Count == 0) return;
        for (var k = 0; k < s_coordinates.Length; k++)
        {
            double[] point = [.. study.Variables.Select((_, i) => s_coordinates[(k + i) % s_coordinates.Length])];
            double[] direction = [.. study.Variables.Select((_, i) => k == 0 ? 3 + i : s_coordinates[(k + (2 * i)) % s_coordinates.Length])];
            var gradient = study.GradientAt(point).Numbers;
            var length = Math.Sqrt(direction.Sum(static entry => entry * entry));
            double[] unit = [.. direction.Select(entry => entry / length)];
            var slope = new DirectionalSlope(point, direction, length, unit, gradient, gradient.Zip(unit, static (a, b) => a * b).Sum());
            if (!slope.IsFinite) continue;

            var along = study.DirectionalDerivative(direction);
            var steps = study.StepsAlong(along, slope);
            Holds(steps);
            Assert.Equal(study.Variables.Count, steps.Count(static step => step.Rule.Id is "partial-derivative"));
            Assert.Contains(steps, static step => step.Rule.Id is "dot-product" or "along-direction");
            if (steps[^1].Rule.Id is "along-direction") Assert.Equal(study.Print(along, [.. point, .. direction]).Text, steps[^1].After.Text);
        }
    }

    private static void Holds(IReadOnlyList<Step> steps)
    {
        var open = new Stack<Step>(steps);
        while (open.TryPop(out var step))
        {
            Assert.True(step.Residual <= Tolerance, $"{step.Before.Text} = {step.After.Text}: {step.Residual}");
            Assert.Contains(step.Rule, RuleCatalogue.All);
            foreach (var inner in step.Steps) open.Push(inner);
        }
    }
}
