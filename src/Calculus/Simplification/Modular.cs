using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>Arithmetic modulo the prime 2³¹ − 1, in which polynomials of rational coefficients are compared without long numbers.</summary>
internal static class Modular
{
    private const long Prime = int.MaxValue;

    /// <summary>a + b.</summary>
    public static long Sum(long a, long b) => (a + b) % Prime;

    /// <summary>a·b.</summary>
    public static long Product(long a, long b) => a * b % Prime;

    /// <summary>a^n, n at least 0.</summary>
    public static long Power(long a, long n)
    {
        var power = 1L;
        for (; n > 0; n >>= 1)
        {
            if ((n & 1) == 1) power = Product(power, a);
            a = Product(a, a);
        }

        return power;
    }

    /// <summary>The residue of a fraction; null where the prime divides its denominator.</summary>
    public static long? TryResidue(Rational fraction)
    {
        var (above, below) = (Residue(fraction.Numerator), Residue(fraction.Denominator));
        return below == 0 ? null : below == 1 ? above : Product(above, Inverse(below));
    }

    /// <summary>Whether two polynomials, lowest power first and with leading coefficients other than zero, have only numbers as common divisors. Spoils both.</summary>
    public static bool AreCoprime(Span<long> a, Span<long> b)
    {
        if (a.Length < b.Length)
        {
            var shorter = a;
            a = b;
            b = shorter;
        }

        while (b.Length > 1)
        {
            var inverse = Inverse(b[^1]);
            while (a.Length >= b.Length)
            {
                var factor = Product(a[^1], inverse);
                for (var i = 1; i <= b.Length; i++) a[^i] = Sum(a[^i], Prime - Product(factor, b[^i]));
                while (a.Length > 0 && a[^1] == 0) a = a[..^1];
            }

            var rest = a;
            a = b;
            b = rest;
        }

        return b.Length == 1;
    }

    private static long Residue(BigInteger number)
    {
        var residue = (long)(number % Prime);
        return residue < 0 ? residue + Prime : residue;
    }

    // Fermat: a^(p−2).
    private static long Inverse(long a) => Power(a, Prime - 2);
}
