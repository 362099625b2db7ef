using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

public sealed class PortableMathTests
{
    [Theory]
    [InlineData(0.9, 0, 1)]
    [InlineData(0.5, 10, 0.0009765625)]
    [InlineData(-2, 3, -8)]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1_000_000_000_000, 1)]
    [InlineData(0.999, 1_000_000, 0)]
    public void Powers(double x, long n, double expected) => Assert.Equal(expected, PortableMath.Power(x, n), 1e-15);

    [Fact]
    public void Agrees_with_the_platform_within_its_rounding()
    {
        for (var t = -30.0; t <= 30; t += 0.0371)
        {
            Assert.Equal(1, PortableMath.Exponential(t) / Math.Exp(t), 1e-13);
            Assert.Equal(Math.Cos(Math.PI * t), PortableMath.CosineOfHalfTurns(t), 1e-13);
            Assert.Equal(1, PortableMath.Power(Math.Abs(t) + 1e-3, 0.75) / Math.Pow(Math.Abs(t) + 1e-3, 0.75), 1e-14);
            Assert.Equal(t, PortableMath.Logarithm(Math.Exp(t)), 1e-14 * (1 + Math.Abs(t)));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 0.70710678118654752)]
    [InlineData(0.5, 0)]
    [InlineData(1, -1)]
    [InlineData(1.5, 0)]
    [InlineData(2, 1)]
    [InlineData(-1e15, 1)]
    public void Turns_are_exact_where_they_are_known(double t, double expected) => Assert.Equal(expected, PortableMath.CosineOfHalfTurns(t), 2e-16);

    [Theory]
    [InlineData(1e300, double.PositiveInfinity)]
    [InlineData(-1e300, 0)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(0, 1)]
    public void Exponentials_at_the_ends(double z, double expected) => Assert.Equal(expected, PortableMath.Exponential(z));

    [Theory]
    [InlineData(-3, -1)]
    [InlineData(0, 0)]
    [InlineData(1e-320, 1)]
    [InlineData(double.NaN, double.NaN)]
    public void Signs(double x, double expected) => Assert.Equal(expected, PortableMath.Sign(x));
}
