using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>
/// A sparse polynomial in up to <see cref="MostLetters"/> letters with exact coefficients; exponents are multiples of one
/// sixth of either sign. A monomial is one number, the exponents' digits to a base of 4,096, so that multiplying
/// monomials is adding numbers. Immutable.
/// </summary>
internal sealed class LaurentPolynomial
{
    public const int MostLetters = 10;

    /// <summary>What exponents are counted in: halves and thirds are whole.</summary>
    public const int Unit = 6;

    /// <summary>The largest sum of coefficients that are not too long: 2,048 of 256 bits.</summary>
    public const double LargestSum = 2.4e80;

    private const int MostTerms = 2_048;
    private const int HighestExponent = 2_000;

    // Nobody reads a coefficient of more than about 75 digits.
    private const int LongestCoefficient = 256;
    private const int DigitBits = 12;

    private readonly Dictionary<Int128, Rational> _terms;
    private readonly int _reach;

    private LaurentPolynomial(Dictionary<Int128, Rational> terms, int reach) => (_terms, _reach) = (terms, reach);

    /// <summary>The monomials with their coefficients, none of them zero.</summary>
    public IReadOnlyDictionary<Int128, Rational> Terms => _terms;

    /// <summary>c · letter^(exponent/6), or null where the exponent is too high.</summary>
    public static LaurentPolynomial? Of(Rational coefficient, int letter = 0, Rational exponent = default)
    {
        var units = exponent * Unit;
        if (!units.IsInteger || units.Abs() > HighestExponent) return null;
        var count = (int)units.Numerator;
        var terms = new Dictionary<Int128, Rational>();
        if (!coefficient.IsZero) terms.Add((Int128)count << (DigitBits * letter), coefficient);
        return new LaurentPolynomial(terms, Math.Abs(count));
    }

    /// <summary>Σ c·p; null where it has too many terms.</summary>
    public static LaurentPolynomial? Sum(IEnumerable<(Rational C, LaurentPolynomial? P)> parts, CollectionAllowance allowance)
    {
        var (sum, reach) = (new Dictionary<Int128, Rational>(), 0);
        foreach (var (c, p) in parts)
        {
            if (p is null || !allowance.TrySpend(p._terms.Count, 4)) return null;
            foreach (var (monomial, coefficient) in p._terms) Add(sum, monomial, c * coefficient);
            if (sum.Count > MostTerms) return null;
            reach = Math.Max(reach, p._reach);
        }

        return new LaurentPolynomial(sum, reach);
    }

    // How many words of 64 bits the longest coefficient has: what multiplying by it costs.
    private long Words => _terms.Count == 0 ? 1 : _terms.Values.Max(static coefficient => coefficient.Bits + 63) / 64;

    /// <summary>The exponents of a monomial, in units.</summary>
    public static int[] Exponents(Int128 monomial)
    {
        var exponents = new int[MostLetters];
        for (var letter = 0; letter < MostLetters; letter++)
        {
            var digit = (int)(monomial & ((1 << DigitBits) - 1));
            if (digit >= 1 << (DigitBits - 1)) digit -= 1 << DigitBits;
            exponents[letter] = digit;
            monomial = (monomial - digit) >> DigitBits;
        }

        return exponents;
    }

    /// <summary>The monomial of some exponents, in units.</summary>
    public static Int128 Monomial(ReadOnlySpan<int> exponents)
    {
        Int128 monomial = 0;
        for (var letter = 0; letter < exponents.Length; letter++) monomial += (Int128)exponents[letter] << (DigitBits * letter);
        return monomial;
    }

    /// <summary>The product; null where it has too many terms, too high exponents or too long coefficients.</summary>
    public LaurentPolynomial? Times(LaurentPolynomial other, CollectionAllowance allowance)
    {
        if (_reach + other._reach > HighestExponent || (long)_terms.Count * other._terms.Count > 16L * MostTerms) return null;
        if (!allowance.TrySpend(_terms.Count * other._terms.Count, Math.Max(Words, other.Words))) return null;
        var product = new Dictionary<Int128, Rational>();
        foreach (var (left, a) in _terms)
        {
            foreach (var (right, b) in other._terms) Add(product, left + right, a * b);
            if (product.Count > MostTerms) return null;
        }

        foreach (var coefficient in product.Values)
        {
            if (coefficient.Bits > Math.Min(LongestCoefficient, allowance.MostBits) || !coefficient.IsWithinDoubles) return null;
        }

        return new LaurentPolynomial(product, _reach + other._reach);
    }

    /// <summary>this^n by repeated multiplication, n at least 1.</summary>
    public LaurentPolynomial? Raised(int n, CollectionAllowance allowance)
    {
        var power = this;
        for (var i = 1; i < n && power is not null; i++) power = power.Times(this, allowance);
        return power;
    }

    /// <summary>1/this where this is a single term, otherwise null.</summary>
    public LaurentPolynomial? Reciprocal()
    {
        if (_terms.Count != 1) return null;
        var (monomial, coefficient) = _terms.First();
        return new LaurentPolynomial(new() { [-monomial] = coefficient.Reciprocal() }, _reach);
    }

    /// <summary>Every term divided by one monomial.</summary>
    public LaurentPolynomial Without(Int128 monomial) =>
        new(_terms.ToDictionary(term => term.Key - monomial, static term => term.Value), HighestExponent);

    private static void Add(Dictionary<Int128, Rational> terms, Int128 monomial, Rational coefficient)
    {
        var sum = terms.TryGetValue(monomial, out var known) ? known + coefficient : coefficient;
        if (sum.IsZero) terms.Remove(monomial);
        else terms[monomial] = sum;
    }
}
