using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>
/// A long formula multiplied out and collected: a polynomial in what cannot be split further (names, calls, denominators),
/// with the common monomial in front. Derivatives of high order stay short in this form where factored forms swell:
/// the n-th derivative of exp(exp(x)) has n terms.
/// </summary>
internal sealed class Collection
{
    // A higher power of a sum is left as it is.
    private const int HighestMultiplied = 60;

    private readonly Graph _graph;
    private readonly List<Expression> _letters = [];
    private readonly Dictionary<Expression, LaurentPolynomial?> _known = [];

    private bool _hasTooManyLetters;

    private readonly bool _decimals;

    private readonly CollectionAllowance _allowance;

    private Collection(Graph graph, bool decimals) => (_graph, _decimals, _allowance) = (graph, decimals, new CollectionAllowance(graph.Budget));

    /// <summary>The collected form, or null where it becomes too long.</summary>
    /// <param name="node">The formula.</param>
    /// <param name="decimals">Whether numbers are kept as decimals.</param>
    public static Expression? Of(Expression node, bool decimals = false) => Of(node, decimals, out _);

    /// <summary>The collected form, or null where it becomes too long.</summary>
    /// <param name="node">The formula.</param>
    /// <param name="decimals">Whether numbers are kept as decimals.</param>
    /// <param name="isDear">Whether it took so much that the same is better not tried again.</param>
    internal static Expression? Of(Expression node, bool decimals, out bool isDear)
    {
        var collection = new Collection(node.Graph, decimals);
        var written = collection.Read(node) is { } polynomial ? collection.Write(polynomial) : null;
        isDear = collection._allowance.IsDear;
        return written;
    }

    private LaurentPolynomial? Read(Expression root)
    {
        if (Inner(root) is not { } nodes) return null;
        var parts = Parts(nodes);
        if (CoefficientSums.AreHuge(nodes, parts)) return null;
        foreach (var node in nodes)
        {
            _known[node] = ReadNode(node);
            if (_hasTooManyLetters || (_known[node] is null && parts.Contains(node))) return null;
        }

        return _known[root];
    }

    // The root and what it is a sum or a product of, down to the last: a sum or a product of what is too long is too long. The root comes last.
    private static HashSet<Expression> Parts(List<Expression> nodes)
    {
        var parts = new HashSet<Expression> { nodes[^1] };
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            var node = nodes[i];
            for (var place = 0; node is Sum or Product && place < node.ChildCount && parts.Contains(node); place++) parts.Add(node.Child(place));
        }

        return parts;
    }

    // The sums, products and whole powers from the root down; everything below is a letter, whatever it is made of. Null where these are too many.
    private static List<Expression>? Inner(Expression root)
    {
        var letters = 0;
        var found = new List<Expression>();
        var seen = new HashSet<Expression> { root };
        var open = new Stack<Expression>([root]);
        while (open.TryPop(out var node))
        {
            found.Add(node);
            var opens = node is Sum or Product || (node is Call { Function: Power } power && power.Arguments[1] is Number);
            // Exponentials and powers may share a letter.
            if (!opens && node is not (Number or Call { Function: Exp or Power }) && ++letters > LaurentPolynomial.MostLetters) return null;
            for (var place = 0; opens && place < node.ChildCount; place++)
            {
                if (seen.Add(node.Child(place))) open.Push(node.Child(place));
            }
        }

        found.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return found;
    }

    private LaurentPolynomial? ReadNode(Expression node)
    {
        switch (node)
        {
            case Number number:
                return LaurentPolynomial.Of(number.Value);
            case Sum sum:
                var terms = sum.Terms.Select(term => (term.Coefficient, _known[term.Of]));
                return LaurentPolynomial.Sum(terms.Prepend((Rational.One, LaurentPolynomial.Of(sum.Constant))), _allowance);
            case Product product:
                var all = LaurentPolynomial.Of(product.Coefficient);
                foreach (var factor in product.Factors)
                {
                    if (all is null || _known[factor] is not { } part) return null;
                    all = all.Times(part, _allowance);
                }

                return all;
            case Call { Function: Power } call when call.Arguments[1] is Number { Value: var n }:
                return ReadPower(call.Arguments[0], n);
            case Call { Function: Power } call when call.Arguments[1] is Sum { Constant: { IsInteger: true, IsZero: false } c } exponent:
                // u^(v+c) = u^v · u^c
                return Letter(_graph.Power(call.Arguments[0], exponent - c), Rational.One) is { } power && Letter(call.Arguments[0], c) is { } whole ? power.Times(whole, _allowance) : null;
            case Call { Function: Exp } call:
                return ReadExponential(call.Arguments[0]);
            default:
                return Letter(node, Rational.One);
        }
    }

    private LaurentPolynomial? ReadPower(Expression @base, Rational n)
    {
        var isSingle = _known[@base] is { Terms.Count: 1 };
        if (n is { IsInteger: true } && n.Abs() <= HighestMultiplied)
        {
            if (n.Sign > 0) return _known[@base]?.Raised((int)n.Numerator, _allowance);
            if (isSingle) return _known[@base]!.Reciprocal()?.Raised((int)-n.Numerator, _allowance);
        }

        return Letter(@base, n);
    }

    // exp(2a + b) = exp(a)^2 · exp(b)
    private LaurentPolynomial? ReadExponential(Expression argument)
    {
        if (argument is not Sum sum) return ReadExponent(Rational.One, argument);
        var all = LaurentPolynomial.Of(Rational.One);
        if (!sum.Constant.IsZero) all = Letter(Exp.Of(_graph.Number(sum.Constant)), Rational.One);
        foreach (var term in sum.Terms)
        {
            if (all is null || ReadExponent(term.Coefficient, term.Of) is not { } part) return null;
            all = all.Times(part, _allowance);
        }

        return all;
    }

    private LaurentPolynomial? ReadExponent(Rational coefficient, Expression of)
    {
        if (of is Product product) (coefficient, of) = (coefficient * product.Coefficient, _graph.WithoutCoefficient(product));
        return coefficient.IsInteger ? Letter(Exp.Of(of), coefficient) : Letter(Exp.Of(_graph.Scale(coefficient, of)), Rational.One);
    }

    private LaurentPolynomial? Letter(Expression node, Rational exponent)
    {
        var place = _letters.IndexOf(node);
        if (place < 0)
        {
            if (_letters.Count == LaurentPolynomial.MostLetters)
            {
                _hasTooManyLetters = true;
                return null;
            }

            place = _letters.Count;
            _letters.Add(node);
        }

        return LaurentPolynomial.Of(Rational.One, place, exponent);
    }

    private Expression? Write(LaurentPolynomial polynomial)
    {
        if (polynomial.Terms.Count == 0) return _graph.Zero;
        var outside = Common(polynomial);
        var inside = polynomial.Without(LaurentPolynomial.Monomial(outside));
        // A sum that is a letter in a denominator may be in the numerator of other terms: there it is multiplied out.
        if (MultipliedOut(inside) is not { } expanded) return null;
        var rest = Common(expanded);
        expanded = expanded.Without(LaurentPolynomial.Monomial(rest));
        for (var i = 0; i < rest.Length; i++) outside[i] += rest[i];

        var constant = Rational.Zero;
        var terms = new List<Term>(expanded.Terms.Count);
        foreach (var (monomial, coefficient) in expanded.Terms)
        {
            if (!_graph.Budget.TrySpendTrial(1)) return null;
            if (monomial == 0) constant = coefficient;
            else terms.Add(new Term(coefficient, WriteMonomial(LaurentPolynomial.Exponents(monomial))));
        }

        var sum = FractionIdentities.Primitive(_graph.Sum(constant, [.. terms]), _decimals);
        return WriteMonomial(outside) * (LeadsNegative(expanded) ? -FractionIdentities.Primitive(-sum, _decimals) : sum);
    }

    // Whether the term of the highest degree has a minus, which reads better in front of the bracket.
    private static bool LeadsNegative(LaurentPolynomial polynomial)
    {
        if (polynomial.Terms.Count < 3) return false;
        var leading = polynomial.Terms.MaxBy(static term => (LaurentPolynomial.Exponents(term.Key).Sum(), term.Key));
        return leading.Value.Sign < 0;
    }

    private LaurentPolynomial? MultipliedOut(LaurentPolynomial polynomial)
    {
        if (!_letters.Exists(static letter => letter is Sum)) return polynomial;
        return LaurentPolynomial.Sum(polynomial.Terms.Select(term => (Rational.One, MultipliedOut(term.Key, term.Value))), _allowance);
    }

    private LaurentPolynomial? MultipliedOut(Int128 monomial, Rational coefficient)
    {
        var exponents = LaurentPolynomial.Exponents(monomial);
        var sums = LaurentPolynomial.Of(coefficient);
        for (var i = 0; i < _letters.Count && sums is not null; i++)
        {
            if (_letters[i] is not Sum || exponents[i] == 0 || exponents[i] % LaurentPolynomial.Unit != 0) continue;
            var power = exponents[i] / LaurentPolynomial.Unit;
            exponents[i] = 0;
            sums = _known.GetValueOrDefault(_letters[i])?.Raised(power, _allowance) is { } raised ? sums.Times(raised, _allowance) : null;
        }

        return sums?.Without(-LaurentPolynomial.Monomial(exponents));
    }

    private static int[] Common(LaurentPolynomial polynomial)
    {
        int[]? common = null;
        foreach (var monomial in polynomial.Terms.Keys)
        {
            var exponents = LaurentPolynomial.Exponents(monomial);
            if (common is null) common = exponents;
            else
                for (var i = 0; i < common.Length; i++) common[i] = Math.Min(common[i], exponents[i]);
        }

        return common ?? new int[LaurentPolynomial.MostLetters];
    }

    private Expression WriteMonomial(int[] exponents)
    {
        var factors = new List<Expression>();
        var exponential = new List<Term>();
        for (var i = 0; i < _letters.Count; i++)
        {
            if (exponents[i] == 0) continue;
            var exponent = Rational.Of(exponents[i], LaurentPolynomial.Unit);
            if (_letters[i] is Call { Function: Exp } call) exponential.Add(new Term(exponent, call.Arguments[0]));
            else factors.Add(_graph.Power(_letters[i], exponent));
        }

        if (exponential.Count > 0) factors.Add(Exp.Of(_graph.Sum(Rational.Zero, [.. exponential])));
        return _graph.Product(Rational.One, [.. factors]);
    }
}
