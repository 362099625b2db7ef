using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>A polynomial in one letter with exact coefficients, lowest power first and without leading zeros. Immutable.</summary>
internal readonly struct Polynomial
{
    private readonly ImmutableArray<Rational> _coefficients;

    private Polynomial(ImmutableArray<Rational> coefficients) => _coefficients = coefficients;

    public static Polynomial Zero { get; } = new([]);

    public static Polynomial One { get; } = new([Rational.One]);

    public int Degree => _coefficients.Length - 1;

    public bool IsZero => _coefficients.Length == 0;

    public Rational Leading => IsZero ? Rational.Zero : _coefficients[^1];

    public Rational this[int power] => power < _coefficients.Length ? _coefficients[power] : Rational.Zero;

    public static Polynomial Of(ReadOnlySpan<Rational> coefficients)
    {
        while (coefficients.Length > 0 && coefficients[^1].IsZero) coefficients = coefficients[..^1];
        return coefficients.IsEmpty ? Zero : new Polynomial([.. coefficients]);
    }

    public static Polynomial operator +(Polynomial a, Polynomial b) => Combined(a, b, Rational.One);

    public static Polynomial operator -(Polynomial a, Polynomial b) => Combined(a, b, -1);

    public static Polynomial operator *(Polynomial a, Polynomial b)
    {
        if (a.IsZero || b.IsZero) return Zero;
        var product = new Rational[a.Degree + b.Degree + 1];
        for (var i = 0; i <= a.Degree; i++)
        {
            for (var k = 0; k <= b.Degree; k++) product[i + k] += a[i] * b[k];
        }

        return Of(product);
    }

    /// <summary>Quotient and remainder (Knuth, <i>The Art of Computer Programming</i>, vol. 2, 4.6.1, algorithm D).</summary>
    public (Polynomial Quotient, Polynomial Remainder) DividedBy(Polynomial divisor)
    {
        if (Degree < divisor.Degree) return (Zero, this);
        Rational[] rest = [.. _coefficients];
        var quotient = new Rational[Degree - divisor.Degree + 1];
        for (var power = quotient.Length - 1; power >= 0; power--)
        {
            var factor = rest[power + divisor.Degree] / divisor.Leading;
            quotient[power] = factor;
            if (factor.IsZero) continue;
            for (var k = 0; k <= divisor.Degree; k++) rest[power + k] -= factor * divisor[k];
        }

        return (Of(quotient), Of(rest));
    }

    /// <summary>The greatest common divisor with 1 for its leading coefficient, by Euclid's algorithm.</summary>
    public static Polynomial GreatestCommonDivisor(Polynomial a, Polynomial b)
    {
        while (!b.IsZero) (a, b) = (b, a.DividedBy(b).Remainder.Monic());
        return a.Monic();
    }

    private Polynomial Monic()
    {
        if (IsZero) return this;
        var inverse = Leading.Reciprocal();
        if (inverse.IsOne) return this;
        var monic = new Rational[_coefficients.Length];
        for (var i = 0; i < monic.Length; i++) monic[i] = _coefficients[i] * inverse;
        return new Polynomial(ImmutableCollectionsMarshal.AsImmutableArray(monic));
    }

    private static Polynomial Combined(Polynomial a, Polynomial b, Rational sign)
    {
        var sum = new Rational[Math.Max(a._coefficients.Length, b._coefficients.Length)];
        for (var i = 0; i < sum.Length; i++) sum[i] = a[i] + (sign * b[i]);
        return Of(sum);
    }
}
