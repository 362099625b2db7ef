using Calculus.Expressions;

namespace Calculus.Balls;

/// <summary>
/// Digamma and its derivatives: the asymptotic series after a shift to larger numbers (DLMF 5.11.2), the Euler–Maclaurin formula for the sum
/// of powers (5.15.1, 25.11.28), each off by less than the first term left out; with reflection below 0 (5.5.4, 5.15.6).
/// </summary>
internal static class PolygammaBalls
{
    private const int Guard = 16;

    /// <summary>ψ(x); undefined at 0, −1, −2, …, unknown where x may be there.</summary>
    public static Ball Digamma(Ball x, int bits)
    {
        if (x.Fraction is { IsInteger: true, Sign: <= 0 }) return Ball.Undefined;
        if (x.Sign is null) return Ball.Unknown;
        return x.IsExact ? ElementaryBalls.Sharp(precision => DigammaOf(x, precision), bits) : DigammaOf(x, bits);
    }

    /// <summary>ψ⁽ⁿ⁾(x) for n ≥ 1; undefined at 0, −1, −2, …, unknown where x may be there.</summary>
    public static Ball Polygamma(int n, Ball x, int bits)
    {
        if (x.Fraction is { IsInteger: true, Sign: <= 0 }) return Ball.Undefined;
        if (x.Sign is null) return Ball.Unknown;
        if (x.Sign > 0) return Signed(n + 1, Powers(n, x, bits + Guard)).Rounded(bits);
        return x.IsExact ? ElementaryBalls.Sharp(precision => Reflected(n, x, precision), bits) : Reflected(n, x, bits);
    }

    private static Ball DigammaOf(Ball x, int bits)
    {
        var working = bits + Guard;
        if (x.Sign > 0) return Positive(x, working).Rounded(bits);
        var (sin, cos) = GammaBalls.SinCosPi(x, working);
        var cotangent = BallConstants.Pi(working).Multiply(cos, working).Divide(sin, working);
        return Positive(Ball.One.Subtract(x, working), working).Subtract(cotangent, bits);
    }

    private static Ball Positive(Ball x, int bits)
    {
        var shift = GammaBalls.Shift(x, bits);
        var (plain, fractions) = (x.Plain(bits), Ball.Zero);
        for (var k = 0; k < shift; k++) fractions = fractions.Add(Ball.One.Divide(plain.Add(k, bits), bits), bits);
        var z = plain.Add(shift, bits);
        var reciprocal = Ball.One.Divide(z, bits);
        var square = reciprocal.Multiply(reciprocal, bits);
        var (power, sum) = (square, reciprocal.Shifted(-1));
        for (var k = 1; ; k++)
        {
            var term = BernoulliNumbers.Of(k).Multiply(power, bits).Divide(2L * k, bits);
            if (term.TopBit < -bits || k == BernoulliNumbers.Count)
                return ElementaryBalls.Log(z, bits).Subtract(sum.Within(term.TopBit, bits), bits).Subtract(fractions, bits);
            sum = sum.Add(term, bits);
            power = power.Multiply(square, bits);
        }
    }

    // ψ⁽ⁿ⁾(x) = (−1)ⁿ·ψ⁽ⁿ⁾(1 − x) − π·dⁿ/dxⁿ cot(πx), where the last is (−1)ⁿ·n!·Σ 1/(x + k)^(n + 1) over all whole k, from both sides.
    private static Ball Reflected(int n, Ball x, int bits)
    {
        var working = bits + Guard;
        var floor = x.Floor();
        var fraction = x.Subtract(floor, working);
        var rest = floor.Add(Ball.One, working).Subtract(x, working);
        if (fraction.Sign is not 1 || rest.Sign is not 1) return Ball.Unknown;
        var cotangent = Powers(n, fraction, working).Add(Signed(n + 1, Powers(n, rest, working)), working);
        return Powers(n, Ball.One.Subtract(x, working), working).Negated().Subtract(Signed(n, cotangent), bits);
    }

    private static Ball Signed(int power, Ball value) => power % 2 == 0 ? value : value.Negated();

    // n!·Σ 1/(x + k)^(n + 1) over k from 0
    private static Ball Powers(int n, Ball x, int bits)
    {
        var (s, shift) = (n + 1, GammaBalls.Shift(x, bits, n));
        var (plain, sum) = (x.Plain(bits), Ball.Zero);
        for (var k = 0; k < shift; k++) sum = sum.Add(plain.Add(k, bits).Raise(-s, bits), bits);

        // z^(−s)·(z/(s − 1) + 1/2 + Σ B_2j/(2j)!·s·(s + 1)·…·(s + 2j − 2)/z^(2j − 1))
        var z = plain.Add(shift, bits);
        var tail = z.Divide(s - 1, bits).Add(Ball.Of(Rational.Of(1, 2)), bits);
        var square = z.Multiply(z, bits);
        var factor = Ball.Of(s).Divide(z.Shifted(1), bits);
        for (var j = 1; ; j++)
        {
            var term = BernoulliNumbers.Of(j).Multiply(factor, bits);
            if (term.TopBit < -bits || j == BernoulliNumbers.Count)
            {
                tail = tail.Within(term.TopBit, bits);
                break;
            }

            tail = tail.Add(term, bits);
            factor = factor.Multiply(Ball.Of((s + (2L * j) - 1) * (s + (2L * j))), bits).Divide(square.Multiply(Ball.Of(((2L * j) + 1) * ((2L * j) + 2)), bits), bits);
        }

        return sum.Add(z.Raise(-s, bits).Multiply(tail, bits), bits).Multiply(Ball.Of(Functions.Whole.Factorial(n)), bits);
    }
}
