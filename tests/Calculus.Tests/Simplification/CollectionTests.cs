using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Simplification;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Simplification;

/// <summary>Long formulas, multiplied out and collected.</summary>
public sealed class CollectionTests
{
    [Theory]
    [InlineData("exp(exp(x))", 12, 60)]
    [InlineData("x^x", 8, 230)]
    [InlineData("1/(1 + x^2)", 12, 60)]
    [InlineData("sqrt(1 + x^2)", 9, 60)]
    [InlineData("exp(sin(x))", 8, 160)]
    [InlineData("x^(1/3)*sin(x)", 7, 90)]
    [InlineData("exp(-x^2/2)*cos(3x)", 9, 110)]
    [InlineData("exp(2x + 3/x)", 7, 110)]
    [InlineData("log(log(x))", 8, 90)]
    [InlineData("(x^2 - 1)^3*exp(x/2)", 6, 60)]
    public void A_high_derivative_is_short_and_keeps_its_value(string text, int order, int operations)
    {
        var reading = Reading.Of(text);
        var x = reading.Bound.Variables[0];
        Expression simplified = reading.Function, exact = reading.Function;
        for (var n = 0; n < order; n++)
        {
            exact = Derivative.Of(simplified, x);
            simplified = Simplify.Of(exact);
        }

        Assert.InRange(OperationCount.Of(simplified), 1, operations);
        foreach (var point in reading.Points())
        {
            var expected = reading.Value(exact, point);
            if (double.IsFinite(expected)) DerivativeLaws.AssertClose(expected, reading.Value(simplified, point), 1e-8, text, point);
        }
    }

    [Theory]
    [InlineData("x^(y + 2) + x^(y + 1)*x^3 - 4x^y")]
    [InlineData("(x + 1)^2*(y - 3)^2 + exp(2x + y)*exp(-x) - sqrt(x)*x^(3/2)/(x^2 + 1)^3 + (x^2 + 1)^-2")]
    [InlineData("3*(x + 2*(x + 5*(x + 7*(y - 2*x)^2)))")]
    [InlineData("(1/x + 1/y)^3 - (2x)^-2*y^-1")]
    public void A_collected_form_has_the_value_of_its_formula(string text)
    {
        var reading = Reading.Of(text);
        var collected = Assert.IsAssignableFrom<Expression>(Collection.Of(reading.Function));

        Assert.NotSame(reading.Function, collected);
        foreach (var point in reading.Points())
        {
            var expected = reading.Value(reading.Function, point);
            if (double.IsFinite(expected)) DerivativeLaws.AssertClose(expected, reading.Value(collected, point), 1e-11, text, point);
        }
    }

    [Fact]
    public void What_would_grow_too_long_is_left()
    {
        Assert.Null(Collection.Of(Reading.Of("(a + b + c + d + e1 + f)^20").Function));
        Assert.Null(Collection.Of(Reading.Of("a*b*c*d*k*l*m*n*o*p*q + 1").Function));
        Assert.Null(Collection.Of(Reading.Of("(x + 1e200)^2*(y + 1)").Function));
        Assert.Null(Collection.Of(Reading.Of("a*b*c*d*k*l*m*n*o*x^(y + 2)").Function));
    }
}
