using Calculus.Budgets;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Language;

/// <summary>What people stumble over when they move from one system to another, and the reading chosen here.</summary>
public sealed class PitfallTests
{
    [Theory]
    [InlineData("-x^2", "-(x^2)")]
    [InlineData("-2^2", "-(2^2)")]
    [InlineData("2^3^2", "2^(3^2)")]
    [InlineData("2^-x", "2^(-x)")]
    [InlineData("x^-1", "x^(-1)")]
    [InlineData("sin(x)^2", "(sin(x))^2")]
    [InlineData("a/bc", "a/bc")]
    [InlineData("w1*x1 + x2", "(w1*x1) + x2")]
    [InlineData("i + I + N + S + E + lambda + beta + gamma", "((((((i + I) + N) + S) + E) + lambda) + beta) + gamma")]
    [InlineData("2e3", "2e3")]
    [InlineData("2e", "2*e")]
    [InlineData("|x|", "abs(x)")]
    [InlineData("|x-5||y|", "abs(x - 5)*abs(y)")]
    [InlineData("3·x − 2", "(3*x) - 2")]
    [InlineData("x\u00A0+\u20091", "x + 1")]
    public void One_reading_is_taken_in_silence(string text, string bracketed)
    {
        var study = Ask.About(text);
        Assert.Equal(bracketed, study.Bracketed);
        Assert.Empty(study.Notes);
    }

    [Theory]
    [InlineData("sin^2 x", "(sin(x))^2", "sin(sin(x))")]
    [InlineData("sin^2(x)", "(sin(x))^2", "sin(sin(x))")]
    [InlineData("sin^-1 x", "asin(x)", "(sin(x))^(-1)")]
    [InlineData("sin 2x", "sin(2*x)", "sin(2)*x")]
    [InlineData("sin x^2", "sin(x^2)", "(sin(x))^2")]
    [InlineData("sin x cos x", "sin(x)*cos(x)", "sin(x*cos(x))")]
    [InlineData("1/2x", "(1/2)*x", "1/(2*x)")]
    [InlineData("8/2(2+2)", "(8/2)*(2 + 2)", "8/(2*(2 + 2))")]
    [InlineData("x(x+1)", "x*(x + 1)", "x(x + 1)")]
    [InlineData("e^x(x+1)", "(e^x)*(x + 1)", "e^(x*(x + 1))")]
    [InlineData("3e2x", "3e2*x", "3*e2x")]
    public void Two_readings_are_noted_and_the_first_is_chosen(string text, string taken, string other)
    {
        var study = Ask.About(text);
        Assert.Equal(taken, study.Bracketed);
        var note = Assert.Single(study.Notes);
        Assert.Equal(NoteCodes.Ambiguous, note.Code);
        Assert.Equal([taken, other], note.Readings!);
    }

    [Theory]
    [InlineData("f(x+1)", "'f' is followed by a bracket but is not a known function.")]
    [InlineData("foo(x)", "'foo' is followed by a bracket but is not a known function.")]
    [InlineData("x + y + xy", "'xy' is read as one name, and it is not declared; names are never split.")]
    [InlineData("1,000", "A number has a decimal point, not a comma.")]
    [InlineData("-3 % 2", "'%' has no meaning here.")]
    [InlineData("5%", "'%' has no meaning here.")]
    [InlineData("x^2 + y^2 = 1", "Equations are not accepted here: '=' defines, and 'x^2 + y^2' is neither a name nor a signature such as f(x).")]
    [InlineData("d/dx x^2 + 1", "'d/dx' is not read as a derivative.")]
    [InlineData("d/dx(x^2)", "'d/dx' is not read as a derivative.")]
    [InlineData("d/dx sin(x)", "'d/dx' is not read as a derivative.")]
    [InlineData("1e400*x", "This number is larger than a double can hold.")]
    public void What_has_no_safe_reading_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormulaException>(() => Ask.About(text)).Message);

    [Theory]
    [InlineData("d/dx", "d/dx")]
    [InlineData("d/dx + y", "(d/dx) + y")]
    [InlineData("f(d, dx) = d/dx(x + 1)", "(d/dx)*(x + 1)", "x")]
    public void A_quotient_of_differentials_alone_is_a_quotient(string text, string bracketed, string declared = "") =>
        Assert.Equal(bracketed, Ask.About(text, declared).Bracketed);

    [Theory]
    [InlineData("log(x)", 10, 2.302585092994046, "natural-log")]
    [InlineData("ln(x)", 10, 2.302585092994046, "")]
    [InlineData("log(x, 2)", 8, 3, "")]
    [InlineData("log_2(x)", 8, 3, "")]
    [InlineData("log2(x)", 8, 3, "")]
    [InlineData("log10(x)", 1000, 3, "")]
    [InlineData("log_10(x)", 1000, 3, "")]
    [InlineData("log(x, 3)", 81, 4, "")]
    [InlineData("cbrt(x)", -8, -2, "")]
    [InlineData("x^(1/3)", -8, -2, "")]
    [InlineData("x^(-2/3)", -8, 0.25, "")]
    [InlineData("x^(2/6)", -8, -2, "")]
    [InlineData("root(x, 3)", -8, -2, "")]
    [InlineData("5! + 0*x", 1, 120, "")]
    [InlineData("mod(x, 2)", -3, 1, "")]
    [InlineData("round(x)", 2.5, 2, "")]
    [InlineData("round(x)", 3.5, 4, "")]
    [InlineData("x^0.2", -1, double.NaN, "outside-domain")]
    [InlineData("x^(1/2)", -4, double.NaN, "outside-domain")]
    [InlineData("x^0", 0, 1, "")]
    [InlineData("x^x", 0, 1, "")]
    [InlineData("0^x", 2, 0, "")]
    [InlineData("sqrt(x^2)", -3, 3, "")]
    [InlineData("ln(x^2)", -1, 0, "")]
    [InlineData("x/x", 0, double.NaN, "outside-domain")]
    [InlineData("if(x > 0, log(x), 7)", -1, 7, "natural-log")]
    [InlineData("if(x == 0, 1, x/x)", 0, 1, "")]
    [InlineData("1/(1 + exp(-x))", -800, 0, "")]
    [InlineData("1/(1 + exp(-x))", 800, 1, "")]
    [InlineData("log(1 + exp(x))", 800, 800, "natural-log")]
    [InlineData("log(1 + exp(x))", -800, 0, "natural-log")]
    public void Values_follow_one_stated_convention(string text, double x, double value, string notes)
    {
        var study = Ask.About(text);
        Ask.Close(value, study.Value(x));
        Assert.Equal(notes, study.NoteCodes());
    }

    [Theory]
    [InlineData("x^(1/3)", "1/(3*x^(2/3))", -8, 1.0 / 12, "")]
    [InlineData("0^x", "if(x > 0, 0, log(0)*0^x)", 2, 0, "")]
    [InlineData("x^0", "0", 0, 0, "")]
    [InlineData("x^x", "x^x*(1 + log(x))", 0, double.NaN, "outside-domain")]
    [InlineData("(x^2-1)/(x-1)", "1", 3, 1, "condition")]
    [InlineData("x/x", "0", 2, 0, "condition")]
    [InlineData("sqrt(x^2)", "sign(x)", -3, -1, "")]
    [InlineData("ln(x^2)", "2/x", -4, -0.5, "")]
    [InlineData("abs(x)", "sign(x)", 0, 0, "not-differentiable")]
    [InlineData("relu(x)", "step(x)", 0, 0, "not-differentiable")]
    [InlineData("max(x, 0)", "step(x)", 0, 0.5, "not-differentiable")]
    [InlineData("sign(x)", "0", 0, 0, "not-differentiable")]
    [InlineData("step(x)", "0", 3, 0, "")]
    [InlineData("floor(x)", "0", 5, 0, "not-differentiable")]
    [InlineData("floor(x)", "0", 5.5, 0, "")]
    [InlineData("x!", "x!*digamma(x + 1)", 1, 0.42278433509846714, "")]
    [InlineData("clip(x, 0, 1)", "if(x >= 0 and x <= 1, 1, 0)", 0, 1, "not-differentiable")]
    [InlineData("sqrt(x)", "1/(2*sqrt(x))", 0, double.PositiveInfinity, "outside-domain")]
    [InlineData("1/(1 + exp(-x))", "exp(x)/(1 + exp(x))^2", 800, 0, "")]
    [InlineData("log(1 + exp(x))", "exp(x)/(1 + exp(x))", 800, 1, "natural-log")]
    public void Slopes_follow_one_stated_convention(string text, string formula, double x, double slope, string notes)
    {
        var study = Ask.About(text);
        Assert.Equal(formula, study.Formula("x"));
        Ask.Close(slope, study.Slope("x", 1, x));
        Assert.Equal(notes, study.NoteCodes());
    }

    [Fact]
    public void A_square_is_read_between_equations_and_definitions()
    {
        Assert.Equal(4, Ask.About("a = 2; a^2").Value());
        Assert.Equal("f", Ask.About("f(x) = x^2").Name);
    }

    [Fact]
    public void No_definition_remembers_another()
    {
        Assert.Equal(165, Ask.About("x = 165").Value());
        Assert.Equal("2*x", Ask.About("x^2").Formula("x"));
        Assert.Equal("2", Ask.About("x + x").Formula("x"));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(20_000)]
    public void Depth_and_length_are_limited_and_cause_no_crash(int depth) =>
        Assert.Throws<LimitException>(() => Ask.About(string.Concat(Enumerable.Repeat("sin(", depth)) + "x" + new string(')', depth)));
}
