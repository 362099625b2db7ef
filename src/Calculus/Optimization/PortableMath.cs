namespace Calculus.Optimization;

/// <summary>
/// The few functions that rates and averages need, from additions and multiplications alone: the platform's own differ in the last digit
/// between processors, and a descent has the same path on each.
/// </summary>
internal static class PortableMath
{
    /// <summary>xⁿ by repeated squaring.</summary>
    /// <param name="x">The base.</param>
    /// <param name="n">The exponent, at least 0.</param>
    public static double Power(double x, long n)
    {
        var result = 1.0;
        for (; n > 0; n >>= 1)
        {
            if ((n & 1) != 0) result *= x;
            x *= x;
        }

        return result;
    }

    /// <summary>−1, 0 or 1; what is not a number stays so.</summary>
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    /// <summary>xʸ = exp(y ln x), right to about 1e-13.</summary>
    /// <param name="x">The base, above 0.</param>
    /// <param name="y">The exponent.</param>
    public static double Power(double x, double y) => y == 0 ? 1 : Exponential(y * Logarithm(x));

    /// <summary>ln x: with x = m·2ᵏ and m between 1/√2 and √2, it is k ln 2 + 2 artanh((m − 1)/(m + 1)).</summary>
    /// <param name="x">Positive and finite.</param>
    public static double Logarithm(double x)
    {
        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.414_213_562_373_095) (mantissa, exponent) = (mantissa / 2, exponent + 1);

        var ratio = (mantissa - 1) / (mantissa + 1);
        var (power, sum) = (ratio, 0.0);
        for (var k = 1; k < 30; k += 2)
        {
            sum += power / k;
            power *= ratio * ratio;
        }

        return (exponent * 0.693_147_180_559_945_3) + (2 * sum);
    }

    /// <summary>eᶻ: the series at z/2ᵏ, small enough for twenty terms, then squared k times.</summary>
    /// <param name="z">Any number; what is not one stays so.</param>
    public static double Exponential(double z)
    {
        if (!(Math.Abs(z) < 750)) return z < 0 ? 0 : z > 0 ? double.PositiveInfinity : z;
        var halvings = 0;
        for (; Math.Abs(z) > 0.5; z /= 2) halvings++;
        var (term, sum) = (1.0, 1.0);
        for (var k = 1; k < 20; k++) sum += term *= z / k;
        for (; halvings > 0; halvings--) sum *= sum;
        return sum;
    }

    /// <summary>cos πt: the part of a turn is brought to an eighth, where the series of cosine and sine are short.</summary>
    /// <param name="t">Half turns, finite.</param>
    public static double CosineOfHalfTurns(double t)
    {
        t = Math.Abs(t) % 2;
        if (t > 1) t = 2 - t;
        var sign = t > 0.5 ? -1 : 1;
        if (t > 0.5) t = 1 - t;

        var angle = Math.PI * (t > 0.25 ? 0.5 - t : t);
        var (term, first) = t > 0.25 ? (angle, 1) : (1.0, 0);
        var sum = term;
        for (var k = first + 2; k < 20; k += 2) sum += term *= -angle * angle / ((k - 1) * k);
        return sign * sum;
    }
}
