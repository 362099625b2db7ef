using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Certification;

/// <summary>Numbers at points where doubles cancel, overflow, or where the formula breaks although the function does not.</summary>
public sealed class CertifiedNumbersTests
{
    [Theory]
    // Cancellation.
    [InlineData("(1 - cos(x))/x^2", 1, 1e-6, -8.3333333333330555e-8)]
    [InlineData("(1 - cos(x))/x^2", 0, 1e-9, 0.5)]
    [InlineData("(exp(x) - 1 - x)/x^2", 0, 1e-8, 0.50000000166666667)]
    [InlineData("(x - sin(x))/x^3", 1, 1e-5, -1.6666666666587302e-7)]
    [InlineData("sqrt(x^2 + 1) - x", 0, 1e9, 5e-10)]
    [InlineData("1/x - 1/(x + 1)", 0, 1e10, 9.999999999e-21)]
    [InlineData("log(1 + x) - x", 2, 1e-9, -0.999999998000000003)]
    [InlineData("x^3 - 3*x^2 + 3*x - 1", 0, 1.00001, 1e-15)]
    [InlineData("tanh(x) - 1", 0, 30, -1.751302152539304e-26)]
    [InlineData("1 - erf(x)", 1, 6, -2.6173012392492655e-16)]
    // The decimals that were written.
    [InlineData("sin(pi*x)", 0, 1, 0)]
    [InlineData("cos(x)^2 + sin(x)^2 - 1", 0, 0.7, 0)]
    // Overflow on the way.
    [InlineData("log(exp(x) + exp(2*x))", 0, 800, 1600)]
    [InlineData("exp(x)/(exp(x) + exp(2*x))", 0, 800, 0)]
    [InlineData("exp(x)/(exp(x) + exp(x - 1))", 0, 900, 0.7310585786300049)]
    [InlineData("log(cosh(x))", 0, 1000, 999.306852819440055)]
    [InlineData("log(cosh(x))", 1, 1000, 1)]
    [InlineData("sqrt(x^2 + 1)", 1, 1e200, 1)]
    [InlineData("x^200/x^199", 0, 1e10, 1e10)]
    public void A_number_is_right(string text, int order, double x, double expected)
    {
        var study = Ask.About(text);

        var number = order == 0 ? study.At([], x).Value.Number : study.Slope("x", order, x);

        Assert.True(Math.Abs(expected - number) <= 1e-12 * Math.Abs(expected), $"{expected:R} was expected, not {number:R}.");
        Assert.DoesNotContain(study.Notes, static note => note.Code is NoteCodes.Unstable or NoteCodes.OutsideDomain);
    }

    [Theory]
    [InlineData("x - 0.1", 0.1, 0)]
    [InlineData("x^2 - 0.01", 0.1, 0)]
    [InlineData("3*x - 0.9", 0.3, 0)]
    [InlineData("(x - 1.1)^2/(x - 1.1 + 1e-30)", 1.1, 0)]
    [InlineData("sin(x)", 3.14159265358979, 3.2384626433832795e-15)]
    public void A_number_is_the_decimal_that_was_written_and_where_that_matters_it_is_said(string text, double x, double expected)
    {
        var study = Ask.About(text);

        var number = study.At([], x).Value.Number;

        Assert.True(Math.Abs(expected - number) <= 1e-12 * Math.Abs(expected), $"{expected:R} was expected, not {number:R}.");
        var note = Assert.Single(study.Notes, static note => note.Code is NoteCodes.Unstable);
        Assert.StartsWith("The value of the function is ", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x*sqrt(abs(x))", 1, 0, 0)]
    [InlineData("x*abs(x)^(1/4)", 1, 0, 0)]
    [InlineData("abs(x)^1.5", 1, 0, 0)]
    [InlineData("sin(x)*sqrt(abs(x))", 1, 0, 0)]
    [InlineData("if(x == 0, 1, sin(x)/x)", 2, 0, -1.0 / 3)]
    [InlineData("if(x == 0, 1/2, (1 - cos(x))/x^2)", 2, 0, -1.0 / 12)]
    [InlineData("if(x == 0, 0, x^2*sin(1/x))", 1, 0, 0)]
    public void Where_the_formula_breaks_the_limit_is_the_derivative(string text, int order, double x, double expected)
    {
        var study = Ask.About(text);

        Ask.Close(expected, study.Slope("x", order, x), 1e-15);
        Assert.DoesNotContain(study.Notes, static note => note.Code is NoteCodes.Unstable or NoteCodes.OutsideDomain or NoteCodes.NotDifferentiable);
    }
}
