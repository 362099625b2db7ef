using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Explanations;
using Calculus.Explanations.FirstPrinciples;
using Calculus.Tests.Laws;
using Xunit;
using Catalogue = Calculus.Functions.Catalogue;

namespace Calculus.Tests.Explanations.FirstPrinciples;

/// <summary>Derivatives from first principles, line by line.</summary>
public sealed class LimitStepsTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-8;
    private const string KnownLimit = "known-limit";

    /// <summary>What a first course differentiates from first principles.</summary>
    public static TheoryData<string> Textbook => [
        "f(x) = 5", "x", "3x + 2", "x^2", "x^2 + 3", "x^3", "x^3 - 2x", "4x^3 - 2x^2 + x - 7", "(x + 1)^4", "(2x - 1)^3", "x^10", "x^20", "x^24", "x^100", "(x + 1)^20",
        "x^2/2 + x/3", "0.5x^2 - 1.25x", "x(x - 1)(x + 2)", "f(x) = a*x^2 + b*x + c", "f(x) = b*x^2", "f(x, z) = 2z^3 x^2", "-(x^2)", "x^2*(x^3 + 1)",
        "1/x", "1/x^2", "x^-3", "3/(2x + 5)", "x/(x + 1)", "(2x - 1)/(x^2 + 3)", "(x^2 + 1)/(x - 2)", "x + 1/x", "(x + 1)^-2",
        "sqrt(x)", "sqrt(2x + 1)", "sqrt(x^2 + 1)", "1/sqrt(x)", "x^(3/2)", "x^(2/3)", "cbrt(x)", "root(x, 4)", "x^-0.5", "cbrt(x^2 + 1)", "x*sqrt(x)", "(sqrt(x) + x)^3",
        "sin(x)", "cos(x)", "cos(3x)", "tan(x)", "cot(x)", "sec(x)", "csc(2x)", "x*sin(x)", "sin(x)^2", "sin(x^2)", "sin(x)/x", "sin(x)*cos(x)", "tan(x)^2", "x^2*sin(3x)", "1/(1 + cos(x))",
        "exp(x)", "exp(2x)", "e^x", "2^x", "2^(3x)", "x*exp(x)", "exp(-x^2)", "exp(x)*cos(x)", "exp(x)/(1 + exp(x))", "(exp(x) - exp(-x))/2", "exp(sin(x))",
        "log(x)", "log(3x + 1)", "x*log(x)", "log(x)/x", "log(x^2 + 1)", "log10(x)", "log(x, 2)", "log(cos(x))", "x^x", "x^pi", "f(x) = x^n",
        "sinh(x)", "cosh(x)", "tanh(x)", "asin(x)", "acos(x)", "atan(x)", "asinh(x)", "atan(2x)", "sigmoid(x)", "log(1 + exp(x))", "silu(x)", "abs(x)", "abs(x^2 - 1)", "max(x, x^2)",
        "sin(cos(x^2))", "sqrt(1 + sqrt(x))", "f(h) = h^2 + k*u", "g(x) = x^2 + 1; f(x) = g(x)^3", "if(x > 0, x^2, -x)",
    ];

    public static TheoryData<string> EveryFunction => [.. Catalogue.All.Select(static function => function.Example).Concat(Definitions.Chosen)];

    public static TheoryData<int> EveryBatch => [.. Enumerable.Range(0, 4)];

    public static TheoryData<string> Rules => [
        "shifted-value", "difference-quotient", "definition-of-derivative", "expand", "cancel-terms", "divide-by-step", "step-to-zero", "common-denominator", "conjugate",
        "difference-of-powers", "addition-theorem", "power-laws", "separate-factors", "standard-limits", "limit-of-a-sum", "constant-out-of-limit", "no-change",
        "add-and-subtract", "limits-of-the-parts", "inner-difference", "inverse-difference", "by-definition", "limit-by-branch", KnownLimit,
        "limit-of-sine", "limit-of-cosine", "limit-of-hyperbolic-sine", "limit-of-hyperbolic-cosine", "limit-of-exponential", "limit-of-logarithm",
    ];

    [Fact]
    public void A_parabola_is_worked_out_in_the_lines_of_the_lesson() => Assert.Equal(
        [
            "x^2", "(x + h)^2", "((x + h)^2 - x^2)/h", "(x^2 + 2*x*h + h^2 - x^2)/h", "(2*x*h + h^2)/h", "2*x + h", "2*x",
        ],
        Lines(Steps("x^2")));

    [Fact]
    public void A_constant_letter_stays_a_letter() => Assert.Equal(
        [
            "b*x^2", "b*(x + h)^2", "(b*(x + h)^2 - b*x^2)/h", "(b*x^2 + 2*b*x*h + b*h^2 - b*x^2)/h", "(2*b*x*h + b*h^2)/h", "2*b*x + b*h", "2*b*x",
        ],
        Lines(Steps("f(x) = b*x^2")));

    [Theory]
    [InlineData("1/x", "(x - (x + h))/(h*x*(x + h))", "-1/(x*(x + h))")]
    [InlineData("sqrt(x)", "(sqrt(x + h) - sqrt(x))*(sqrt(x + h) + sqrt(x))/(h*(sqrt(x + h) + sqrt(x)))", "1/(sqrt(x + h) + sqrt(x))")]
    [InlineData("sin(x)", "(sin(x)*cos(h) + cos(x)*sin(h) - sin(x))/h", "sin(x)*((cos(h) - 1)/h) + cos(x)*(sin(h)/h)")]
    [InlineData("exp(x)", "(exp(x)*exp(h) - exp(x))/h", "exp(x)*((exp(h) - 1)/h)")]
    [InlineData("log(x)", "log((x + h)/x)/h", "1/x*(log(1 + h/x)/(h/x))")]
    [InlineData("x*sin(x)", "((x + h)*sin(x + h) - (x + h)*sin(x) + (x + h)*sin(x) - x*sin(x))/h", "(x + h)*((sin(x + h) - sin(x))/h) + sin(x)*((x + h - x)/h)")]
    [InlineData("sin(x^2)", "(sin((x + h)^2) - sin(x^2))/((x + h)^2 - x^2)*(((x + h)^2 - x^2)/h)", "cos(x^2)*(2*x)")]
    [InlineData("x^(3/2)", "(sqrt(x + h)^3 - sqrt(x)^3)/(sqrt(x + h)^2 - sqrt(x)^2)", "3*sqrt(x)^2/(2*sqrt(x))")]
    [InlineData("abs(x)", "((x + h)^2 - x^2)/(h*(abs(x + h) + abs(x)))", "(2*x + h)/(abs(x + h) + abs(x))")]
    [InlineData("0.5x^2", "(0.5*x^2 + x*h + 0.5*h^2 - 0.5*x^2)/h", "x + 0.5*h")]
    public void The_technique_shows_in_its_lines(string text, params string[] lines)
    {
        var written = Lines(Steps(text));
        Assert.All(lines, line => Assert.Contains(line, written, StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Textbook))]
    public void Every_line_follows_and_nothing_is_cited(string text)
    {
        var (steps, end) = Worked(text);
        Show(steps);
        Assert.Null(Fault(steps, end, out var withoutCheck));
        Assert.Equal(0, withoutCheck);
        Assert.DoesNotContain(StepLaws.All(steps), static step => string.Equals(step.Rule.Id, KnownLimit, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(EveryFunction))]
    public void Every_function_is_worked_out_or_refused_by_name(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        foreach (var variable in study.Variables)
        {
            try
            {
                var derivative = study.Derivative(variable);
                Assert.Null(Fault(study.Explain.Limit(derivative), study.Print(derivative).Text, out _));
            }
            catch (UntaughtLimitException untaught)
            {
                Assert.True(Catalogue.Names.Contains(untaught.Function), untaught.Function);
            }
        }
    }

    [Theory, MemberData(nameof(EveryBatch)), Trait("Length", "long")]
    public void The_lines_of_random_definitions_follow(int batch)
    {
        const int size = 100;
        var faults = new List<string>();
        var (worked, without, refused, long_) = (0, 0, 0, 0);
        foreach (var text in Enumerable.Range(batch * size, size).Select(static seed => RandomDefinitions.Deep(seed)))
        {
            if (Study.Of(text, BindingContext.Empty, Definitions.Budget()).Variables.Count == 0) continue;
            try
            {
                var (steps, end) = Worked(text);
                if (Fault(steps, end, out var withoutCheck) is { } fault) faults.Add($"{text}: {fault}");
                worked++;
                if (withoutCheck > 0) without++;
            }
            catch (UntaughtLimitException)
            {
                refused++;
            }
            catch (LimitException)
            {
                long_++;
            }
        }

        output.WriteLine($"{worked} worked out, {without} of them with a line that could not be checked, {refused} refused, {long_} too long");
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(30))}");
        Assert.InRange(without + refused + long_, 0, size / 3);
    }

    [Theory]
    [InlineData("gamma(x)", "gamma")]
    [InlineData("3*gamma(x)", "gamma")]
    [InlineData("erf(x)", "erf")]
    [InlineData("floor(x)", "floor")]
    [InlineData("sign(x)", "sign")]
    [InlineData("x!", "factorial")]
    [InlineData("-lgamma(x) + erf(x)", "lgamma")]
    public void What_nothing_of_is_worked_out_is_refused_by_name(string text, string function) =>
        Assert.Equal(function, Assert.Throws<UntaughtLimitException>(() => Steps(text)).Function);

    [Theory]
    [InlineData("x^2 + gamma(x)")]
    [InlineData("x*erf(x)")]
    [InlineData("erf(x^2)")]
    public void What_is_not_worked_out_is_cited_beside_what_is(string text)
    {
        var (steps, end) = Worked(text);
        Assert.Null(Fault(steps, end, out _));
        Assert.Contains(StepLaws.All(steps), static step => string.Equals(step.Rule.Id, KnownLimit, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("f(h) = h^2", "2*h + t")]
    [InlineData("f(x, h) = h*x^2", "2*b*x + b*t")]
    [InlineData("h(x) = x^2; f(x) = h(x)", "2*x + t")]
    [InlineData("f(x) = h*t*s*d*x^2", "2*h*t*s*d*x + h*t*s*d*h1")]
    public void The_step_has_a_letter_of_its_own(string text, string line) => Assert.Contains(line, Lines(Steps(text)), StringComparer.Ordinal);

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_is_used_by_its_example(string id)
    {
        var rule = Assert.Single(RuleCatalogue.All, rule => string.Equals(rule.Id, id, StringComparison.Ordinal));
        Assert.Contains(StepLaws.All(Steps(rule.Example)), step => step.Rule == rule);
    }

    [Fact]
    public void A_constant_in_disguise_has_the_slope_0() => Assert.Equal("0", Lines(Steps("f(x) = sin(x)^0 + 1^x + x - x"))[^1]);

    [Fact]
    public void Long_explanations_are_refused_by_a_limit()
    {
        var sum = string.Join(" + ", Enumerable.Range(1, 700).Select(static n => FormattableString.Invariant($"sin({n}x)*cos({n}x)")));
        Assert.Throws<LimitException>(() => Steps(sum));
    }

    [Theory, Trait("Length", "long")]
    [InlineData("sin(", 25)]
    [InlineData("1/(1 + ", 30)]
    [InlineData("cbrt(", 16)]
    public void Deep_compositions_are_listed_flat(string open, int times)
    {
        const int deepest = 28; // JSON nests 64 levels, and a step takes two
        var text = string.Concat(Enumerable.Repeat(open, times)) + "x" + new string(')', times);
        var (steps, end) = Worked(text);
        Assert.Equal(end, steps[^1].After.Text);
        var (depth, level) = (0, steps);
        for (; level.Count > 0; depth++) level = [.. level.SelectMany(static step => step.Steps)];
        Assert.InRange(depth, 12, deepest);
    }

    [Theory]
    [InlineData("f(x) = 0^x")]
    [InlineData("f(x) = (-2)^x")]
    public void No_logarithm_is_taken_of_what_is_not_positive(string text) => Assert.Equal("^", Assert.Throws<UntaughtLimitException>(() => Steps(text)).Function);

    private static IReadOnlyList<Step> Steps(string text) => Worked(text).Steps;

    private static (IReadOnlyList<Step> Steps, string End) Worked(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        var derivative = study.Derivative(study.Variables[0]);
        return (study.Explain.Limit(derivative), study.Print(derivative).Text);
    }

    private static string[] Lines(IReadOnlyList<Step> steps) => [steps[0].Before.Text, .. steps.Select(static step => step.After.Text)];

    private static string? Fault(IReadOnlyList<Step> steps, string end, out int withoutCheck)
    {
        withoutCheck = 0;
        if (!string.Equals(steps[^1].After.Text, end, StringComparison.Ordinal)) return $"ends in {steps[^1].After.Text}";
        for (var i = 1; i < steps.Count; i++)
        {
            if (!string.Equals(steps[i].Before.Text, steps[i - 1].After.Text, StringComparison.Ordinal)) return $"{steps[i - 1].After.Text} is not where {steps[i].Before.Text} begins";
        }

        foreach (var step in StepLaws.All(steps))
        {
            if (step.Explanation.Length < 10) return $"no sentence: {step.Explanation}";
            if (double.IsNaN(step.Residual)) withoutCheck++;
            else if (step.Residual > Tolerance) return $"{step.Rule.Id}: {step.Before.Text} => {step.After.Text} is off by {step.Residual}";
        }

        return null;
    }

    private void Show(IReadOnlyList<Step> steps)
    {
        foreach (var step in StepLaws.All(steps)) output.WriteLine($"{step.Rule.Id,-22} {step.Before.Text}   =>   {step.After.Text}   [{step.Residual:0.#e0}] {step.Explanation}");
    }
}
