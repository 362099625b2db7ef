using Calculus.Numerics;
using Xunit;

namespace Calculus.Tests.Numerics;

public sealed class OneSidedLimitTests
{
    public static TheoryData<string, double, int, double> Limits => new()
    {
        { "1 - 2x + x^3", 2, 1, 5 },
        { "1 - 2x + x^3", -3, -1, -20 },
        { "sin(x)/x", 0, -1, 1 },
        { "(1 - cos(x))/x^2", 0, 1, 0.5 },
        { "sqrt(x)", 0, 1, 0 },
        { "x*log(x)", 0, 1, 0 },
        { "x*sin(1/x)", 0, 1, 0 },
        { "log(x)", 0, 1, double.NegativeInfinity },
        { "1/x", 0, -1, double.NegativeInfinity },
        { "1/sqrt(x)", 0, 1, double.PositiveInfinity },
        { "sin(1/x)", 0, 1, double.NaN },
        { "sqrt(x)", 0, -1, double.NaN },
    };

    [Theory, MemberData(nameof(Limits))]
    public void Finds_the_limit_or_says_that_there_is_none(string function, double x, int side, double limit)
    {
        var study = Language.Ask.About(function);
        var found = OneSidedLimit.Of(at => study.Value(at), x, side, OneSidedLimit.Scale(x) / 2);

        if (!double.IsFinite(limit)) Assert.Equal(limit, found.Value);
        else Assert.InRange(Math.Abs(found.Value - limit), 0, Math.Max(1e-11, 10 * found.Error));
        Assert.Equal(double.IsFinite(limit), found.IsFinite);
    }

    [Fact]
    public void Two_equal_values_on_the_way_are_not_yet_a_limit()
    {
        // h·log(h) is the same at 1/2 and at 1/4.
        var found = OneSidedLimit.Of(static x => x * Math.Log(x), 0, 1, 0.5);
        Assert.InRange(found.Value, -1e-6, 1e-6);
    }

    [Fact]
    public void The_mean_of_both_sides_is_sharper_than_either()
    {
        static double Curvature(double x) => (2 * Math.Sin(x) / (x * x * x)) - (Math.Sin(x) / x) - (2 * Math.Cos(x) / (x * x));
        var mean = OneSidedLimit.OfMean(Curvature, 0, 0.5);
        Assert.InRange(mean.Value + (1.0 / 3), -1e-11, 1e-11);
    }
}
