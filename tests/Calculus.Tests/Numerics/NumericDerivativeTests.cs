using Calculus.Numerics;
using Xunit;

namespace Calculus.Tests.Numerics;

public sealed class NumericDerivativeTests
{
    [Theory]
    [InlineData("sin", 1.0, 1, 0.5403023058681398, 1e-13)]
    [InlineData("sin", 1.0, 2, -0.8414709848078965, 1e-11)]
    [InlineData("sin", 1.0, 3, -0.5403023058681398, 1e-9)]
    [InlineData("sin", 1.0, 4, 0.8414709848078965, 1e-7)]
    [InlineData("sin", 1e6, 1, 0.9367521275331447, 1e-12)]
    [InlineData("exp", 10.0, 1, 22026.465794806718, 1e-13)]
    [InlineData("exp", 10.0, 4, 22026.465794806718, 1e-8)]
    [InlineData("exp", -5.0, 3, 0.006737946999085467, 1e-9)]
    [InlineData("log", 1e-3, 1, 1000.0, 1e-11)]
    [InlineData("log", 1e-3, 4, -6e12, 1e-6)]
    [InlineData("log", 1e-8, 1, 1e8, 1e-11)]
    [InlineData("log", 1e6, 1, 1e-6, 1e-11)]
    [InlineData("x^2", 3.0, 1, 6.0, 1e-14)]
    [InlineData("x^2", 3.0, 2, 2.0, 1e-12)]
    [InlineData("x^3-x", 0.999999, 1, 1.9999940000029999, 1e-10)]
    [InlineData("1/x", 1e-3, 3, -6e12, 1e-8)]
    [InlineData("tan", 1.57, 1, 1576948.220797328, 1e-12)]
    [InlineData("sin(1e6*x)", 1.0, 1, 936752.1275331448, 1e-8)]
    [InlineData("sin(2^20*2*pi*x)", 0.0, 1, 6588397.316661142, 1e-14)]
    [InlineData("cos(pi*x)", 0.0, 2, -9.869604401089358, 1e-11)]
    [InlineData("tanh(1000*x)", 0.0, 1, 1000.0, 1e-14)]
    [InlineData("atan(1e8*x)", 0.0, 1, 1e8, 1e-14)]
    [InlineData("exp(-1/x^2)", 0.1, 1, 7.440151952041672e-41, 1e-11)]
    [InlineData("(1-cos(x))/x^2", 1.0, 1, -0.07792440345582397, 1e-12)]
    [InlineData("1e300*x", 1.0, 1, 1e300, 1e-14)]
    [InlineData("1e-300*x", 1.0, 1, 1e-300, 1e-14)]
    [InlineData("abs", 0.1, 1, 1.0, 1e-14)]
    [InlineData("abs", 1e-9, 1, 1.0, 1e-14)]
    [InlineData("step(x-1e-6)*x", 0.5, 1, 1.0, 1e-13)]
    public void Is_right_and_knows_how_far(string name, double x, int order, double exact, double relative)
    {
        var estimate = NumericDerivative.Of(Named(name), x, order);

        Assert.InRange(Math.Abs(estimate.Value - exact), 0, estimate.Error);
        Assert.InRange(Math.Abs(estimate.Value - exact), 0, relative * Math.Abs(exact));
        Assert.InRange(estimate.Error, 0, 1000 * relative * Math.Abs(exact));
    }

    [Theory]
    [InlineData("7", 2.0, 1)]
    [InlineData("7", 2.0, 4)]
    [InlineData("x^2", 3.0, 3)]
    [InlineData("x^2", 0.0, 1)]
    [InlineData("floor", 0.5, 1)]
    [InlineData("relu", -3.0, 1)]
    [InlineData("relu", -0.5, 1)]
    [InlineData("x*abs(x)", 0.0, 1)]
    [InlineData("x^(4/3)", 0.0, 1)]
    public void Finds_a_derivative_that_is_0(string name, double x, int order)
    {
        var estimate = NumericDerivative.Of(Named(name), x, order);

        Assert.InRange(Math.Abs(estimate.Value), 0, estimate.Error);
        Assert.InRange(estimate.Error, 0, 1e-9);
    }

    [Theory]
    [InlineData("abs", 0.0, 1)]
    [InlineData("relu", 0.0, 1)]
    [InlineData("floor", 1.0, 1)]
    [InlineData("sqrt", 0.0, 1)]
    [InlineData("cbrt", 0.0, 1)]
    [InlineData("sqrt(abs(x))", 0.0, 1)]
    [InlineData("x*abs(x)", 0.0, 2)]
    [InlineData("abs(x-0.3)", 0.3, 1)]
    [InlineData("log", 0.0, 1)]
    [InlineData("log", -1.0, 1)]
    [InlineData("1/x", 0.0, 1)]
    public void Finds_none_where_there_is_none(string name, double x, int order)
    {
        var estimate = NumericDerivative.Of(Named(name), x, order);

        Assert.True(double.IsNaN(estimate.Value));
        Assert.Equal(double.PositiveInfinity, estimate.Error);
    }

    // Thirteen functions with their slopes at two dozen places: the error must not be larger than stated.
    [Fact]
    public void Never_errs_by_more_than_it_says()
    {
        (Func<double, double> F, Func<double, double> Slope)[] functions =
        [
            (Math.Sin, Math.Cos), (Math.Exp, Math.Exp), (Math.Log, static x => 1 / x), (Math.Atan, static x => 1 / (1 + (x * x))),
            (Math.Tanh, static x => 1 / Math.Pow(Math.Cosh(x), 2)), (Math.Sqrt, static x => 0.5 / Math.Sqrt(x)),
            (static x => (x * x * x) - x, static x => (3 * x * x) - 1), (static x => 1 / x, static x => -1 / x / x),
            (static x => Math.Sin(x * x), static x => 2 * x * Math.Cos(x * x)), (Math.Asin, static x => 1 / Math.Sqrt((1 - x) * (1 + x))),
            (static x => Math.Exp(-1 / x), static x => Math.Exp(-1 / x) / x / x),
            (static x => Math.Pow(x, x), static x => Math.Pow(x, x) * (Math.Log(x) + 1)), (Math.Cbrt, static x => 1 / (3 * Math.Cbrt(x) * Math.Cbrt(x))),
        ];
        double[] places =
        [
            -30, -7.3, -2, -0.9, -0.5, -1e-3, -1e-6, 1e-9, 1e-6, 1e-3, 0.1, 1.0 / 3, 0.5, 0.9, 0.999999, 1.5, 2, Math.PI, 7.3, 10, 30, 100, 1000,
        ];

        var compared = 0;
        foreach (var (f, slope) in functions)
        {
            foreach (var x in places)
            {
                if (!double.IsFinite(f(x)) || !double.IsFinite(slope(x))) continue;
                var estimate = NumericDerivative.Of(f, x);
                Assert.InRange(Math.Abs(estimate.Value - slope(x)), 0, estimate.Error + (1e-15 * Math.Abs(slope(x))));
                compared++;
            }
        }

        Assert.True(compared > 200);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Refuses_an_order_that_it_does_not_have(int order) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NumericDerivative.Of(Math.Sin, 1, order));

    private static Func<double, double> Named(string name) => name switch
    {
        "sin" => Math.Sin,
        "exp" => Math.Exp,
        "log" => Math.Log,
        "tan" => Math.Tan,
        "abs" => Math.Abs,
        "sqrt" => Math.Sqrt,
        "cbrt" => Math.Cbrt,
        "floor" => Math.Floor,
        "relu" => static x => Math.Max(x, 0),
        "x*abs(x)" => static x => x * Math.Abs(x),
        "x^(4/3)" => static x => Math.Cbrt(x * x * x * x),
        "abs(x-0.3)" => static x => Math.Abs(x - 0.3),
        "sin(1e6*x)" => static x => Math.Sin(1e6 * x),
        "sin(2^20*2*pi*x)" => static x => Math.Sin(Math.PI * 2 * (1 << 20) * x),
        "cos(pi*x)" => static x => Math.Cos(Math.PI * x),
        "1e-300*x" => static x => 1e-300 * x,
        "step(x-1e-6)*x" => static x => x < 1e-6 ? 0 : x,
        _ => Zoo.Named(name),
    };
}
