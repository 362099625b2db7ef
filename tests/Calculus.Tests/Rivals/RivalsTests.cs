using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Rivals;

/// <summary>
/// Expressions that well-known systems answer wrongly, cannot read or never finish: the right answer to each, as a formula,
/// as numbers, and with the notes that a careful person would add.
/// </summary>
public sealed class RivalsTests
{
    [Theory]
    // A real root of a negative number.
    [InlineData("cbrt(x)", "1/(3*x^(2/3))", -8, 1.0 / 12)]
    [InlineData("x^(1/5)", "1/(5*x^(4/5))", -32, 1.0 / 80)]
    [InlineData("root(x, 5)", "1/(5*x^(4/5))", -32, 1.0 / 80)]
    [InlineData("acoth(x)", "1/(1 - x^2)", 2, -1.0 / 3, "condition")]
    [InlineData("gamma(x)", "gamma(x)*digamma(x)", 2, 0.42278433509846714)]
    [InlineData("x!", "x!*digamma(x + 1)", 4, 36.14682404236322)]
    // An inner root that is differentiated once.
    [InlineData("(sqrt(x)+x)^3", "3*(x + sqrt(x))^2*(1 + 1/(2*sqrt(x)))", 4, 135)]
    [InlineData("sqrt(x^2)", "sign(x)", -3, -1)]
    [InlineData("x^x", "x^x*(1 + log(x))", 2, 6.772588722239782)]
    // No overflow at extreme values on either side.
    [InlineData("ln(1+e^x)", "exp(x)/(1 + exp(x))", 1, 0.7310585786300049)]
    [InlineData("ln(1+e^x)", "exp(x)/(1 + exp(x))", 800, 1)]
    [InlineData("1/(1+e^-x)", "exp(x)/(1 + exp(x))^2", -800, 0)]
    [InlineData("abs(x)", "sign(x)", 0, 0, "not-differentiable")]
    [InlineData("max(0,x)", "step(x)", -2, 0)]
    [InlineData("max(0,x)", "step(x)", 2, 1)]
    [InlineData("max(0,x)", "step(x)", 0, 0.5, "not-differentiable")]
    [InlineData("min(x,1)", "step(1 - x)", 0, 1)]
    [InlineData("min(x,1)", "step(1 - x)", 2, 0)]
    [InlineData("min(x,1)", "step(1 - x)", 1, 0.5, "not-differentiable")]
    // The base of a logarithm is not lost.
    [InlineData("log(x,2)", "1/(log(2)*x)", 8, 0.18033688011112042, "condition")]
    [InlineData("ln(x)", "1/x", 2, 0.5, "condition")]
    [InlineData("log2(x)", "1/(log(2)*x)", 8, 0.18033688011112042, "condition")]
    // Functions without brackets, and powers after their names.
    [InlineData("sin^2(x)", "2*sin(x)*cos(x)", 1, 0.9092974268256817, "ambiguous")]
    [InlineData("sin 2x", "2*cos(2*x)", 1, -0.8322936730942848, "ambiguous")]
    [InlineData("sin x^2", "2*x*cos(x^2)", 1, 1.0806046117362795, "ambiguous")]
    [InlineData("e^x(x+1)", "exp(x)*(x + 2)", 1, 8.154845485377136, "ambiguous")]
    [InlineData("x(x+1)", "2*x + 1", 3, 7, "ambiguous")]
    [InlineData("1/2x", "1/2", 4, 0.5, "ambiguous")]
    [InlineData("(x^2-1)/(x-1)", "1", 3, 1, "condition")]
    [InlineData("f(x) = x*diff(e^x, x)", "exp(x)*(x + 1)", 1, 5.43656365691809)]
    [InlineData("if(x > 0, x, 0)", "if(x > 0, 1, 0)", 2, 1)]
    [InlineData("if(x > 0, x, 0)", "if(x > 0, 1, 0)", 0, 0, "not-differentiable")]
    [InlineData("piecewise(x > 0, x, 0)", "if(x > 0, 1, 0)", 0, 0, "not-differentiable")]
    [InlineData("piecewise(x < 0, x^2, x < 1, x^3, 3x - 2)", "piecewise(x < 0, 2*x, x < 1, 3*x^2, 3)", 1, 3)]
    [InlineData("-1/3 x^3 + 6x^2 - 11x - 50", "12*x - x^2 - 11", 11, 0, "ambiguous")]
    [InlineData("29^11^7*x", "29^19487171", 1, double.PositiveInfinity, "outside-domain")]
    [InlineData("9^9^9^9*x", "9^(9^387420489)", 1, double.PositiveInfinity, "outside-domain")]
    public void The_derivative_is_right(string text, string formula, double x, double slope, string notes = "")
    {
        var study = Ask.About(text);
        Assert.Equal(formula, study.Formula("x"));
        Ask.Close(slope, study.Slope("x", 1, x), 1e-14);
        Assert.Equal(notes, study.NoteCodes());
    }

    [Theory]
    [InlineData("sqrt(x^2)", "abs(x)", -3, 3, "")]
    [InlineData("sigmoid(x)", "sigmoid(x)", 0, 0.5, "")]
    [InlineData("relu(x)", "relu(x)", -1, 0, "")]
    [InlineData("0^x", "0^x", 2, 0, "")]
    [InlineData("0^x", "0^x", 0, 1, "")]
    [InlineData("x^x", "x^x", 0, 1, "")]
    [InlineData("0^0*x", "x", 5, 5, "")]
    [InlineData("1/(1+e^-x)", "exp(x)/(1 + exp(x))", -800, 0, "")]
    [InlineData("ln(1+e^x)", "log(1 + exp(x))", 800, 800, "")]
    public void The_value_is_right(string text, string formula, double x, double value, string notes)
    {
        var study = Ask.About(text);
        Assert.Equal(formula, study.Print(study.Function).Text);
        Ask.Close(value, study.Value(x), 1e-14);
        Assert.Equal(notes, study.NoteCodes());
    }

    [Theory]
    [InlineData("w1*x1 + w2*x2 + b", "w1 x1 w2 x2 b", "x1, w1, x2, w2, 1")]
    [InlineData("lambda*x", "lambda x", "x, lambda")]
    [InlineData("beta*x", "beta x", "x, beta")]
    [InlineData("N*x", "N x", "x, N")]
    [InlineData("E*x", "E x", "x, E")]
    [InlineData("I*x", "I x", "x, I")]
    [InlineData("loss", "loss", "1")]
    public void Names_are_never_split_and_mean_nothing_by_accident(string text, string variables, string partials)
    {
        var study = Ask.About(text);
        Assert.Equal(variables, string.Join(' ', study.Variables));
        Assert.Equal(partials, string.Join(", ", study.Variables.Select(name => study.Formula(name))));
        Assert.Empty(study.Notes);
    }

    [Fact]
    public void A_function_that_nobody_knows_is_refused() =>
        Assert.Equal("'foo' is followed by a bracket but is not a known function.", Assert.Throws<FormulaException>(() => Ask.About("foo(x)")).Message);

    [Fact]
    public void One_question_leaves_nothing_behind_for_the_next()
    {
        Assert.Equal(165, Ask.About("x = 165").Value());
        Assert.Equal("2*x", Ask.About("x^2").Formula("x"));
    }

    [Fact]
    public void A_hole_that_is_filled_has_its_second_derivative()
    {
        Ask.Close(-1.0 / 3, Ask.About("if(x == 0, 1, sin(x)/x)").Slope("x", 2, 0), 1e-10);
        Ask.Close(-1.0 / 3, Ask.About("piecewise(x == 0, 1, sin(x)/x)").Slope("x", 2, 0), 1e-10);
        Ask.Close(-1.0 / 3, Ask.About("sinc(x)").Slope("x", 2, 0), 1e-15);
    }

    [Theory]
    [InlineData("sin cos tan sinh cosh tanh sech atan asinh acot", -2.1, -0.7, 0.3, 1.2, 2.9)]
    [InlineData("sec csc cot csch coth acsch", -2.1, -0.7, 0.3, 1.2, 2.9)]
    [InlineData("asin acos atanh", -0.9, -0.4, 0.1, 0.5, 0.8)]
    [InlineData("asec acsc acoth", -5.5, -1.3, 1.2, 2.5, 7.1)]
    [InlineData("acosh", 1.1, 1.5, 2.2, 4.1, 9.3)]
    [InlineData("asech", 0.1, 0.3, 0.5, 0.7, 0.9)]
    public void Every_trigonometric_and_hyperbolic_slope_agrees_with_measurement(string names, params double[] points)
    {
        const double h = 1e-5;
        foreach (var name in names.Split(' '))
        {
            var study = Ask.About($"{name}(x)");
            foreach (var x in points)
                Ask.Close((study.Value(x + h) - study.Value(x - h)) / (2 * h), study.Slope("x", 1, x), 1e-6);
        }
    }

    [Fact]
    public void A_number_beyond_the_doubles_is_refused() =>
        Assert.Equal("This number is larger than a double can hold.", Assert.Throws<FormulaException>(() => Ask.About("1e400*x")).Message);

    [Fact]
    public void Five_thousand_brackets_are_read() =>
        Assert.Equal("2*x", Ask.About(new string('(', 5_000) + "x^2" + new string(')', 5_000)).Formula("x"));

    [Fact]
    public void Nested_products_stay_small()
    {
        var study = Ask.About("sin(x*sin(x*sin(x*sin(x*sin(x*sin(x))))))");
        Assert.InRange(study.Formula("x", 2).Length, 1, 2_000);
        Ask.Close(-1.2637015555532114, study.Slope("x", 2, 1), 1e-12);
        Ask.Close(-36.65468190865385, Ask.About("e^(-x^2)*sin(x)").Slope("x", 5, 1), 1e-12);
    }
}
