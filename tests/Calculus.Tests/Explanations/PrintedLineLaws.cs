using System.Text.RegularExpressions;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Explanations;
using Calculus.Explanations.FirstPrinciples;
using Calculus.Functions;
using Calculus.Tests.Laws;
using Xunit;
using Step = Calculus.Explanations.Step;

namespace Calculus.Tests.Explanations;

/// <summary>Each line is true as it is printed: both texts are read again by themselves, and have the same numbers.</summary>
public sealed partial class PrintedLineLaws
{
    private const double Tolerance = 1e-7, SmallStep = 1e-6, LimitTolerance = 1e-3;

    private static readonly double[] s_starts = [0.41, 0.83, 1.37, -0.62, 2.3, 0.09, 3.4];

    private static readonly HashSet<string> s_makings = new(["shifted-value", "difference-quotient"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_limits = new(
        ["step-to-zero", "limits-of-the-parts", "standard-limits", "definition-of-derivative", "limit-by-branch", "known-limit", "limit-of-a-sum", "constant-out-of-limit", "as-before",
            .. RuleCatalogue.All.Select(static rule => rule.Id).Where(static id => id.StartsWith("limit-of-", StringComparison.Ordinal))], StringComparer.Ordinal);

    public static TheoryData<string> EveryFunction => [.. Catalogue.All.Select(static function => function.Example).Concat(Definitions.Chosen), "x^2 - 3*x + 1/x", "sin(x)*exp(-x)/(1 + x^2)", "log(x, 2) + log(2, x)"];

    [Theory, MemberData(nameof(EveryFunction))]
    public void Lines_of_derivatives_hold_as_they_are_printed(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        foreach (var variable in study.Variables)
        {
            AssertTrue(study.StepsBy(variable), study.Print(study.Derivative(variable)).Text);
            AssertTrue(study.Explain.Gradient(study.Gradient([variable])), study.Print(study.Derivative(variable)).Text);
            AssertTrue(study.ChainBy(variable).Steps, study.Print(study.Derivative(variable)).Text);
        }
    }

    [Theory, MemberData(nameof(EveryFunction))]
    public void Lines_of_limits_hold_as_they_are_printed(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        foreach (var variable in study.Variables)
        {
            try
            {
                AssertTrue(study.Explain.Limit(study.Derivative(variable)), study.Print(study.Derivative(variable)).Text);
            }
            catch (UntaughtLimitException)
            {
                // Refused, and said.
            }
        }
    }

    [Theory]
    [InlineData("x^2 + y^2 = 25", 1)]
    [InlineData("x^3 + y^3 = 6x*y", 2)]
    [InlineData("sin(x + y) = y^2*cos(x)", 1)]
    [InlineData("exp(y) + x*y = 3", 2)]
    [InlineData("x*log(y) + y/x = 2", 1)]
    [InlineData("sqrt(x) + sqrt(y) = 5", 1)]
    public void Lines_of_implicit_derivatives_hold_as_they_are_printed(string text, int order)
    {
        var study = Study.Of(Equation.Of(text).Function, BindingContext.Empty with { Declared = new HashSet<string>(["x", "y"], StringComparer.Ordinal) }, Definitions.Budget());
        var (derivative, steps) = study.ImplicitDerivative("x", "y", order);
        var slope = study.Print(study.ImplicitDerivative("x", "y").Derivative).Text;
        AssertTrue(steps, study.Print(derivative).Text, new Dictionary<string, string>(StringComparer.Ordinal) { ["dydx"] = slope });
    }

    private static void AssertTrue(IReadOnlyList<Step> steps, string answer, IReadOnlyDictionary<string, string>? known = null)
    {
        Assert.Equal(answer, steps[^1].After.Text);
        var letters = new Dictionary<string, string>(known ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        var checkedLines = 0;
        foreach (var step in StepLaws.All(steps))
        {
            // The step means itself.
            if (StepLetter().Match(step.Explanation) is { Success: true } moved) letters[moved.Groups["step"].Value] = moved.Groups["step"].Value;
            if (step.Rule.Id is "partial-derivative") letters = new Dictionary<string, string>(known ?? new Dictionary<string, string>(), StringComparer.Ordinal);
            if (step.Rule.Id is "freeze" or "put-inside-back")
            {
                foreach (Match meaning in Meaning().Matches(step.Explanation)) letters[meaning.Groups["letter"].Value] = meaning.Groups["meaning"].Value;
            }

            var holds = Holds(step, letters);
            if (holds is not null) checkedLines++;
            Assert.True(holds is not false, $"{step.Rule.Id}: {step.Before.Text} = {step.After.Text} ({step.Explanation})");
        }

        Assert.NotEqual(0, checkedLines);
    }

    // True and false at points where both sides have values; null where there are none.
    private static bool? Holds(Step step, Dictionary<string, string> letters)
    {
        var (before, after) = (Read(step.Before.Text), Read(step.After.Text));
        if (s_makings.Contains(step.Rule.Id)) return true;
        var isLimit = s_limits.Contains(step.Rule.Id);
        bool? holds = null;
        foreach (var start in s_starts)
        {
            var (a, b) = (Value(before, start, isLimit, letters), Value(after, start, isLimit, letters));
            if (!double.IsFinite(a) || !double.IsFinite(b)) continue;
            var scale = Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));
            if (Math.Abs(a - b) > (isLimit ? LimitTolerance : Tolerance) * scale) return false;
            holds = true;
        }

        return holds;
    }

    private static Study Read(string text) => Study.Of(text, BindingContext.Empty, Definitions.Budget());

    private static double Value(Study line, double start, bool isLimit, Dictionary<string, string> letters)
    {
        double[] point = [.. line.Variables.Select(Of)];
        return line.Evaluate([line.Function], point)[0];

        double Of(string name)
        {
            if (letters.TryGetValue(name, out var meaning) && !string.Equals(meaning, name, StringComparison.Ordinal)) return Value(Read(meaning), start, isLimit, letters);
            if (isLimit && (name is "k" or "m" or "n" or "r" || letters.ContainsKey(name))) return SmallStep;
            // The same name has the same number in every line.
            return start + (0.137 * (name.Sum(static letter => letter) % 7));
        }
    }

    [GeneratedRegex(@"is replaced by \w+ \+ (?<step>\w+),")]
    private static partial Regex StepLetter();

    [GeneratedRegex(@"(?<letter>\w+) (=|is) (?<meaning>[^=]*?)(?=\.$|, \w+ (=|is) | and \w+ is | again)")]
    private static partial Regex Meaning();
}
