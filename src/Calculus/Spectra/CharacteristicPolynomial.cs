using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Spectra;

/// <summary>
/// The characteristic polynomial of a symmetric matrix of fractions. All its zeros are real, so that by Descartes' rule the changes of sign
/// in p(x + s) count exactly the eigenvalues above s; halving intervals finds each to the last digit.
/// </summary>
internal sealed class CharacteristicPolynomial
{
    // A double has 53.
    private const int Digits = 56;

    private readonly BigInteger[] _coefficients;
    private readonly BigInteger _scale;

    private CharacteristicPolynomial(BigInteger[] coefficients, BigInteger scale) => (_coefficients, _scale) = (coefficients, scale);

    /// <summary>That of a matrix, by the method of Faddeev and Le Verrier (Householder, <i>The Theory of Matrices in Numerical Analysis</i>, 1964, section 6.7), in whole numbers.</summary>
    /// <param name="entries">The symmetric matrix row by row.</param>
    /// <param name="size">How many rows it has.</param>
    public static CharacteristicPolynomial Of(Rational[] entries, int size)
    {
        var scale = entries.Aggregate(BigInteger.One, static (common, entry) => common / BigInteger.GreatestCommonDivisor(common, entry.Denominator) * entry.Denominator);
        BigInteger[] matrix = [.. entries.Select(entry => entry.Numerator * (scale / entry.Denominator))];
        var coefficients = new BigInteger[size + 1];
        coefficients[size] = BigInteger.One;
        var product = new BigInteger[size * size];
        for (var k = 1; k <= size; k++)
        {
            for (var i = 0; i < size; i++) product[(i * size) + i] += coefficients[size - k + 1];
            var next = new BigInteger[size * size];
            var trace = BigInteger.Zero;
            for (var row = 0; row < size; row++)
            {
                for (var column = 0; column < size; column++)
                {
                    for (var i = 0; i < size; i++) next[(row * size) + column] += matrix[(row * size) + i] * product[(i * size) + column];
                }

                trace += next[(row * size) + row];
            }

            coefficients[size - k] = -trace / k;
            product = next;
        }

        return new CharacteristicPolynomial(coefficients, scale);
    }

    /// <summary>The eigenvalues, falling, each rounded once; a 0 is exactly 0.</summary>
    public double[] Zeros()
    {
        var (size, positive) = (_coefficients.Length - 1, Above(_coefficients));
        var zeros = Array.FindIndex(_coefficients, static coefficient => !coefficient.IsZero);
        BigInteger[] mirrored = [.. _coefficients.Select(static (coefficient, power) => power % 2 == 0 ? coefficient : -coefficient)];
        var found = new double[size];
        for (var i = 0; i < positive; i++) found[i] = Zero(_coefficients, i);
        for (var i = 0; i < size - positive - zeros; i++) found[size - 1 - i] = -Zero(mirrored, i);
        return found;
    }

    // The zero above 0 that has `rank` others above it, as a fraction numerator/2^places.
    private double Zero(BigInteger[] polynomial, int rank)
    {
        // Cauchy's bound holds for the largest, and by turning the polynomial round for the smallest.
        var bound = polynomial.Max(static coefficient => (int)coefficient.GetBitLength()) + 1;
        var (low, high) = (-bound, bound);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (Above(Shifted(polynomial, BigInteger.One, middle)) > rank) low = middle;
            else high = middle;
        }

        // Between 2^low and twice as much.
        var (numerator, exponent) = (BigInteger.One, low);
        for (var digit = 0; digit < Digits; digit++)
        {
            (numerator, exponent) = (numerator << 1, exponent - 1);
            if (Above(Shifted(polynomial, numerator + 1, exponent)) > rank) numerator += 1;
        }

        // The middle of what is left.
        (numerator, exponent) = ((numerator << 1) + 1, exponent - 1);
        return (exponent < 0 ? Rational.Of(numerator, _scale << -exponent) : Rational.Of(numerator << exponent, _scale)).ToDouble();
    }

    // p(x + numerator·2^exponent), times a power of two that makes it whole.
    private static BigInteger[] Shifted(BigInteger[] polynomial, BigInteger numerator, int exponent)
    {
        var degree = polynomial.Length - 1;
        BigInteger[] moved = exponent < 0 ? [.. polynomial.Select((coefficient, power) => coefficient << (-exponent * (degree - power)))] : [.. polynomial];
        var by = exponent < 0 ? numerator : numerator << exponent;
        for (var i = 0; i < degree; i++)
        {
            for (var k = degree - 1; k >= i; k--) moved[k] += by * moved[k + 1];
        }

        return moved;
    }

    // Changes of sign.
    private static int Above(BigInteger[] polynomial)
    {
        var (changes, last) = (0, 0);
        foreach (var sign in polynomial.Select(static coefficient => coefficient.Sign).Where(static sign => sign != 0))
        {
            if (last != 0 && sign != last) changes++;
            last = sign;
        }

        return changes;
    }
}
