using Calculus.Binding;
using Calculus.Syntax;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Functions;

/// <summary>Names of functions next to names of values, and what is said about a call that makes no sense.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("f(gamma) = 2gamma + gamma(3)", "2*gamma + 2")]
    [InlineData("f(step) = step(step)*step", "step*step(step)")]
    [InlineData("f(round, x) = round*round(x)", "round*round(x)")]
    [InlineData("f(mod) = mod(mod, 3) + mod", "mod + mod(mod, 3)")]
    [InlineData("gamma*x", "gamma*x")]
    public void A_declared_name_is_a_value_unless_a_bracket_follows(string text, string expected)
    {
        var study = Of(text);
        Assert.Equal(expected, study.Print(study.Function).Text);
    }

    [Theory]
    [InlineData("arcoshh(x)", "arcosh")]
    [InlineData("digama(x)", "digamma")]
    [InlineData("gama(x)", "gamma")]
    [InlineData("leakyrelu(x)", "leaky_relu")]
    [InlineData("Floor(x)", "floor")]
    [InlineData("arcsec2(x)", "arcsec")]
    [InlineData("softsing(x)", "softsign")]
    public void A_slip_is_answered_with_the_name_that_was_meant(string text, string meant)
    {
        var error = Assert.Throws<FormulaException>(() => Of(text));
        Assert.Equal($"did you mean '{meant}'?", error.Hint);
    }

    [Theory]
    [InlineData("gamma(x) = x^2")]
    [InlineData("clip(x) = x; clip(2)")]
    [InlineData("arsinh(x) = x")]
    public void A_function_definition_cannot_take_a_name_of_the_catalogue(string text)
    {
        Assert.Throws<FormulaException>(() => Of(text));
    }

    [Theory]
    [InlineData("1 + polygamma(-1, x)", "The order of polygamma must be a whole number from 0 to 100.", 4, 20)]
    [InlineData("polygamma(0.5, x)", "The order of polygamma must be a whole number from 0 to 100.", 0, 17)]
    [InlineData("polygamma(n, x)", "The order of polygamma must be a whole number from 0 to 100.", 0, 15)]
    [InlineData("root(x, 0)", "There is no root of order 0.", 0, 10)]
    [InlineData("piecewise(x < 0, 1, x > 1, 2)", "'piecewise' takes conditions, each followed by a value, and a last value for everything else.", 0, 29)]
    [InlineData("clip(x, 1)", "'clip' takes 3 arguments; there are 2.", 0, 10)]
    [InlineData("elu(x, 1, 2)", "'elu' takes 1 to 2 arguments; there are 3.", 0, 12)]
    public void A_call_that_makes_no_sense_is_refused(string text, string message, int start, int end)
    {
        var error = Assert.Throws<FormulaException>(() => Of(text));
        Assert.Equal(message, error.Message);
        Assert.Equal((start, end), (error.Span.Start, error.Span.End));
    }

    private static Study Of(string text) => Study.Of(text, BindingContext.Empty, Definitions.Budget());
}
