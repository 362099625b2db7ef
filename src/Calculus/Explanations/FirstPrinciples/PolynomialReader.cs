using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>Reads lines as polynomials in the variable and the step of a frame, and writes polynomials as lines. Constant parts are atoms.</summary>
internal sealed class PolynomialReader
{
    // Beyond, a line can no longer be followed.
    private const int MostTerms = 36;
    private const int HighestPower = 24;
    private const int LongestDecimal = 15;

    private readonly Quotients _quotients;
    private readonly Frame _frame;
    private readonly List<SyntaxNode> _atoms;
    private readonly Dictionary<SyntaxNode, QuotientPolynomial?> _read = [];

    public PolynomialReader(Quotients quotients, Frame frame)
    {
        (_quotients, _frame) = (quotients, frame);
        _atoms = [frame.At, frame.By];
    }

    private SyntaxFactory Factory => _quotients.Factory;

    /// <summary>The polynomial that a line is, multiplied out; null where it is not one, or is too long to be followed.</summary>
    public QuotientPolynomial? Read(SyntaxNode root)
    {
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPeek(out var node))
        {
            _quotients.Notation.Budget.Visit();
            var waiting = open.Count;
            if (_quotients.Changes(node, _frame) && node.Kind is not SyntaxKind.Call)
            {
                foreach (var child in node.Children)
                {
                    if (!_read.ContainsKey(child)) open.Push(child);
                }
            }

            if (open.Count > waiting) continue;
            open.Pop();
            var polynomial = ReadOne(node);
            _read[node] = polynomial is { Count: > MostTerms } ? null : polynomial;
        }

        return _read[root];
    }

    /// <summary>A sum of terms as a line, in the order given.</summary>
    public SyntaxNode Write(IEnumerable<PolynomialTerm> terms)
    {
        SyntaxNode? sum = null;
        foreach (var term in terms)
        {
            var node = Write(term);
            var isNegative = term.Coefficient.Sign < 0;
            sum = sum is null ? (isNegative ? Factory.Negate(node) : node) : isNegative ? Factory.Subtract(sum, node) : Factory.Add(sum, node);
        }

        return sum ?? Factory.Number(0);
    }

    /// <summary>A polynomial as a line.</summary>
    public SyntaxNode Write(QuotientPolynomial polynomial) => Write(polynomial.Terms);

    private QuotientPolynomial? ReadOne(SyntaxNode node)
    {
        if (!_quotients.Changes(node, _frame)) return Constant(node);
        return node.Kind switch
        {
            SyntaxKind.Name => Atom(node, 1),
            SyntaxKind.Negate => _read[node.Children[0]] is { } a ? -a : null,
            SyntaxKind.Add => Both(node) is var (a, b) ? a + b : null,
            SyntaxKind.Subtract => Both(node) is var (a, b) ? a - b : null,
            SyntaxKind.Multiply => Both(node) is var (a, b) ? Product(a, b) : null,
            SyntaxKind.Divide => _quotients.Changes(node.Children[1], _frame) || _read[node.Children[0]] is not { } a || _read[node.Children[1]]?.Reciprocal() is not { } b
                ? null : Product(a, b),
            SyntaxKind.Power => Power(node),
            _ => null,
        };
    }

    private (QuotientPolynomial A, QuotientPolynomial B)? Both(SyntaxNode node) =>
        _read[node.Children[0]] is { } a && _read[node.Children[1]] is { } b ? (a, b) : null;

    private QuotientPolynomial? Product(QuotientPolynomial a, QuotientPolynomial b) =>
        (long)a.Count * b.Count > MostTerms * MostTerms ? null : a.Times(b, _quotients.Notation.Budget);

    private QuotientPolynomial? Power(SyntaxNode node)
    {
        if (_read[node.Children[0]] is not { } @base || _quotients.Changes(node.Children[1], _frame)) return null;
        if (_quotients.Notation.Bind(node.Children[1]) is not Number { Value: { IsInteger: true, Sign: > 0 } exponent } || exponent > HighestPower) return null;
        QuotientPolynomial? power = @base;
        for (var n = 1; exponent > n && power is { Count: <= MostTerms }; n++) power = Product(power, @base);
        return power;
    }

    // A product of numbers and powers of constant parts.
    private QuotientPolynomial Constant(SyntaxNode node)
    {
        var (coefficient, powers) = (Rational.One, Monomial.One);
        for (; node.Kind == SyntaxKind.Negate; node = node.Children[0]) coefficient = -coefficient;
        foreach (var (factor, isDivisor) in Chains.Product(node))
        {
            if (_quotients.Notation.Bind(factor) is Number { Value: var value })
            {
                if (value.IsZero && isDivisor) return Atom(node, 1);
                coefficient *= isDivisor ? value.Reciprocal() : value;
                continue;
            }

            var (@base, exponent) = factor.Kind == SyntaxKind.Power && factor.Children[0].Kind == SyntaxKind.Name && _quotients.Notation.Bind(factor.Children[1]) is Number { Value: { IsInteger: true } n } && n.Abs() <= HighestPower
                ? (factor.Children[0], (int)n.Numerator)
                : (factor, 1);
            powers *= Monomial.Of(PlaceOf(@base), isDivisor ? -exponent : exponent);
        }

        return QuotientPolynomial.Of(coefficient, powers);
    }

    private QuotientPolynomial Atom(SyntaxNode node, int exponent) => QuotientPolynomial.Of(Rational.One, Monomial.Of(PlaceOf(node), exponent));

    private int PlaceOf(SyntaxNode atom)
    {
        var place = _atoms.IndexOf(atom);
        if (place >= 0) return place;
        _atoms.Add(atom);
        return _atoms.Count - 1;
    }

    // Number, constants, variable, step; the sign is left to the sum.
    private SyntaxNode Write(PolynomialTerm term)
    {
        var (above, below) = (new List<SyntaxNode>(), new List<SyntaxNode>());
        var size = term.Coefficient.Abs();
        var digits = size.IsInteger ? size.ToString() : _quotients.Decimals ? size.TryDecimal(LongestDecimal) : null;
        var (top, bottom) = digits is not null ? (digits, "1") : (size.Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture), size.Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (top is not "1") above.Add(Factory.Literal(top));
        if (bottom is not "1") below.Add(Factory.Literal(bottom));
        foreach (var (place, exponent) in term.Powers.Powers.OrderBy(static power => power.Atom < 2))
        {
            var power = Math.Abs(exponent) == 1 ? _atoms[place] : Factory.Power(_atoms[place], Factory.Number(Math.Abs(exponent)));
            (exponent > 0 ? above : below).Add(power);
        }

        var numerator = above.Count == 0 ? Factory.Number(1) : above.Skip(1).Aggregate(above[0], Factory.Multiply);
        return below.Count == 0 ? numerator : Factory.Divide(numerator, below.Skip(1).Aggregate(below[0], Factory.Multiply));
    }
}
