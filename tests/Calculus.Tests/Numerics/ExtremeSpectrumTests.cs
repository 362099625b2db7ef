using Calculus.Numerics;
using Xunit;

namespace Calculus.Tests.Numerics;

/// <summary>Eigenvalues of matrices whose entries lie at the ends of the doubles.</summary>
public sealed class ExtremeSpectrumTests
{
    private const int Matrices = 20_000, Seed = 11;

    [Theory]
    [InlineData(5e-324)]
    [InlineData(1e-320)]
    [InlineData(1e-310)]
    [InlineData(1e-200)]
    [InlineData(1)]
    [InlineData(1e200)]
    [InlineData(1e307)]
    [InlineData(5e307)]
    public void Eigenvalues_scale_with_the_matrix(double scale)
    {
        // x·y + y·z + x²: the characteristic polynomial is λ³ − 2λ² − 2λ + 2.
        var spectrum = SymmetricSpectrum.Of([2 * scale, scale, 0, scale, 0, scale, 0, scale, 0], 3)!;
        double[] expected = [2.481194304092016 * scale, 0.688892182534018 * scale, -1.170086486626034 * scale];
        Assert.Equal(Definiteness.Indefinite, spectrum.Definiteness);
        for (var i = 0; i < 3; i++) Assert.InRange(Math.Abs(spectrum.Eigenvalues[i] - expected[i]), 0, Math.Max(1e-14 * Math.Abs(expected[i]), 4 * double.Epsilon));
    }

    [Fact]
    public void No_matrix_of_finite_entries_has_no_eigenvalues()
    {
        var chance = new Random(Seed);
        for (var matrix = 0; matrix < Matrices; matrix++)
        {
            var size = 1 + chance.Next(6);
            var entries = new double[size * size];
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j <= i; j++)
                    entries[(i * size) + j] = entries[(j * size) + i] = chance.Next(4) == 0 ? 0 : (chance.Next(2) == 0 ? 1 : -1) * Math.Pow(10, (chance.NextDouble() * 630) - 323);
            }

            var largest = entries.Max(Math.Abs);
            var eigenvalue = SymmetricSpectrum.Of(entries, size)!.Eigenvalues.Max(Math.Abs);
            // The largest eigenvalue lies between the largest entry of a symmetric matrix and its largest row sum.
            Assert.True(eigenvalue >= (largest * (1 - 1e-12)) - double.Epsilon && eigenvalue / size <= largest * (1 + 1e-12), $"{string.Join(", ", entries)} has {eigenvalue}");
        }
    }
}
