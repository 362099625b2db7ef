using Calculus.Expressions;
using Calculus.Spectra;
using Xunit;

namespace Calculus.Tests.Spectra;

/// <summary>Eigenvalues that are known: of diagonal matrices, of rank one, of second differences (4·sin² of kπ/2(n+1)), and where doubles would give 0.</summary>
public sealed class ExactSpectrumTests
{
    [Theory]
    [InlineData(new[] { 2.0, 0, 0, 3 }, new[] { 3.0, 2 })]
    [InlineData(new[] { 1.0, 1, 1, 1 }, new[] { 2.0, 0 })]
    [InlineData(new[] { 2.0, 1e-10, 1e-10, 0 }, new[] { 2.0, -5e-21 })]
    [InlineData(new[] { 1.0, 1, 1, 1, 1, 1, 1, 1, 1 }, new[] { 3.0, 0, 0 })]
    [InlineData(new[] { 1e-200, 0, 0, 0, 1, 0, 0, 0, 1e200 }, new[] { 1e200, 1, 1e-200 })]
    [InlineData(new[] { 2.0, -1, 0, -1, 2, -1, 0, -1, 2 }, new[] { 3.414213562373095, 2, 0.5857864376269049 })]
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0, 0, 0, 0 }, new[] { 0.0, 0, 0 })]
    public void Each_eigenvalue_is_right_to_the_last_digits(double[] entries, double[] expected)
    {
        var found = ExactSpectrum.Of([.. entries.Select(Rational.FromDecimal)], expected.Length).Eigenvalues;

        Assert.Equal(expected.Length, found.Count);
        foreach (var (right, value) in expected.Zip(found)) Assert.True(Math.Abs(value - right) <= 1e-15 * Math.Abs(right), $"{value}, not {right}");
    }
}
