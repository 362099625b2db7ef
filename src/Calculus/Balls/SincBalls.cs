using Calculus.Expressions;

namespace Calculus.Balls;

/// <summary>The derivatives of sin(x)/x, which are ∫₀¹ tⁿ·cos(xt + nπ/2) dt.</summary>
internal static class SincBalls
{
    /// <summary>The highest order.</summary>
    public const int HighestOrder = 1_000;

    private const int Guard = 16;

    /// <summary>The derivative of order n.</summary>
    public static Ball Derivative(int n, Ball x, int bits)
    {
        if (x.IsZero) return AtZero(n);
        var point = x.Rounded(bits + Guard);
        var middle = Ball.Of(point.Midpoint, 0, point.Exponent, int.MaxValue);
        var value = middle.IsZero ? AtZero(n) : ElementaryBalls.Sharp(precision => At(n, middle, precision), bits);
        if (point.Radius.IsZero) return value;

        // The next derivative is at most 1/(n + 2), and near 0 one of odd order at most |x|/(n + 3).
        var radius = Ball.Of(0, point.Radius, point.Exponent, bits);
        if (radius.TopBit > 1) return Ball.Around0(0);
        var slope = n % 2 == 0 && point.TopBit < 0 ? point.Size(bits).Upper(bits).Divide(n + 3, bits) : Ball.Of(Rational.Of(1, n + 2));
        return value.Add(radius.Multiply(slope, bits), bits);
    }

    private static Ball AtZero(int n) => n % 2 != 0 ? Ball.Zero : Ball.Of(Rational.Of(n % 4 == 0 ? 1 : -1, n + 1));

    private static Ball At(int n, Ball x, int bits)
    {
        var size = Math.Abs(x.ToDouble());
        return size > n + 1 ? Recurrence(n, x, bits + Guard) : Series(n, x, bits + Guard + (int)(1.5 * size));
    }

    // x·f⁽ᵏ⁾ + k·f⁽ᵏ⁻¹⁾ = sin⁽ᵏ⁾(x), by which errors fall while k < |x|.
    private static Ball Recurrence(int n, Ball x, int bits)
    {
        var (sin, cos) = ElementaryBalls.SinCos(x, bits);
        Ball[] derivatives = [sin, cos, sin.Negated(), cos.Negated()];
        var value = sin.Divide(x, bits);
        for (var k = 1; k <= n; k++) value = derivatives[k % 4].Subtract(value.Multiply(k, bits), bits).Divide(x, bits);
        return value;
    }

    // Σ (−1)^((i + n)/2)·xⁱ/(i!·(i + n + 1)) over the i for which i + n is even.
    private static Ball Series(int n, Ball x, int bits)
    {
        var i = n % 2;
        var (power, square) = (i == 0 ? Ball.One : x, x.Multiply(x, bits));
        var (sum, least) = (Ball.Zero, power.TopBit - bits);
        var size = Math.Abs(x.ToDouble());
        while (i < 2 * size || power.TopBit >= least)
        {
            var term = power.Divide(i + n + 1, bits);
            sum = sum.Add((i + n) % 4 == 0 ? term : term.Negated(), bits);
            power = power.Multiply(square, bits).Divide((i + 1L) * (i + 2), bits);
            i += 2;
        }

        return sum.Within(power.TopBit + 1, bits);
    }
}
