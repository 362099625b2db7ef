using Calculus.Binding;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.GradientCheck;

/// <summary>A wrong gradient is never called right, and the search for its slip survives every definition.</summary>
public sealed class WrongGradientTests(ITestOutputHelper output)
{
    private const double LeastShareNamed = 0.99;

    [Fact, Trait("Length", "long")]
    public void Every_gradient_with_the_wrong_sign_is_recognised()
    {
        var (checks, named, failures) = (0, 0, new List<string>());
        foreach (var text in Definitions.All().Concat(Enumerable.Range(0, 200).Select(static seed => RandomDefinitions.Deep(seed))))
        {
            var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
            if (study.Variables.Count == 0) continue;
            var point = Reading.Points(study.Variables.Count).First();
            var gradient = study.Slopes(point);
            if (!Array.TrueForAll(gradient, static entry => double.IsFinite(entry) && Math.Abs(entry) is > 1e-9 and < 1e9)) continue;
            checks++;
            var report = study.CheckGradient([.. gradient.Select(static (entry, i) => new Claim(i, ArrayValue.Of(-entry)))], point);
            if (report.Correct != false) failures.Add($"{text}: {report.Verdict}");
            if (report.Components.All(static component => component.Diagnoses.Any(static diagnosis => diagnosis.Slip is "sign-flipped" or "descent-direction"))) named++;
            var half = study.CheckGradient([.. gradient.Select(static (entry, i) => new Claim(i, ArrayValue.Of(entry * 1.37)))], point);
            if (half.Correct != false) failures.Add($"{text} times 1.37: {half.Verdict}");
        }

        output.WriteLine($"{checks} gradients, {named} named");
        Assert.Empty(failures);
        Assert.True(named >= LeastShareNamed * checks);
    }

    [Fact]
    public void The_search_survives_formulas_of_every_kind()
    {
        var formulas = RandomDefinitions.Make(seed: 7, count: 40).ToList();
        var checks = 0;
        foreach (var (text, i) in Definitions.All().Select(static (text, i) => (text, i)))
        {
            var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
            if (study.Variables is not ["x", "y"] and not ["x"]) continue;
            var formula = formulas[i % formulas.Count];
            if (study.Variables.Count == 1) formula = formula.Replace('y', 'x');
            if (formula.Contains("xx", StringComparison.Ordinal) || !CanBeRead(study, formula, out var claimed)) continue;
            checks++;
            var report = study.CheckGradient([new Claim(0, null, claimed)], Reading.Points(study.Variables.Count).First());
            Assert.All(report.Components[0].Diagnoses, static diagnosis => Assert.NotEmpty(diagnosis.Explanation));
        }

        Assert.True(checks > 100);
    }

    // Replacing a letter breaks some names, such as hypot.
    private static bool CanBeRead(Study study, string formula, out Calculus.Expressions.Expression? claimed)
    {
        claimed = null;
        try
        {
            claimed = study.ReadFormula(formula).Formula;
            return true;
        }
        catch (Calculus.Syntax.FormulaException)
        {
            return false;
        }
    }
}
