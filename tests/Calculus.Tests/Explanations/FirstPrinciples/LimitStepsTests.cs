using Calculus.Explanations;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Explanations.FirstPrinciples;

/// <summary>Derivatives from first principles, line by line.</summary>
public sealed class LimitStepsTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-8;

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

    [Theory, MemberData(nameof(Textbook))]
    public void Every_line_follows_and_the_last_is_the_derivative(string text)
    {
        var study = Study.Of(text, StudyContext.Empty, Definitions.Budget());
        var steps = study.LimitSteps(study.Variables[0]);
        Show(steps, "");
        Assert.Equal(study.Print(study.Derivative(study.Variables[0])).Text, steps[^1].After.Text);
        Assert.All(StepLaws.All(steps), step => Assert.True(step.Residual <= Tolerance, $"{step.Rule.Id}: {step.Before.Text} => {step.After.Text} is off by {step.Residual}"));
    }

    private void Show(IEnumerable<Step> steps, string indent)
    {
        foreach (var step in steps)
        {
            output.WriteLine($"{indent}{step.Rule.Id,-22} {step.Before.Text}   =>   {step.After.Text}   [{step.Residual:0.#e0}] {step.Explanation}");
            Show(step.Steps, indent + "    ");
        }
    }
}
