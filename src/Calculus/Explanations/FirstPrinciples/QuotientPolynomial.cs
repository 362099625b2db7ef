using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>A term of a polynomial: a coefficient that is not 0, and powers of atoms.</summary>
internal readonly record struct PolynomialTerm(Rational Coefficient, Monomial Powers);

/// <summary>A polynomial in the variable and the step of a difference quotient, and in constant parts. Immutable.</summary>
internal sealed class QuotientPolynomial
{
    private readonly Dictionary<Monomial, Rational> _terms;

    private QuotientPolynomial(Dictionary<Monomial, Rational> terms) => _terms = terms;

    /// <summary>How many terms it has.</summary>
    public int Count => _terms.Count;

    /// <summary>Whether it is 0.</summary>
    public bool IsZero => _terms.Count == 0;

    /// <summary>The terms as a teacher writes them: by falling degree, within each degree by rising powers of the step, then by the constants.</summary>
    public IReadOnlyList<PolynomialTerm> Terms => [.. _terms
        .Select(static term => new PolynomialTerm(term.Value, term.Key))
        .OrderByDescending(static term => term.Powers.Degree)
        .ThenBy(static term => term.Powers.OfStep)
        .ThenBy(static term => term.Powers, Comparer<Monomial>.Create(static (a, b) => a.CompareConstants(b)))];

    /// <summary>One term.</summary>
    public static QuotientPolynomial Of(Rational coefficient, Monomial powers) =>
        new(coefficient.IsZero ? [] : new Dictionary<Monomial, Rational> { [powers] = coefficient });

    public static QuotientPolynomial operator +(QuotientPolynomial a, QuotientPolynomial b) => a.Plus(b, Rational.One);

    public static QuotientPolynomial operator -(QuotientPolynomial a, QuotientPolynomial b) => a.Plus(b, -1);

    public static QuotientPolynomial operator -(QuotientPolynomial a) => new(a._terms.ToDictionary(static term => term.Key, static term => -term.Value));

    /// <summary>The product; the budget pays for the work.</summary>
    public QuotientPolynomial Times(QuotientPolynomial other, Budget budget)
    {
        var product = new Dictionary<Monomial, Rational>();
        foreach (var (powers, coefficient) in _terms)
        {
            foreach (var (otherPowers, otherCoefficient) in other._terms)
            {
                budget.SpendNode();
                Add(product, powers * otherPowers, coefficient * otherCoefficient);
            }
        }

        return new QuotientPolynomial(product);
    }

    /// <summary>The quotient by the step, which every term must contain.</summary>
    public QuotientPolynomial OverStep()
    {
        var over = Monomial.Of(1, -1);
        return new QuotientPolynomial(_terms.ToDictionary(term => term.Key * over, static term => term.Value));
    }

    /// <summary>What is left where the step is 0.</summary>
    public QuotientPolynomial AtStepZero() =>
        new(_terms.Where(static term => term.Key.OfStep == 0).ToDictionary(static term => term.Key, static term => term.Value));

    /// <summary>1 over a polynomial of one term; null for others.</summary>
    public QuotientPolynomial? Reciprocal() => _terms.Count == 1 && _terms.First() is var (powers, coefficient) ? Of(coefficient.Reciprocal(), powers.Reciprocal()) : null;

    private QuotientPolynomial Plus(QuotientPolynomial other, Rational factor)
    {
        var sum = new Dictionary<Monomial, Rational>(_terms);
        foreach (var (powers, coefficient) in other._terms) Add(sum, powers, factor * coefficient);
        return new QuotientPolynomial(sum);
    }

    private static void Add(Dictionary<Monomial, Rational> terms, Monomial powers, Rational coefficient)
    {
        coefficient += terms.GetValueOrDefault(powers);
        if (coefficient.IsZero) terms.Remove(powers);
        else terms[powers] = coefficient;
    }
}
