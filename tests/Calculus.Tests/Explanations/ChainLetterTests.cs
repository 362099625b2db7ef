using Calculus.Binding;
using Calculus.Explanations;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Explanations;

/// <summary>The letter of a stage's inside stands for nothing else, values keep their names, and the product of the factors is the derivative.</summary>
public sealed class ChainLetterTests
{
    private const string Depth = "a(x) = x + 1; b(x) = x^2; c(x) = sin(x); d(x) = exp(x); k(x) = 3x; f(x) = a(b(c(d(k(x)))))";

    [Theory]
    [InlineData("h(x) = x^3; g(x) = x^2; f(x) = h(g(x))", "g: x^2 by x | h: u^3 by g, u = x^2")]
    [InlineData("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", "g: x^2 by x | h: b^3 by g, b = x^2")]
    [InlineData("A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", "C: 4*x by x | B: u^2 by C, u = 4*x | A: sin(v) by B, v = (4*x)^2")]
    [InlineData("A(t) = sin(t); B(t) = t^2; C(t) = 4t; f(x) = A(B(C(x)))", "C: 4*x by x | B: t^2 by C, t = 4*x | A: sin(u) by B, u = (4*x)^2")]
    [InlineData("h(t) = t^2; f(x) = h(h(h(x)))", "h: x^2 by x | h_2: t^2 by h, t = x^2 | h_3: u^2 by h_2, u = (x^2)^2")]
    [InlineData("u = x^2; f(x) = sin(u)", "u: x^2 by x | f: sin(u) by u, u = x^2")]
    [InlineData("u = 3x + 1; v = u^2; f(x) = exp(v)", "u: 3*x + 1 by x | v: u^2 by u, u = 3*x + 1 | f: exp(v) by v, v = (3*x + 1)^2")]
    [InlineData("g(x) = x^2; u = g(x) + 1; f(x) = sin(u)", "g: x^2 by x | u: v + 1 by g, v = x^2 | f: sin(u) by u, u = x^2 + 1")]
    [InlineData("u = 2x; v = 5; h(x) = x^2; g(x) = x + u; f(x) = h(sin(x) + v)", "w: sin(x) + 5 by x | h: w^2 by w, w = sin(x) + 5")]
    [InlineData("p(x, y) = x*y^2; g(x) = x^2; f(x) = p(g(x), sin(x))", "g: x^2 by x | u: sin(x) by x | p: v*y^2 by g, v = x^2 by u, y = sin(x)")]
    [InlineData("p(x, y) = x*y^2; f(x) = p(x, sin(x))", "u: sin(x) by x | p: x*y^2 by x by u, y = sin(x)")]
    [InlineData("p(y, x) = x*y^2; f(x) = p(x, x^3)", "u: x^3 by x | p: u*x^2 by x by u, u = x^3")]
    [InlineData("p(y, c) = y*c; f(x, y) = p(x^2, y)", "u: x^2 by x | p: u*y by u, u = x^2")]
    [InlineData("p(s, t) = s*t; f(x) = p(x^2, x^2)", "u: x^2 by x | p: s*s by u, s = x^2")]
    [InlineData("p(s, t) = s*t; f(x) = p(x, x)", "p: x*x by x")]
    [InlineData("h(a) = a^2; f(x) = h(a*x)", "u: a*x by x | h: u^2 by u, u = a*x")]
    [InlineData("h(g) = g^3; g(x) = x^2; f(x) = h(g(x))", "g: x^2 by x | h: g^3 by g, g = x^2")]
    [InlineData("h(k) = k^3; g(x) = x^2; k(x) = sin(x); f(x) = h(g(k(x)))", "k: sin(x) by x | g: u^2 by k, u = sin(x) | h: v^3 by g, v = sin(x)^2")]
    [InlineData("h(alpha) = alpha^3; f(theta) = h(sin(theta))", "u: sin(theta) by theta | h: alpha^3 by u, alpha = sin(theta)")]
    [InlineData("h(theta) = theta^3; f(theta) = h(sin(theta))", "u: sin(theta) by theta | h: u^3 by u, u = sin(theta)")]
    [InlineData("g(x) = x^2; f(x) = g(x)*g(2x)", "g: x^2 by x | u: 2*x by x | g_2: u^2 by u, u = 2*x | f: v*w by g, v = x^2 by g_2, w = (2*x)^2")]
    [InlineData(Depth, "k: 3*x by x | d: exp(u) by k, u = 3*x | c: sin(v) by d, v = exp(3*x) | b: w^2 by c, w = sin(exp(3*x)) | a: p + 1 by b, p = sin(exp(3*x))^2")]
    public void Stages_and_their_letters(string text, string stages) =>
        Assert.Equal(stages, string.Join(" | ", Walk(text, out _).Stages.Select(static stage =>
            $"{stage.Name}: {stage.Outer.Text}{string.Concat(stage.Links.Select(static link => $" by {link.By}{(link.Placeholder == link.Inner.Text ? "" : $", {link.Placeholder} = {link.Inner.Text}")}"))}")));

    [Theory]
    [InlineData("u = x^2; h(t) = t*u; f(x) = h(sin(x))")]
    [InlineData("h(t) = t*x; f(x) = h(x^2)")]
    [InlineData("h(t) = t*x; f(x) = h(2)^2")]
    [InlineData("p(y, c) = y*c; f(x, y) = p(x^2, y)")]
    [InlineData("p(x, y) = x*y^2; f(x) = p(sin(x), x)")]
    [InlineData("u = x^2; h(x) = x + u; f(x) = h(exp(x))^2")]
    [InlineData("g(x) = x^3; f(x) = g'(x)*sin(g(x))")]
    [InlineData("h(t, x) = t^x; f(x) = h(x, h(2, x))")]
    [InlineData(Depth)]
    public void The_product_as_it_is_printed_is_the_derivative_and_no_letter_is_the_variable(string text)
    {
        var walk = Walk(text, out var study);
        var product = study.ReadFormula(walk.Product.Text).Formula;
        foreach (var at in new[] { 0.3, 0.7, 1.2 })
        {
            double[] point = [.. study.Variables.Select((_, i) => at + (i * 0.4))];
            var values = study.Evaluate([study.Derivative("x"), product], point);
            Assert.Equal(values[0], values[1], 1e-9 * Math.Max(1, Math.Abs(values[0])));
        }

        Assert.All(StepLaws.All(walk.Steps), static step => Assert.InRange(step.Residual, 0, 1e-8));
        Assert.All(walk.Steps, static step => Assert.DoesNotMatch(@"\bx is .* again", step.Explanation));
        Assert.All(walk.Stages.SelectMany(static stage => stage.Links), static link => Assert.Equal(link.Placeholder == "x", link.Inner.Text == "x"));
    }

    private static ChainWalk Walk(string text, out Study study)
    {
        study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        return study.ChainBy(study.Variables[0]);
    }
}
