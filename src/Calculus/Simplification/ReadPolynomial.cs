using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>A sum read as a polynomial of low degree in at most two letters, which may be any nodes: exp(x) is as good as x. Immutable.</summary>
internal sealed class ReadPolynomial
{
    /// <summary>How many letters it may have.</summary>
    public const int MostLetters = 2;

    private const int HighestDegree = 12;

    // Any number; where a leading coefficient has it as a zero, the quick test says nothing.
    private const long ForTheOtherLetter = 1_000_003;

    private readonly List<Expression> _letters;
    private readonly List<(int First, int Second, Rational Coefficient)> _terms;

    private ReadPolynomial(List<Expression> letters, List<(int First, int Second, Rational Coefficient)> terms) => (_letters, _terms) = (letters, terms);

    /// <summary>The letters.</summary>
    public IReadOnlyList<Expression> Letters => _letters;

    /// <summary>The sum as a polynomial; null where it is none, or has too many letters.</summary>
    public static ReadPolynomial? Of(Expression node)
    {
        var letters = new List<Expression>(MostLetters);
        var terms = new List<(int, int, Rational)>();
        if (node is not Sum sum) return Add(new Term(Rational.One, node), letters, terms) ? new(letters, terms) : null;
        foreach (var term in sum.Terms)
        {
            if (!Add(term, letters, terms)) return null;
        }

        if (!sum.Constant.IsZero) terms.Add((0, 0, sum.Constant));
        return new(letters, terms);
    }

    /// <summary>
    /// Whether it certainly has no divisor in common with another but numbers, which is quickly seen without fractions: a common
    /// divisor stays one modulo a prime and with a number for the second letter, as long as no leading coefficient vanishes.
    /// </summary>
    /// <param name="other">The other.</param>
    /// <param name="letters">The letters of both.</param>
    public bool IsCoprimeTo(ReadPolynomial other, Expression[] letters)
    {
        Span<long> mine = stackalloc long[HighestDegree + 1], its = stackalloc long[HighestDegree + 1];
        foreach (var letter in letters)
        {
            if (!Residues(letter, mine, out var degree) || !other.Residues(letter, its, out var otherDegree)) return false;
            if (!Modular.AreCoprime(mine[..(degree + 1)], its[..(otherDegree + 1)])) return false;
        }

        return true;
    }

    /// <summary>The polynomial in one or two letters, in their order.</summary>
    public Polynomial2 Over(Expression[] letters)
    {
        // Which of the two letters is the first one here.
        var isTurned = _letters.Count > 0 && _letters[0] != letters[0];
        var (rows, columns) = (0, 0);
        foreach (var (first, second, _) in _terms) (rows, columns) = (Math.Max(rows, isTurned ? second : first), Math.Max(columns, isTurned ? first : second));
        var polynomials = new Polynomial[rows + 1];
        for (var i = 0; i <= rows; i++)
        {
            var row = new Rational[columns + 1];
            foreach (var (first, second, coefficient) in _terms)
            {
                if ((isTurned ? second : first) == i) row[isTurned ? first : second] += coefficient;
            }

            polynomials[i] = Polynomial.Of(row);
        }

        return Polynomial2.Of(polynomials);
    }

    private static bool Add(Term term, List<Expression> letters, List<(int, int, Rational)> terms)
    {
        var (first, second) = (0, 0);
        foreach (var power in FactorList.Of(Rational.One, term.Of).Powers)
        {
            if (power is not { Number: { IsInteger: true, Sign: > 0 } n } || n > HighestDegree || power.Base is Sum) return false;
            var place = letters.IndexOf(power.Base);
            if (place < 0)
            {
                if (letters.Count == MostLetters) return false;
                place = letters.Count;
                letters.Add(power.Base);
            }

            if (place == 0) first = (int)n.Numerator;
            else second = (int)n.Numerator;
        }

        terms.Add((first, second, term.Coefficient));
        return true;
    }

    // The coefficients by one letter, modulo the prime, with a number for the other; false where the leading one vanishes or a denominator does.
    private bool Residues(Expression letter, Span<long> residues, out int degree)
    {
        residues.Clear();
        degree = 0;
        var place = _letters.IndexOf(letter);
        foreach (var (first, second, coefficient) in _terms)
        {
            // Of a letter that does not occur the power is zero; then there is no second letter.
            var (power, other) = place == 0 ? (first, second) : place == 1 ? (second, first) : (0, first);
            degree = Math.Max(degree, power);
            if (Modular.TryResidue(coefficient) is not { } residue) return false;
            residues[power] = Modular.Sum(residues[power], Modular.Product(residue, Modular.Power(ForTheOtherLetter, other)));
        }

        return residues[degree] != 0;
    }
}
