namespace Calculus.Simplification;

/// <summary>A polynomial in a first letter whose coefficients are polynomials in a second, lowest power first. Immutable.</summary>
internal readonly struct Polynomial2
{
    private readonly Polynomial[] _coefficients;

    private Polynomial2(Polynomial[] coefficients) => _coefficients = coefficients;

    public int Degree => _coefficients.Length - 1;

    public bool IsZero => _coefficients.Length == 0;

    /// <summary>Whether it is a number.</summary>
    public bool IsConstant => Degree <= 0 && this[0].Degree <= 0;

    public Polynomial Leading => IsZero ? Polynomial.Zero : _coefficients[^1];

    public Polynomial this[int power] => power < _coefficients.Length ? _coefficients[power] : Polynomial.Zero;

    public static Polynomial2 Of(ReadOnlySpan<Polynomial> coefficients)
    {
        while (coefficients.Length > 0 && coefficients[^1].IsZero) coefficients = coefficients[..^1];
        return new Polynomial2(coefficients.ToArray());
    }

    /// <summary>
    /// The greatest common divisor up to a number: contents apart, then Euclid's algorithm on primitive parts (Knuth,
    /// <i>The Art of Computer Programming</i>, vol. 2, 4.6.1, algorithm E).
    /// </summary>
    public static Polynomial2 GreatestCommonDivisor(Polynomial2 a, Polynomial2 b)
    {
        var content = Polynomial.GreatestCommonDivisor(a.Content(), b.Content());
        var (u, v) = (a.Primitive(), b.Primitive());
        if (u.Degree < v.Degree) (u, v) = (v, u);
        while (!v.IsZero) (u, v) = (v, u.PseudoRemainder(v).Primitive());
        return u.Times(content);
    }

    /// <summary>The quotient where the division leaves nothing, otherwise null.</summary>
    public Polynomial2? DividedBy(Polynomial2 divisor)
    {
        if (Degree < divisor.Degree) return IsZero ? this : null;
        var rest = (Polynomial[])_coefficients.Clone();
        var quotient = new Polynomial[Degree - divisor.Degree + 1];
        for (var power = quotient.Length - 1; power >= 0; power--)
        {
            var (factor, remainder) = rest[power + divisor.Degree].DividedBy(divisor.Leading);
            if (!remainder.IsZero) return null;
            quotient[power] = factor;
            for (var k = 0; k <= divisor.Degree; k++) rest[power + k] -= factor * divisor[k];
        }

        return Array.TrueForAll(rest, static coefficient => coefficient.IsZero) ? Of(quotient) : null;
    }

    private Polynomial2 Times(Polynomial factor) => Of(Array.ConvertAll(_coefficients, coefficient => coefficient * factor));

    private Polynomial Content()
    {
        var content = Polynomial.Zero;
        foreach (var coefficient in _coefficients) content = Polynomial.GreatestCommonDivisor(content, coefficient);
        return content;
    }

    private Polynomial2 Primitive()
    {
        if (IsZero) return this;
        var content = Content();
        return Of(Array.ConvertAll(_coefficients, coefficient => coefficient.DividedBy(content).Quotient));
    }

    // The remainder of leading^k · this: no fractions of polynomials arise.
    private Polynomial2 PseudoRemainder(Polynomial2 divisor)
    {
        var rest = this;
        while (rest.Degree >= divisor.Degree && !rest.IsZero)
        {
            var shift = rest.Degree - divisor.Degree;
            var (mine, its) = (divisor.Leading, rest.Leading);
            var next = new Polynomial[rest.Degree + 1];
            for (var power = 0; power < next.Length; power++)
                next[power] = (rest[power] * mine) - (power >= shift ? divisor[power - shift] * its : Polynomial.Zero);
            rest = Of(next);
        }

        return rest;
    }
}
