using System.Globalization;
using Calculus.Expressions;
using Calculus.Numerics;

namespace Calculus.Spectra;

/// <summary>Eigenvalues of a Hessian of fractions, where doubles cannot tell a small one from 0.</summary>
internal static class ExactSpectrum
{
    // Below this share of the largest, an eigenvalue that doubles give has lost digits.
    private const double Small = 1e-3;

    /// <summary>Of more rows fractions take long.</summary>
    public const int MostRows = 16;

    /// <summary>Whether doubles leave a doubt about the smallest eigenvalue.</summary>
    public static bool IsDoubtful(SymmetricSpectrum spectrum) =>
        spectrum.Eigenvalues.Count > 1 && spectrum.Eigenvalues.Min(Math.Abs) < Small * spectrum.Eigenvalues.Max(Math.Abs);

    /// <summary>The spectrum of a 2 × 2 matrix of fractions: the larger eigenvalue without cancellation, the smaller as determinant over it.</summary>
    /// <param name="a">The first entry of the diagonal.</param>
    /// <param name="b">The entry beside the diagonal.</param>
    /// <param name="c">The second entry of the diagonal.</param>
    public static SymmetricSpectrum OfTwo(Rational a, Rational b, Rational c)
    {
        var (middle, radius) = (((a + c) / 2).ToDouble(), double.Hypot(((a - c) / 2).ToDouble(), b.ToDouble()));
        var large = middle < 0 ? middle - radius : middle + radius;
        var small = large == 0 || !double.IsFinite(large) ? -large : (((a * c) - (b * b)) / Rational.Exactly(large)).ToDouble();
        return SymmetricSpectrum.Judged([Math.Max(large, small), Math.Min(large, small)]);
    }

    /// <summary>The spectrum of a matrix of fractions: each eigenvalue right to the last digit, and 0 only where it is 0.</summary>
    /// <param name="entries">The matrix row by row.</param>
    /// <param name="size">How many rows it has, at most <see cref="MostRows"/>.</param>
    public static SymmetricSpectrum Of(Rational[] entries, int size) =>
        size == 2 ? OfTwo(entries[0], entries[1], entries[3]) : SymmetricSpectrum.Judged(CharacteristicPolynomial.Of(entries, size).Zeros());

    /// <summary>A spectrum in which as many of the smallest eigenvalues are 0 as are known to be, and whether that leaves no doubt.</summary>
    /// <param name="rounded">The spectrum that doubles give.</param>
    /// <param name="zeros">How many eigenvalues are known to be 0.</param>
    public static (SymmetricSpectrum Spectrum, bool IsCertain) With(SymmetricSpectrum rounded, int zeros)
    {
        var error = Error(rounded);
        if (zeros == 0 || rounded.Eigenvalues.Count(value => Math.Abs(value) <= error) > zeros) return (rounded, false);
        var small = rounded.Eigenvalues.OrderBy(Math.Abs).Take(zeros).Max(Math.Abs);
        var known = SymmetricSpectrum.Judged([.. rounded.Eigenvalues.Select(value => Math.Abs(value) <= small ? 0 : value)]);
        var others = known.Eigenvalues.Where(static value => value != 0).ToList();
        return (known, others.Count < 2 || others.Min(Math.Abs) >= Small * others.Max(Math.Abs));
    }

    /// <summary>What doubles do not tell of a small eigenvalue; null where they tell all.</summary>
    public static string? Doubt(SymmetricSpectrum rounded)
    {
        var error = Error(rounded);
        var small = rounded.Eigenvalues.MinBy(Math.Abs);
        if (small == 0) return "An eigenvalue that is given as 0 is too small beside the largest for doubles to tell it from 0 or to tell its sign: what the definiteness says of it is not certain.";
        var digits = (int)Math.Floor(Math.Log10(Math.Abs(small) / error));
        return string.Create(CultureInfo.InvariantCulture, $"The eigenvalue {small} is small beside the largest, and of its digits {(digits < 1 ? "none is" : digits == 1 ? "one is" : $"about {digits} are")} certain.");
    }

    // The error of an eigenvalue is a few units in the last place of the largest (Golub and Van Loan, Matrix Computations, 8.1).
    private static double Error(SymmetricSpectrum rounded) => rounded.Eigenvalues.Count * 4e-16 * rounded.Eigenvalues.Max(Math.Abs);
}
