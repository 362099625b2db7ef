using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Programs;

/// <summary>Each formula against what the same operations give in a notebook with these functions, to the last bit.</summary>
public sealed class ArithmeticTests
{
    private static readonly Dictionary<string, Row> s_rows = new(StringComparer.Ordinal)
    {
        ["x"] = new(f => f.X, (x, _) => x),
        ["3"] = new(f => f.Number(3), (_, _) => 3),
        ["0.1"] = new(f => f.Number(Rational.Of(1, 10)), (_, _) => 0.1),
        ["-x"] = new(f => -f.X, (x, _) => -x),
        ["2*x"] = new(f => 2 * f.X, (x, _) => 2 * x),
        ["x^2 + 3"] = new(f => f.Power(f.X, 2) + 3, (x, _) => (x * x) + 3),
        ["x^3"] = new(f => f.Power(f.X, 3), (x, _) => x * x * x),
        ["x^4"] = new(f => f.Power(f.X, 4), (x, _) => (x * x) * (x * x)),
        ["x^7"] = new(f => f.Power(f.X, 7), (x, _) => Power.Raise(x, 7)),
        ["x^100"] = new(f => f.Power(f.X, 100), (x, _) => Power.Raise(x, 100)),
        ["x^y"] = new(f => f.Graph.Power(f.X, f.Y), Power.Raise),
        ["1/x"] = new(f => 1 / f.X, (x, _) => 1 / x),
        ["3/x"] = new(f => 3 / f.X, (x, _) => 3 / x),
        ["-3/x^2"] = new(f => -3 / f.Power(f.X, 2), (x, _) => -3 / (x * x)),
        ["5/x^3 + y"] = new(f => (5 / f.Power(f.X, 3)) + f.Y, (x, y) => y + (5 / (x * x * x))),
        ["x/3"] = new(f => f.X / f.Number(3), (x, _) => x / 3),
        ["-x/3"] = new(f => -f.X / f.Number(3), (x, _) => -x / 3),
        ["2*x/3"] = new(f => 2 * f.X / f.Number(3), (x, _) => 2 * x / 3),
        ["0.1*x is x/10"] = new(f => Rational.Of(1, 10) * f.X, (x, _) => x / 10),
        ["1.5*x"] = new(f => Rational.Of(3, 2) * f.X, (x, _) => 1.5 * x),
        ["x/2"] = new(f => f.X / f.Number(2), (x, _) => x / 2),
        ["x^2/2"] = new(f => f.Power(f.X, 2) / f.Number(2), (x, _) => x * x / 2),
        ["3*x*y"] = new(f => 3 * f.X * f.Y, (x, y) => 3 * x * y),
        ["3*x*y + 7"] = new(f => (3 * f.X * f.Y) + 7, (x, y) => (3 * x * y) + 7),
        ["7 - 3*x*y/11"] = new(f => 7 - (3 * f.X * f.Y / f.Number(11)), (x, y) => 7 - (3 * x * y / 11)),
        ["x - y"] = new(f => f.X - f.Y, (x, y) => x - y),
        ["1 - x"] = new(f => 1 - f.X, (x, _) => 1 - x),
        ["x^2 - 2*x*y + y^2"] = new(f => f.Power(f.X, 2) - (2 * f.X * f.Y) + f.Power(f.Y, 2), (x, y) => (x * x) - (2 * x * y) + (y * y)),
        ["4*z^3*x"] = new(f => 4 * f.Power(f.Y, 3) * f.X, (x, y) => 4 * (y * y * y) * x),
        ["3*a*x^2"] = new(f => 3 * f.A * f.Power(f.X, 2), (x, _) => 3 * 2.5 * (x * x)),
        ["x/a"] = new(f => f.X / f.A, (x, _) => x / 2.5),
        ["x/pi"] = new(f => f.X / f.Constant("pi"), (x, _) => x / Math.PI),
        ["2*pi*x"] = new(f => 2 * f.Constant("pi") * f.X, (x, _) => 2 * Math.PI * x),
        ["tau*x"] = new(f => f.Constant("tau") * f.X, (x, _) => Math.Tau * x),
        ["sqrt(x)"] = new(f => f.Sqrt(f.X), (x, _) => Math.Sqrt(x)),
        ["1/sqrt(x)"] = new(f => f.Power(f.X, Rational.Of(-1, 2)), (x, _) => 1 / Math.Sqrt(x)),
        ["1/(2*sqrt(x))"] = new(f => 1 / (2 * f.Sqrt(f.X)), (x, _) => 1 / (2 * Math.Sqrt(x))),
        ["1/(3*sqrt(x))"] = new(f => 1 / (3 * f.Sqrt(f.X)), (x, _) => 1 / (3 * Math.Sqrt(x))),
        ["2*x/(3*y)"] = new(f => 2 * f.X / (3 * f.Y), (x, y) => 2 * x / (3 * y)),
        ["1/(x*y)"] = new(f => 1 / (f.X * f.Y), (x, y) => 1 / (x * y)),
        ["sin(x)/x"] = new(f => Sin.Of(f.X) / f.X, (x, _) => Sin.Function.Value(x) / x),
        ["cbrt(x)"] = new(f => RealPower.Of(f.X, Rational.Of(1, 3)), (x, _) => Cbrt.Function.Value(x)),
        ["x^(-2/3)"] = new(f => RealPower.Of(f.X, Rational.Of(-2, 3)), (x, _) => 1 / RealPower.Function.Value([x, 2, 3])),
        ["y/cbrt(x)"] = new(f => f.Y / RealPower.Of(f.X, Rational.Of(1, 3)), (x, y) => y / Cbrt.Function.Value(x)),
        ["x^(2/5)"] = new(f => f.Power(f.X, Rational.Of(2, 5)), (x, _) => Power.Raise(x, 0.4)),
        ["e^x"] = new(f => f.Graph.Power(f.Constant("e"), f.X), (x, _) => Exp.Function.Value(x)),
        ["x*exp(-x)"] = new(f => f.X * Exp.Of(-f.X), (x, _) => x * Exp.Function.Value(-x)),
        ["log(2)*x"] = new(f => Log.Of(f.Number(2)) * f.X, (x, _) => Log.Function.Value([2]) * x),
        ["max(x, y, 1)"] = new(f => f.Largest(f.X, f.Y, f.Number(1)), (x, y) => Math.Max(Math.Max(x, y), 1)),
        ["if(x > y, x, y^2)"] = new(f => f.If(Less.Of(f.Y, f.X), f.X, f.Power(f.Y, 2)), (x, y) => x > y ? x : y * y),
        ["tanh(sin(x)^2 + y)"] = new(f => Tanh.Of(f.Power(Sin.Of(f.X), 2) + f.Y), (x, y) => Tanh.Function.Value((Sin.Function.Value(x) * Sin.Function.Value(x)) + y)),
    };

    public static TheoryData<string> Names => [.. s_rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_what_a_notebook_gives(string name)
    {
        foreach (var rewriting in new[] { Rewriting.All, Rewriting.None })
        {
            var formulas = new Formulas(rewriting);
            var row = s_rows[name];
            var program = formulas.Compile(row.Build(formulas));
            foreach (var (x, y) in new[] { (0.3, 0.7), (3.1, -2.3), (17.0, 1e-3), (1e10, 12.1), (2.0, 3.0) })
            {
                var expected = row.Closed(x, y);
                var actual = Formulas.Run(program, x, y, 0)[0];
                // Without rewriting, numbers are multiplied where they occur, which may round once more.
                if (rewriting == Rewriting.All) Assert.Equal(expected, actual);
                else Assert.Equal(expected, actual, Math.Abs(expected) * 4e-16);
            }
        }
    }

    [Fact]
    public void Short_decimals_times_a_whole_number_come_out_as_people_expect()
    {
        var f = new Formulas();
        Assert.Equal(0.3, f.Value(Rational.Of(1, 10) * f.X, 3));
        Assert.Equal(0.9, f.Value(Rational.Of(3, 10) * f.X, 3));
        Assert.Equal(2.4, f.Value(Rational.Of(8, 10) * f.X, 3));
    }

    [Fact]
    public void A_coefficient_beyond_the_doubles_is_refused()
    {
        var f = new Formulas();
        var tiny = Rational.Of(1, System.Numerics.BigInteger.Pow(10, 400));
        Assert.Equal("exactBits", Assert.Throws<LimitException>(() => tiny * f.X).Limit);
        Assert.Equal("exactBits", Assert.Throws<LimitException>(() => tiny.Reciprocal() * f.X).Limit);
    }

    [Fact]
    public void A_long_coefficient_is_rounded_once()
    {
        var f = new Formulas();
        var coefficient = Rational.Parse("0.12345678901234567890123");
        Assert.Equal(0.12345678901234568 * 7, f.Value(coefficient * f.X, 7));
    }

    [Fact]
    public void Only_what_a_number_rests_on_is_computed_once()
    {
        var f = new Formulas();
        var u = Sin.Of(f.X);
        // sin, its square, +1, and the output; the quotient's denominator is the square that is there already.
        Assert.Equal(5, f.Compile((f.Power(u, 2) + 1) / f.Power(u, 2)).InstructionCount);
    }

    private sealed record Row(Func<Formulas, Expression> Build, Func<double, double, double> Closed);
}
