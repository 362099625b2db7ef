using Calculus.Expressions;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Programs;

public sealed class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly Dictionary<string, Func<Formulas, Expression>> s_formulas = new(StringComparer.Ordinal)
    {
        ["exp(x)"] = f => Exp.Of(f.X),
        ["exp(-x)"] = f => Exp.Of(-f.X),
        ["log(x)"] = f => Log.Of(f.X),
        ["1/x"] = f => 1 / f.X,
        ["x/x^2"] = f => f.X / f.Power(f.X, 2),
        ["sqrt(x)"] = f => f.Sqrt(f.X),
        ["x^0.2"] = f => f.Power(f.X, Rational.Of(1, 5)),
        ["x^y at y = 0"] = f => f.Graph.Power(f.X, f.Y),
        ["sigmoid(x)"] = f => Sigmoid.Of(f.X),
        ["1/(1 + exp(-x))"] = f => 1 / (1 + Exp.Of(-f.X)),
        ["log(1 + exp(x))"] = f => Log.Of(1 + Exp.Of(f.X)),
        ["tanh(x)"] = f => Tanh.Of(f.X),
        ["exp(x) - 1"] = f => Exp.Of(f.X) - 1,
        ["1 - exp(-x)"] = f => 1 - Exp.Of(-f.X),
        ["1 - tanh(x)^2"] = f => 1 - f.Power(Tanh.Of(f.X), 2),
        ["1 - sigmoid(x)^2"] = f => 1 - f.Power(Sigmoid.Of(f.X), 2),
        ["1 - erf(x)^2"] = f => 1 - f.Power(Erf.Of(f.X), 2),
        ["log(1 + x)"] = f => Log.Of(1 + f.X),
        ["x - x^2"] = f => f.X - f.Power(f.X, 2),
        ["abs(x)"] = f => Abs.Of(f.X),
        ["0*log(x)"] = f => f.Graph.Product(0, [Log.Of(f.X)]),
        ["if(x > 0, log(x), 7)"] = f => f.If(Less.Of(f.Graph.Zero, f.X), Log.Of(f.X), f.Number(7)),
        ["inf - x"] = f => f.Constant("inf") - f.X,
        ["max(x, 1)"] = f => f.Largest(f.X, f.Number(1)),
        ["if(x != x, 1, 2)"] = f => f.If(NotEqual.Of(Log.Of(f.X), Log.Of(f.X)), f.Number(1), f.Number(2)),
    };

    [Theory]
    [InlineData("exp(x)", 800, Infinity)]
    [InlineData("exp(x)", -800, 0)]
    [InlineData("exp(-x)", 800, 0)]
    [InlineData("exp(x)", double.NegativeInfinity, 0)]
    [InlineData("log(x)", 0, double.NegativeInfinity)]
    [InlineData("log(x)", -1, double.NaN)]
    [InlineData("log(x)", Infinity, Infinity)]
    [InlineData("1/x", 0, Infinity)]
    [InlineData("1/x", -0.0, double.NegativeInfinity)]
    [InlineData("1/x", Infinity, 0)]
    [InlineData("x/x^2", 0, double.NaN)]
    [InlineData("sqrt(x)", -1, double.NaN)]
    [InlineData("sqrt(x)", 0, 0)]
    [InlineData("x^0.2", -1, double.NaN)]
    [InlineData("x^y at y = 0", 0, 1)]
    [InlineData("x^y at y = 0", double.NaN, 1)]
    [InlineData("sigmoid(x)", 800, 1)]
    [InlineData("sigmoid(x)", -800, 0)]
    [InlineData("1/(1 + exp(-x))", 800, 1)]
    [InlineData("1/(1 + exp(-x))", -800, 0)]
    [InlineData("log(1 + exp(x))", 800, 800)]
    [InlineData("log(1 + exp(x))", -800, 0)]
    [InlineData("tanh(x)", 800, 1)]
    [InlineData("tanh(x)", -800, -1)]
    [InlineData("exp(x) - 1", 800, Infinity)]
    [InlineData("exp(x) - 1", -800, -1)]
    [InlineData("exp(x) - 1", double.NaN, double.NaN)]
    [InlineData("1 - exp(-x)", 800, 1)]
    [InlineData("1 - exp(-x)", -800, double.NegativeInfinity)]
    [InlineData("log(1 + x)", -1, double.NegativeInfinity)]
    [InlineData("log(1 + x)", -2, double.NaN)]
    [InlineData("log(1 + x)", Infinity, Infinity)]
    [InlineData("log(1 + x)", double.NegativeInfinity, double.NaN)]
    [InlineData("log(1 + x)", double.NaN, double.NaN)]
    [InlineData("x - x^2", Infinity, double.NaN)]
    [InlineData("abs(x)", double.NegativeInfinity, Infinity)]
    [InlineData("0*log(x)", -1, double.NaN)]
    [InlineData("0*log(x)", 2, 0)]
    [InlineData("if(x > 0, log(x), 7)", -1, 7)]
    [InlineData("if(x > 0, log(x), 7)", double.NaN, 7)]
    [InlineData("if(x > 0, log(x), 7)", 1, 0)]
    [InlineData("inf - x", 3, Infinity)]
    [InlineData("max(x, 1)", double.NaN, double.NaN)]
    [InlineData("if(x != x, 1, 2)", -1, 1)]
    public void Values_at_the_edges_follow_the_formula(string name, double x, double expected)
    {
        var f = new Formulas();
        Assert.Equal(expected, f.Value(s_formulas[name](f), x));
    }

    [Theory]
    [InlineData("log(1 + x)", 1e-10, 9.9999999995e-11)]
    [InlineData("log(1 + x)", 1e-20, 1e-20)]
    [InlineData("log(1 + x)", -1e-17, -1e-17)]
    [InlineData("exp(x) - 1", 1e-10, 1.00000000005e-10)]
    [InlineData("exp(x) - 1", -1e-10, -9.9999999995e-11)]
    [InlineData("exp(x) - 1", 1e-20, 1e-20)]
    [InlineData("exp(x) - 1", 0.001, 0.0010005001667083417)]
    [InlineData("1 - exp(-x)", 1e-10, 9.9999999995e-11)]
    [InlineData("1 - tanh(x)^2", 0.5, 0.7864477329659274)]
    [InlineData("1 - tanh(x)^2", 20, 1.6993417021166355e-17)]
    [InlineData("1 - tanh(x)^2", -350, 3.943870617503908e-304)]
    [InlineData("1 - sigmoid(x)^2", 40, 8.496708510583178e-18)]
    [InlineData("1 - sigmoid(x)^2", -3, 0.9977507865533454)]
    public void No_digit_is_lost_near_zero(string name, double x, double expected)
    {
        foreach (var rewriting in new[] { Rewriting.All, Rewriting.None })
        {
            var f = new Formulas(rewriting);
            Assert.Equal(expected, f.Value(s_formulas[name](f), x), Math.Abs(expected) * 5e-16);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1.3)]
    [InlineData(0.7)]
    [InlineData(12)]
    public void Stable_forms_keep_the_value_where_nothing_cancels(double x)
    {
        var f = new Formulas();
        Assert.Equal(Math.Exp(x) - 1, f.Value(Exp.Of(f.X) - 1, x), 5e-16 * Math.Exp(x));
        Assert.Equal(Math.Log(1 + (x * x)), f.Value(Log.Of(1 + f.Power(f.X, 2)), x), 1e-15 * Math.Log(1 + (x * x)));
    }

    [Fact]
    public void A_multiple_of_an_exponential_meets_its_number()
    {
        var f = new Formulas();
        Assert.Equal(3e-12 + 5, f.Value((3 * Exp.Of(f.X)) - 3 + f.Y, 1e-12, 5));
        Assert.Equal(-3e-12, f.Value(3 - (3 * Exp.Of(f.X)) + f.Y, 1e-12, 0), 1e-23);
    }

    [Fact]
    public void A_power_of_e_is_the_exponential_without_rewriting_too()
    {
        var f = new Formulas(Rewriting.None);
        Assert.Equal(Math.Exp(700), f.Value(f.Graph.Power(f.Constant("e"), f.X), 700));
        Assert.Equal(Math.Exp(-1) * 3, f.Value(f.X * f.Graph.Power(f.Constant("e"), f.Number(-1)), 3));
    }
}
