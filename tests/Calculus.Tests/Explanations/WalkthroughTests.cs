using Calculus.Binding;
using Calculus.Explanations;
using Calculus.Tests.Laws;
using Xunit;
using Step = Calculus.Explanations.Step;

namespace Calculus.Tests.Explanations;

/// <summary>Walks that every teacher knows by heart, compared line by line by what the lines mean.</summary>
public sealed class WalkthroughTests
{
    [Fact]
    public void A_partial_derivative_holds_the_others_still_in_a_letter()
    {
        var study = Study.Of("f(x, z) = 2z^3 x^2", BindingContext.Empty, Definitions.Budget());
        var steps = study.Explain.Gradient(study.Gradient(["x", "z"]));

        Texts(["partial-derivative", "partial-derivative"], steps.Select(static step => step.Rule.Id));
        var byX = steps[0].Steps;
        Assert.Contains("b = 2*z^3", byX[0].Explanation, StringComparison.Ordinal);
        Lines(byX, ["f(x, z, b) = 2z^3 x^2", "f(x, z, b) = b x^2", "f(x, z, b) = b*diff(x^2, x)", "f(x, z, b) = b*2x", "f(x, z, b) = 2b x", "f(x, z, b) = 2(2z^3)x", "f(x, z, b) = 4z^3 x"]);
        var byZ = steps[1].Steps;
        Assert.Contains("b = 2*x^2", byZ[0].Explanation, StringComparison.Ordinal);
        Lines(byZ, ["f(x, z, b) = 2z^3 x^2", "f(x, z, b) = b z^3", "f(x, z, b) = b*diff(z^3, z)", "f(x, z, b) = b*3z^2", "f(x, z, b) = 3b z^2", "f(x, z, b) = 3(2x^2)z^2", "f(x, z, b) = 6x^2 z^2"]);
        Assert.Equal("4*z^3*x", byX[^1].After.Text);
        Assert.Equal("6*x^2*z^2", byZ[^1].After.Text);
    }

    [Fact]
    public void Two_functions_are_multiplied_from_the_inside_out()
    {
        var walk = Study.Of("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", BindingContext.Empty, Definitions.Budget()).ChainBy("x");

        Texts(["g", "h"], walk.Stages.Select(static stage => stage.Name));
        var (g, h) = (walk.Stages[0], walk.Stages[1]);
        AssertStage(g, "x^2", "x", "x", "2*x", "2*x");
        AssertStage(h, "b^3", "b", "x^2", "3*b^2", "3*(x^2)^2");
        Assert.Equal("3*(x^2)^2*(2*x)", walk.Product.Text);
        Assert.Equal(@"\frac{df}{dx} = \frac{dh}{dg} \frac{dg}{dx}", walk.Leibniz);
        Assert.Equal(@"f'\left(x\right) = h'\left(g\left(x\right)\right) g'\left(x\right)", walk.Prime);
        Texts(["2*x", "3*b^2", "3*(x^2)^2", "3*x^4", "3*(x^2)^2*(2*x)", "3*x^4*(2*x)", "6*x^5"], walk.Steps.Select(static step => step.After.Text));
        Assert.All(walk.Steps, static step => Assert.Equal(0, step.Residual));
    }

    [Fact]
    public void Three_functions_keep_their_names()
    {
        var study = Study.Of("A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", BindingContext.Empty, Definitions.Budget());
        var walk = study.ChainBy("x");

        Texts(["C", "B", "A"], walk.Stages.Select(static stage => stage.Name));
        AssertStage(walk.Stages[0], "4*x", "x", "x", "4", "4");
        AssertStage(walk.Stages[1], "u^2", "u", "4*x", "2*u", "2*(4*x)");
        AssertStage(walk.Stages[2], "sin(v)", "v", "(4*x)^2", "cos(v)", "cos((4*x)^2)");
        Assert.Equal("cos((4*x)^2)*(2*(4*x))*4", walk.Product.Text);
        Texts(["cos((4*x)^2)*(2*(4*x))*4", "cos(16*x^2)*(8*x)*4", "32*x*cos(16*x^2)"], walk.Steps.TakeLast(3).Select(static step => step.After.Text));
        Assert.Equal(@"\frac{df}{dx} = \frac{dA}{dB} \frac{dB}{dC} \frac{dC}{dx}", walk.Leibniz);
        Assert.Equal(
            @"f'\left(x\right) = A'\left(B\left(C\left(x\right)\right)\right) B'\left(C\left(x\right)\right) C'\left(x\right)", walk.Prime);
        Assert.Equal([4, 4], walk.Stages.Take(2).Select(stage => study.Evaluate([stage.Links[0].Factor], [0.5])[0]));
    }

    // What is composed and its outermost function are two functions, and have two letters.
    [Theory]
    [InlineData("sin(exp(x^2))", @"y'\left(x\right) = g'\left(v\left(u\left(x\right)\right)\right) v'\left(u\left(x\right)\right) u'\left(x\right) \quad \text{with } g\left(v\right) = \sin\left(v\right)")]
    [InlineData("f(x) = sqrt(1 + x^2)", @"f'\left(x\right) = g'\left(u\left(x\right)\right) u'\left(x\right) \quad \text{with } g\left(u\right) = \sqrt{u}")]
    [InlineData("u(x) = x^2; v(t) = sin(t); v(u(x))", @"f'\left(x\right) = v'\left(u\left(x\right)\right) u'\left(x\right)")]
    [InlineData("f(g) = exp(-g^2)", @"f'\left(g\right) = h'\left(u\left(g\right)\right) u'\left(g\right) \quad \text{with } h\left(u\right) = e^{u}")]
    [InlineData("sin(x)", @"y'\left(x\right) = y'\left(x\right)")]
    public void A_letter_stands_for_one_function(string text, string prime) =>
        Assert.Equal(prime, Study.Of(text, BindingContext.Empty, Definitions.Budget()).ChainBy(text.Contains("(g)", StringComparison.Ordinal) ? "g" : "x").Prime);

    [Fact]
    public void A_nested_formula_gets_letters_for_its_layers()
    {
        var walk = Study.Of("sin((4x)^2)", BindingContext.Empty, Definitions.Budget()).ChainBy("x");

        Texts(["u", "v", "y"], walk.Stages.Select(static stage => stage.Name));
        AssertStage(walk.Stages[0], "4*x", "x", "x", "4", "4");
        AssertStage(walk.Stages[1], "u^2", "u", "4*x", "2*u", "2*(4*x)");
        AssertStage(walk.Stages[2], "sin(v)", "v", "(4*x)^2", "cos(v)", "cos((4*x)^2)");
        Assert.Equal(@"\frac{dy}{dx} = \frac{dy}{dv} \frac{dv}{du} \frac{du}{dx}", walk.Leibniz);
    }

    [Fact]
    public void Where_ways_meet_their_shares_are_added()
    {
        var walk = Study.Of("exp(-x^2)*sin(3x)", BindingContext.Empty, Definitions.Budget()).ChainBy("x");

        Texts(["u", "v", "w", "p", "y"], walk.Stages.Select(static stage => stage.Name));
        Assert.Equal("v*p", walk.Stages[^1].Outer.Text);
        Texts(["v", "p"], walk.Stages[^1].Links.Select(static link => link.Placeholder));
        Assert.Equal("sin(3*x)*exp(-x^2)*(-2*x) + exp(-x^2)*cos(3*x)*3", walk.Product.Text);
        Assert.Equal(
            @"\frac{dy}{dx} = \frac{\partial y}{\partial v} \frac{dv}{du} \frac{du}{dx} + \frac{\partial y}{\partial p} \frac{dp}{dw} \frac{dw}{dx}", walk.Leibniz);
    }

    [Fact]
    public void The_chain_rule_works_on_the_formula_as_it_is_written()
    {
        var study = Study.Of("(x^2)^3", BindingContext.Empty, Definitions.Budget());
        var steps = study.StepsBy("x");

        Texts(["chain-rule", "insert-derivatives", "simplify"], steps.Select(static step => step.Rule.Id));
        Assert.Equal("diff((x^2)^3, x)", steps[0].Before.Text);
        Texts(["3*(x^2)^2*diff(x^2, x)", "3*(x^2)^2*(2*x)", "6*x^5"], steps.Select(static step => step.After.Text));
        Assert.Equal(@"3 \left(x^{2}\right)^{2} \frac{d}{dx}\left[x^{2}\right]", steps[0].After.Latex);
        Assert.Equal("power-rule", Assert.Single(steps[1].Steps).Rule.Id);
    }

    [Theory]
    [InlineData("x^2 + y^2 = 25", 1, "-x/y", 3, 4, -0.75)]
    [InlineData("x^2 + y^2 = 25", 2, "-x^2/y^3 - 1/y", 3, 4, -0.390625)]
    [InlineData("y = x^2", 1, "2*x", 3, 9, 6)]
    [InlineData("x*y = 1", 1, "-y/x", 2, 0.5, -0.25)]
    [InlineData("sqrt(x) + sqrt(y) = 5", 1, "-sqrt(y)/sqrt(x)", 4, 9, -1.5)]
    [InlineData("exp(y) = x", 1, "1/exp(y)", 1, 0, 1)]
    [InlineData("x^3 + y^3 = 6x*y", 1, null, 3, 3, -1)]
    [InlineData("sin(x + y) = y^2*cos(x)", 1, null, 0, 0, -1)]
    [InlineData("g(t) = t^2; g(x) + g(y) = 25", 1, "-x/y", 3, 4, -0.75)]
    public void An_equation_fixes_a_slope(string text, int order, string? formula, double x, double y, double slope)
    {
        var study = Study.Of(Equation.Of(text).Function, BindingContext.Empty with { Declared = new HashSet<string>(["x", "y"], StringComparer.Ordinal) }, Definitions.Budget());
        var (derivative, steps) = study.ImplicitDerivative("x", "y", order);

        if (formula is not null) Assert.Equal(formula, study.Print(derivative).Text);
        Assert.Equal(study.Print(derivative).Text, steps[^1].After.Text);
        Assert.Equal(slope, study.Evaluate([derivative], study.Variables is ["x", "y"] ? [x, y] : [y, x])[0], 12);
        Assert.All(StepLaws.All(steps), static step => Assert.InRange(step.Residual, 0, 1e-9));
        Assert.Contains(steps, static step => step.Rule.Id is "total-derivative");
    }

    private static void Texts(string[] expected, IEnumerable<string> actual) => Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));

    private static void AssertStage(ChainStage stage, string outer, string placeholder, string inner, string derivative, string atInner)
    {
        var link = Assert.Single(stage.Links);
        Assert.Equal((outer, placeholder, inner, derivative, atInner), (stage.Outer.Text, link.Placeholder, link.Inner.Text, link.Derivative.Text, link.AtInner.Text));
    }

    // Each line, however it is written, is the function named: the first before the steps, the others after them.
    private static void Lines(IReadOnlyList<Step> steps, string[] expected)
    {
        var lines = steps.Select(static step => step.After.Text).Prepend(steps[0].Before.Text).ToList();
        Assert.Equal(expected.Length, lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var (wanted, found) = (Study.Of(expected[i], BindingContext.Empty, Definitions.Budget()), Study.Of($"f(x, z, b) = {lines[i]}", BindingContext.Empty, Definitions.Budget()));
            Assert.Equal(wanted.Function.Hash, found.Function.Hash);
        }
    }
}
