using System.Globalization;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Tests.Balls;
using Xunit;

namespace Calculus.Tests.Kernels;

/// <summary>Zeros with their signs, infinities, NaN and the smallest numbers.</summary>
public sealed class SpecialValueTests
{
    private static readonly Dictionary<string, Func<double, double>> s_platform = new(StringComparer.Ordinal)
    {
        ["sqrt"] = Math.Sqrt,
        ["cbrt"] = Math.Cbrt,
        ["exp"] = Math.Exp,
        ["log"] = Math.Log,
        ["log2"] = Math.Log2,
        ["log10"] = Math.Log10,
        ["sin"] = Math.Sin,
        ["cos"] = Math.Cos,
        ["tan"] = Math.Tan,
        ["asin"] = Math.Asin,
        ["acos"] = Math.Acos,
        ["atan"] = Math.Atan,
        ["sinh"] = Math.Sinh,
        ["cosh"] = Math.Cosh,
        ["tanh"] = Math.Tanh,
        ["asinh"] = Math.Asinh,
        ["acosh"] = Math.Acosh,
        ["atanh"] = Math.Atanh,
        ["floor"] = Math.Floor,
        ["ceil"] = Math.Ceiling,
        ["round"] = Math.Round,
        ["abs"] = Math.Abs,
        ["relu"] = static x => Math.Max(x, 0),
    };

    public static TheoryData<string> Names => [.. s_platform.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_ends_are_those_of_the_platform(string name)
    {
        foreach (var x in Points.Special)
        {
            var (expected, actual) = (s_platform[name](x), AllFunctions.ByName[name].Value([x]));
            var isSame = double.IsNaN(expected) ? double.IsNaN(actual)
                : double.IsInfinity(expected) ? actual.Equals(expected)
                : double.IsNegative(actual) == double.IsNegative(expected) && Math.Abs(actual - expected) <= (2e-15 * Math.Abs(expected)) + (2 * double.Epsilon);
            Assert.True(isSame, string.Create(CultureInfo.InvariantCulture, $"{name}({x:R}) is {actual:R}, expected {expected:R}"));
        }
    }

    [Fact]
    public void Powers_end_as_ieee_754_says()
    {
        foreach (var x in Points.Special)
        {
            foreach (var y in Points.Special.Append(1.0 / 3).Append(51).Append(-51))
            {
                if (y is 0.5 or -0.5) continue; // the language's square root of −∞ is none
                var (expected, actual) = (Math.Pow(x, y), Power.Raise(x, y));
                var isSame = double.IsNaN(expected) ? double.IsNaN(actual)
                    : double.IsInfinity(expected) ? actual.Equals(expected)
                    : double.IsNegative(actual) == double.IsNegative(expected) && Math.Abs(actual - expected) <= (2e-15 * Math.Abs(expected)) + (2 * double.Epsilon);
                Assert.True(isSame, string.Create(CultureInfo.InvariantCulture, $"{x:R}^{y:R} is {actual:R}, expected {expected:R}"));
            }
        }
    }

    [Fact]
    public void Angles_of_points_end_as_ieee_754_says()
    {
        foreach (var y in Points.Special)
        {
            foreach (var x in Points.Special)
            {
                var (expected, actual) = (Math.Atan2(y, x), Atan2.Function.Value([y, x]));
                var isSame = double.IsNaN(expected) ? double.IsNaN(actual) : double.IsNegative(actual) == double.IsNegative(expected) && Math.Abs(actual - expected) <= (1e-15 * Math.Abs(expected)) + (2 * double.Epsilon);
                Assert.True(isSame, string.Create(CultureInfo.InvariantCulture, $"atan2({y:R}, {x:R}) is {actual:R}, expected {expected:R}"));
            }
        }
    }

    [Theory]
    [InlineData("gamma", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("gamma", double.NegativeInfinity, double.NaN)]
    [InlineData("gamma", 0, double.NaN)]
    [InlineData("gamma", -3, double.NaN)]
    [InlineData("gamma", 171.7, double.PositiveInfinity)]
    [InlineData("gamma", -200.5, 0)]
    [InlineData("gamma", 5e-324, double.PositiveInfinity)]
    [InlineData("lgamma", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("lgamma", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("lgamma", -7, double.PositiveInfinity)]
    [InlineData("lgamma", 1, 0)]
    [InlineData("lgamma", 2, 0)]
    [InlineData("lgamma", 1e306, double.PositiveInfinity)]
    [InlineData("lgamma", 5e-324, 744.4400719213812)]
    [InlineData("digamma", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("digamma", -2, double.NaN)]
    [InlineData("trigamma", double.PositiveInfinity, 0)]
    [InlineData("trigamma", -5e-324, double.PositiveInfinity)]
    [InlineData("trigamma", -4, double.NaN)]
    [InlineData("sigmoid", double.NegativeInfinity, 0)]
    [InlineData("sigmoid", double.PositiveInfinity, 1)]
    [InlineData("sigmoid", -745, 5e-324)]
    [InlineData("silu", double.NegativeInfinity, 0)]
    [InlineData("silu", -1e300, 0)]
    [InlineData("mish", double.NegativeInfinity, 0)]
    [InlineData("gelu", double.NegativeInfinity, 0)]
    [InlineData("gelu", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("gelu_tanh", -1e300, 0)]
    [InlineData("softplus", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("softplus", -745, 5e-324)]
    [InlineData("erf", double.NegativeInfinity, -1)]
    [InlineData("erfc", double.NegativeInfinity, 2)]
    [InlineData("erfc", double.PositiveInfinity, 0)]
    [InlineData("expm1", double.NegativeInfinity, -1)]
    [InlineData("expm1", 1000, double.PositiveInfinity)]
    [InlineData("log1p", -1, double.NegativeInfinity)]
    [InlineData("log1p", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("acoth", double.PositiveInfinity, 0)]
    [InlineData("sech", 1000, 0)]
    [InlineData("csch", -745, -5e-324)]
    [InlineData("sinc", double.PositiveInfinity, 0)]
    public void Functions_of_the_catalogue_have_their_limits(string name, double x, double expected)
    {
        var actual = AllFunctions.ByName[name].Value([x]);
        Assert.True(double.IsNaN(expected) ? double.IsNaN(actual) : actual == expected, string.Create(CultureInfo.InvariantCulture, $"{name}({x:R}) is {actual:R}"));
    }

    [Fact]
    public void Nothing_but_a_choice_hides_what_is_no_number()
    {
        Assert.All(EveryKernel.Functions.Where(static function => EveryKernel.Arity(function) == 1), function => Assert.True(double.IsNaN(function.Value([double.NaN])), function.Name));
    }

    [Fact]
    public void Factorials_are_the_nearest_doubles()
    {
        var exact = System.Numerics.BigInteger.One;
        for (var n = 1; n <= 170; n++)
        {
            exact *= n;
            var nearest = Rational.Of(exact, 1).ToDouble();
            Assert.Equal(nearest, Gamma.Function.Value(n + 1));
        }
    }
}
