using Calculus.Expressions;
using Calculus.Simplification;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Simplification;

/// <summary>Polynomials with a divisor in common are never taken for coprime, and those without one are seen at once.</summary>
public sealed class CommonDivisorTests
{
    [Theory]
    [InlineData("x - 1", "x + 2", "x - 3")]
    [InlineData("x^2 + 1", "x^3 - x + 5", "x^2 - 7")]
    [InlineData("x/3 - 1/7", "x^2 + 2", "5*x + 1/2")]
    [InlineData("x - y", "x + y", "x + 3*y")]
    [InlineData("x*y + 1", "x + 1", "y - 2")]
    [InlineData("y^2 - x", "y + 1", "x^2 + 3")]
    [InlineData("exp(x) + 3", "exp(x) - 2", "exp(x) - 5")]
    [InlineData("x - 1000003", "x + 1", "x + 2")]
    [InlineData("x - 2147483647", "x + 1", "x + 2")]
    [InlineData("x*y - 1000003", "x + 1", "y + 2")]
    public void A_planted_divisor_is_found(string divisor, string above, string below)
    {
        var (planted, letters) = Pair($"({divisor})*({above})", $"({divisor})*({below})");
        Assert.False(planted.Above.IsCoprimeTo(planted.Below, letters));

        var quotient = Reading.Of($"(({divisor})*({above}))/(({divisor})*({below}))");
        Assert.True(OperationCount.Of(Simplify.Of(quotient.Function)) <= OperationCount.Of(Reading.Of($"({above})/({below})").Function));
    }

    [Theory]
    [InlineData("x - 1", "x + 2")]
    [InlineData("x^2 + 3*x + 1", "x^2 + 4*x + 1")]
    [InlineData("x^2 + y^2", "x - y")]
    [InlineData("x/3 + y", "x/7 - y^2 + 1")]
    [InlineData("exp(x) + 1", "exp(x) - x")]
    public void Others_are_seen_to_have_none(string above, string below)
    {
        var (pair, letters) = Pair(above, below);
        Assert.True(pair.Above.IsCoprimeTo(pair.Below, letters));
    }

    private static ((ReadPolynomial Above, ReadPolynomial Below) Pair, Expression[] Letters) Pair(string above, string below)
    {
        var both = Assert.IsType<Call>(Reading.Of($"max({above}, {below})").Function).Arguments;
        var known = new ReadPolynomials();
        var a = Assert.IsType<ReadPolynomial>(known.Expanded(both[0]));
        var b = Assert.IsType<ReadPolynomial>(known.Expanded(both[1]));
        return ((a, b), [.. a.Letters.Union(b.Letters)]);
    }
}
