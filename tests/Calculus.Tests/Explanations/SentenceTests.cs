using Calculus.Binding;
using Calculus.Tests.Laws;
using Calculus.Tests.Matrices;
using Xunit;
using Step = Calculus.Explanations.Step;

namespace Calculus.Tests.Explanations;

/// <summary>Sentences say what happens on their own line, and lines are such as a teacher would write.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("1/x", "reciprocal-rule", "-diff(x, x)/x^2", "One over a function: minus the function's derivative, over the function squared.")]
    [InlineData("1/(1 + x^2)", "reciprocal-rule", "-diff(1 + x^2, x)/(1 + x^2)^2", "One over a function: minus the function's derivative, over the function squared.")]
    [InlineData("3/(1 + x^2)", "reciprocal-rule", "-3*diff(1 + x^2, x)/(1 + x^2)^2", "A constant over a function: minus the constant times the function's derivative, over the function squared.")]
    [InlineData("floor(x)*x", "derivative-of-floor", "0", "The derivative of floor(x) by x is 0. At a jump, where there is no derivative, the value used is a convention.")]
    [InlineData("sign(x) + x", "derivative-of-sign", "0", "The derivative of sign(x) by x is 0. At a jump, where there is no derivative, the value used is a convention.")]
    [InlineData("mod(x, 2)*x", "derivative-of-mod", "1", "The derivative of mod(x, 2) by x is 1. At a jump, where there is no derivative, the value used is a convention.")]
    [InlineData("x*abs(x)", "derivative-of-abs", "sign(x)", "The derivative of abs(x) by x is sign(x). At a kink the value used is a convention.")]
    [InlineData("log(x, 2)", "derivative-of-log", "1/(log(2)*x)", "log(x, 2) is log(x)/log(2), so the derivative of log(x, 2) by x is 1/(log(2)*x).")]
    [InlineData("log(3, x)", "derivative-of-log", "-log(3)/(x*log(x)^2)", "log(3, x) is log(3)/log(x), so the derivative of log(3, x) by x is -log(3)/(x*log(x)^2).")]
    [InlineData("log(x)", "derivative-of-log", "1/x", "The derivative of log(x) by x is 1/x.")]
    [InlineData("sqrt(x)/(1 + x)", "common-denominator", "((x + 1)/2 - x)/(sqrt(x)*(x + 1)^2)", "The fractions are brought to one denominator.")]
    [InlineData("1/(1 + exp(-x))", "collect-like-terms", "exp(x)/(1 + exp(x))^2", "Numerator and denominator are multiplied by the same power of e, and the signs are collected.")]
    [InlineData("max(x, 1 - x)", "simplify", "step(2*x - 1) - step(1 - 2*x)", "The same formula, in a shorter form: step is 1/2 at 0, the equal share of a tie.")]
    [InlineData("max(x, 2*x, 3*x)", "derivative-of-max",
        "(if(x == max(x, 2*x, 3*x), diff(x, x), 0) + if(2*x == max(x, 2*x, 3*x), diff(2*x, x), 0) + if(3*x == max(x, 2*x, 3*x), diff(3*x, x), 0))/(if(x == max(x, 2*x, 3*x), 1, 0) + if(2*x == max(x, 2*x, 3*x), 1, 0) + if(3*x == max(x, 2*x, 3*x), 1, 0))",
        "Only the largest argument counts, and so only its slope; at a tie, where there is no derivative, each of those tied gets an equal share: the sum of their slopes over their number.")]
    [InlineData("max(x, 2*x, 3*x)", "simplify", "3*step(x) + step(-x)", "The same formula, in a shorter form, except at a tie, whose equal share step does not show.")]
    [InlineData("min(x, -x, 0)", "simplify", "step(-x) - step(x)", "The same formula, in a shorter form, except at a tie, whose equal share step does not show.")]
    public void Of_a_derivative(string text, string rule, string after, string sentence)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        AssertSaid(study.StepsBy("x"), rule, after, sentence);
    }

    [Theory]
    [InlineData("x^2*y + y^3", "y", "unfreeze", "3*y^2 + x^2", "Put back: b = x^2.")]
    [InlineData("x*y - z", "x", "unfreeze", "y", "Put back: b = y.")]
    [InlineData("x*y - z", "x", "freeze", "b*x - c", "Whatever does not change with x is a constant for now: b = y, c = z.")]
    public void Of_a_partial_derivative(string text, string variable, string rule, string after, string sentence)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        AssertSaid(study.Explain.Gradient(study.Gradient([variable])), rule, after, sentence);
    }

    [Theory]
    [InlineData("x^3 + y^3 = 3*x*y", "(y - x^2)/(y^2 - x)")]
    [InlineData("sin(y) + x = y", "1/(1 - cos(y))")]
    [InlineData("y^2 = x^3 - x", "(3*x^2 - 1)/(2*y)")]
    [InlineData("exp(x*y) = x + y", "(1 - y*exp(x*y))/(x*exp(x*y) - 1)")]
    [InlineData("x^2/9 + y^2/4 = 1", "-4*x/(9*y)")]
    [InlineData("x*y = 1", "-y/x")]
    public void A_slope_along_a_curve_has_no_sign_before_a_difference(string text, string slope)
    {
        var study = Study.Of(Equation.Of(text).Function, BindingContext.Empty with { Declared = new HashSet<string>(["x", "y"], StringComparer.Ordinal) }, Definitions.Budget());
        Assert.Equal(slope, study.Print(study.ImplicitDerivative("x", "y").Derivative).Text);
    }

    [Theory]
    [InlineData("1/(1 + x^2)", "u", "1/u")]
    [InlineData("3/(x^2 - 2)", "u", "3/u")]
    [InlineData("exp(1/(1 + x^2))", "v", "exp(v)")]
    public void A_number_over_a_function_is_a_stage(string text, string letter, string outer)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        var walk = study.ChainBy("x");
        Assert.Equal(outer, walk.Stages[^1].Outer.Text);
        Assert.Equal(letter, walk.Stages[^1].Links[0].Placeholder);
        Assert.Contains(StepLaws.All(walk.Steps), static step => string.Equals(step.Explanation, "u contains x directly, and is differentiated by it.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_limit_of_a_reciprocal_has_no_fraction_of_a_fraction()
    {
        var study = Study.Of("1/sqrt(x)", BindingContext.Empty, Definitions.Budget());
        var steps = study.Explain.Limit(study.Derivative("x"));
        Assert.Contains(steps, static step => string.Equals(step.After.Text, "-(sqrt(x + h) - sqrt(x))/h*(1/(sqrt(x + h)*sqrt(x)))", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, static step => step.After.Text.Contains("/h/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_entry_is_not_told_as_a_slice()
    {
        var study = About.Shapes("f(x) = x[1]^2*x[2] + norm(x)", "x=2");
        var steps = StepLaws.All(study.Explain.Gradient(study.Gradient(["x"]))).ToList();
        Assert.DoesNotContain(steps, static step => step.Explanation.Contains("1:1", StringComparison.Ordinal) || step.After.Text.Contains("ones(1)", StringComparison.Ordinal));
        Assert.Equal("x is a part of x[1], x[2] and norm(x): the contributions are added.", steps[^1].Explanation);
    }

    [Fact]
    public void A_sum_of_a_product_is_no_trace()
    {
        var study = About.Shapes("f(A) = sum(exp(A) @ B)", "A=2x3 B=3x2");
        var steps = StepLaws.All(study.Explain.Gradient(study.Gradient(["A"]))).ToList();
        Assert.DoesNotContain(steps, static step => string.Equals(step.Rule.Id, "trace-rule", StringComparison.Ordinal));
        Assert.Contains(steps, static step => step.Explanation.EndsWith("The sum is linear in it: each entry gets the number that it is multiplied by.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("if(x > y, x^2, y)", "if(x > y, 2*x, 0)")]
    [InlineData("if(y < x, x^2, y)", "if(x > y, 2*x, 0)")]
    [InlineData("if(x <= y, x^2, y)", "if(x <= y, 2*x, 0)")]
    [InlineData("if(y >= 2, x^2, y)", "if(y >= 2, 2*x, 0)")]
    public void Variables_in_a_condition_stand_in_their_order(string text, string derivative)
    {
        var study = Study.Of($"f(x, y) = {text}", BindingContext.Empty, Definitions.Budget());
        Assert.Equal(derivative, study.Print(study.Derivative("x")).Text);
    }

    private static void AssertSaid(IReadOnlyList<Step> steps, string rule, string after, string sentence) =>
        Assert.Contains(StepLaws.All(steps), step => string.Equals(step.Rule.Id, rule, StringComparison.Ordinal) && string.Equals(step.After.Text, after, StringComparison.Ordinal) && string.Equals(step.Explanation, sentence, StringComparison.Ordinal));
}
