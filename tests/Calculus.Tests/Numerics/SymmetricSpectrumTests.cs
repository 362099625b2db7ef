using Calculus.Numerics;
using Xunit;

namespace Calculus.Tests.Numerics;

public sealed class SymmetricSpectrumTests
{
    [Theory]
    [InlineData(new[] { 1.0, 1, 1, 1 }, Definiteness.PositiveSemidefinite)]
    [InlineData(new[] { 0.1, 0.3, 0.3, 0.9 }, Definiteness.PositiveSemidefinite)]
    [InlineData(new[] { -0.1, -0.3, -0.3, -0.9 }, Definiteness.NegativeSemidefinite)]
    [InlineData(new[] { 0.02, 0.06, 0.14, 0.06, 0.18, 0.42, 0.14, 0.42, 0.98 }, Definiteness.PositiveSemidefinite)]
    [InlineData(new[] { 1e200, 1e200, 1e200, 1e200 }, Definiteness.PositiveSemidefinite)]
    [InlineData(new[] { 0.0, 0, 0, 0 }, Definiteness.Zero)]
    public void An_eigenvalue_of_the_size_of_rounding_is_zero(double[] entries, Definiteness definiteness)
    {
        var spectrum = SymmetricSpectrum.Of(entries, (int)Math.Sqrt(entries.Length))!;
        Assert.Equal(double.PositiveInfinity, spectrum.ConditionNumber);
        Assert.Equal(definiteness, spectrum.Definiteness);
        Assert.Contains(0.0, spectrum.Eigenvalues);
    }

    [Theory]
    [InlineData(new[] { 1, 0, 0, 1e-14 }, 1e14)]
    [InlineData(new[] { 2.0, 1, 1, 2 }, 3)]
    [InlineData(new[] { 1.0, 2, 2, 1 }, 3)]
    public void A_larger_one_is_not(double[] entries, double condition) =>
        Assert.Equal(condition, SymmetricSpectrum.Of(entries, 2)!.ConditionNumber, condition * 1e-12);
}
