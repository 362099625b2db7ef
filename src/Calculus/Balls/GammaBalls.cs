using Calculus.Expressions;

namespace Calculus.Balls;

/// <summary>
/// The gamma function and its logarithm: Stirling's series after a shift to larger numbers (DLMF 5.11.1, off by less than the first term
/// left out, 5.11(ii)), with reflection below 0 (5.5.3).
/// </summary>
internal static class GammaBalls
{
    private const int Guard = 16;

    // Up to here gamma of a whole number is multiplied out.
    private const int LargestWhole = 1_000;

    /// <summary>Γ(x); undefined at 0, −1, −2, …, unknown where x may be there.</summary>
    public static Ball Gamma(Ball x, int bits)
    {
        if (x.Fraction is { IsInteger: true } whole)
        {
            if (whole.Sign <= 0) return Ball.Undefined;
            if (whole <= LargestWhole) return Ball.Of(Functions.Whole.Factorial((int)whole.Numerator - 1));
        }

        if (x.Sign is not { } sign) return Ball.Unknown;
        if (sign > 0) return Positive(x, bits);

        // Γ(x) = −π/(x·sin πx·Γ(−x))
        var (sin, _) = SinCosPi(x, bits + Guard);
        var divisor = x.Negated().Multiply(sin, bits + Guard).Multiply(Positive(x.Negated(), bits + Guard), bits + Guard);
        return BallConstants.Pi(bits + Guard).Divide(divisor, bits);
    }

    /// <summary>log |Γ(x)|; undefined at 0, −1, −2, …, unknown where x may be there.</summary>
    public static Ball LogGamma(Ball x, int bits)
    {
        if (x.Fraction is { IsInteger: true } whole)
        {
            if (whole.Sign <= 0) return Ball.Undefined;
            if (whole.IsOne || whole == 2) return Ball.Zero;
        }

        if (x.Sign is null) return Ball.Unknown;
        return x.IsExact ? ElementaryBalls.Sharp(precision => LogGammaOf(x, precision), bits) : LogGammaOf(x, bits);
    }

    /// <summary>sin πx and cos πx.</summary>
    public static (Ball Sin, Ball Cos) SinCosPi(Ball x, int bits)
    {
        var whole = x.Add(Ball.Of(Rational.Of(1, 2)), bits).Floor();
        if (whole.Fraction is not { } nearest) return (Ball.Unknown, Ball.Unknown);
        var (sin, cos) = ElementaryBalls.SinCos(x.Subtract(whole, bits).Multiply(BallConstants.Pi(bits + Guard), bits + Guard), bits);
        return nearest.HasEvenNumerator ? (sin, cos) : (sin.Negated(), cos.Negated());
    }

    /// <summary>How far a number is to be shifted upwards for asymptotic series with so many bits.</summary>
    public static int Shift(Ball x, int bits, int least = 0)
    {
        const double perBit = 0.19;
        var target = (perBit * bits) + 4 + least;
        return x.ToDouble() is var size && size < target ? (int)Math.Ceiling(target - size) : 0;
    }

    private static Ball LogGammaOf(Ball x, int bits)
    {
        var working = bits + Guard;
        if (x.Sign > 0) return PositiveLog(x, working).Rounded(bits);

        // log|Γ(x)| = log π − log|sin πx| − log Γ(1 − x)
        var (sin, _) = SinCosPi(x, working);
        return ElementaryBalls.Log(BallConstants.Pi(working).Divide(sin.Size(working), working), working)
            .Subtract(PositiveLog(Ball.One.Subtract(x, working), working), bits);
    }

    private static Ball PositiveLog(Ball x, int bits)
    {
        var (z, product) = Shifted(x, bits);
        var stirling = Stirling(z, bits);
        return product.IsZero ? stirling : stirling.Subtract(ElementaryBalls.Log(product, bits), bits);
    }

    private static Ball Positive(Ball x, int bits)
    {
        // The exponential has as many bits as its argument has after the point.
        const int farthest = 64;
        var working = bits + Guard + (int)Math.Clamp(x.TopBit + 8, 12, farthest);
        var (z, product) = Shifted(x, working);
        var power = ElementaryBalls.Exp(Stirling(z, working), working);
        return product.IsZero ? power.Rounded(bits) : power.Divide(product, bits);
    }

    // z = x + n and x·(x + 1)·…·(x + n − 1), or 0 where x is large enough.
    private static (Ball Z, Ball Product) Shifted(Ball x, int bits)
    {
        var shift = Shift(x, bits);
        var plain = x.Plain(bits);
        if (shift == 0) return (plain, Ball.Zero);
        var product = plain;
        for (var k = 1; k < shift; k++) product = product.Multiply(plain.Add(k, bits), bits);
        return (plain.Add(shift, bits), product);
    }

    // (z − 1/2)·log z − z + log(2π)/2 + Σ B_2k/(2k·(2k − 1)·z^(2k − 1))
    private static Ball Stirling(Ball z, int bits)
    {
        var (reciprocal, sum) = (Ball.One.Divide(z, bits), Ball.Zero);
        var square = reciprocal.Multiply(reciprocal, bits);
        for (var k = 1; ; k++)
        {
            var term = BernoulliNumbers.Of(k).Multiply(reciprocal, bits).Divide(2L * k * ((2 * k) - 1), bits);
            if (term.TopBit < -bits || k == BernoulliNumbers.Count)
            {
                sum = sum.Within(term.TopBit, bits);
                break;
            }

            sum = sum.Add(term, bits);
            reciprocal = reciprocal.Multiply(square, bits);
        }

        var half = ElementaryBalls.Log(BallConstants.Pi(bits).Shifted(1), bits).Shifted(-1);
        return z.Subtract(Ball.Of(Rational.Of(1, 2)), bits).Multiply(ElementaryBalls.Log(z, bits), bits).Subtract(z, bits).Add(half, bits).Add(sum, bits);
    }
}
