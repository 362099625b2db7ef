using System.Numerics;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>Sums: what their terms share in numerators and denominators.</summary>
internal static class FractionIdentities
{
    // Terms times denominators beyond which no common denominator makes a formula shorter.
    private const int MostBroughtTogether = 1_024;

    /// <summary>0·u = 0 wherever u is defined.</summary>
    public static Expression? DropZeroTerms(Expression node)
    {
        var graph = node.Graph;
        return node switch
        {
            Product { Coefficient.IsZero: true } => graph.Zero,
            Sum sum when SumFacts.HasZero(sum) =>
                graph.Sum(sum.Constant, [.. sum.Terms.Where(static term => !term.Coefficient.IsZero)]),
            _ => null,
        };
    }

    /// <summary>a·u + b·u = (a + b)·u. A polynomial stays as books write it, in falling powers.</summary>
    public static Expression? CommonFactor(Expression node, Measure measure)
    {
        if (node is not Sum sum || (sum.Terms.Length < 2 && sum.Constant.IsZero)) return null;
        var content = Content(sum, measure.Decimals);
        var isPolynomial = SumFacts.IsPolynomial(sum);
        if (isPolynomial && (content.IsInteger || measure.Decimals)) return null;
        return content.IsOne && !sum.Constant.IsZero ? null : CommonFactor(sum, content, isPolynomial);
    }

    private static Expression? CommonFactor(Sum sum, Rational content, bool isPolynomial)
    {
        var graph = sum.Graph;
        var lists = sum.Terms.Select(static term => FactorList.Of(term.Coefficient, term.Of)).ToList();
        var common = new List<RaisedBase>();
        if (sum.Constant.IsZero && !isPolynomial)
        {
            foreach (var power in lists[0].Powers)
            {
                if (Shared(lists, power) is { } shared) common.Add(power.With(graph, shared));
                else if (power.Number is null && !common.Exists(known => AreAlike(known, power)) && lists.TrueForAll(list => Alike(list, power) >= 0)) common.Add(power);
            }
        }

        if (common.Count == 0 && content.IsOne) return null;
        var inside = new List<Term>();
        foreach (var list in lists)
        {
            foreach (var power in common)
            {
                var place = power.Number is null ? Alike(list, power) : Place(list, power);
                list.Powers[place] = list.Powers[place].With(graph, Difference(list.Powers[place], power)!.Value);
            }

            list.Coefficient /= content;
            inside.Add(new Term(Rational.One, list.Build(graph)));
        }

        var outside = common.Select(power => power.Build(graph)).Append(graph.Sum(sum.Constant / content, [.. inside]));
        return graph.Product(content, [.. outside]);
    }

    /// <summary>a/u + b/v = (a·v + b·u)/(u·v), with the numerator multiplied out where that is shorter.</summary>
    public static Expression? CommonDenominator(Expression node, Measure measure)
    {
        if (OverOneDenominator(node) is not { } fractions) return null;
        return Combined(node, fractions.Numerators, fractions.Divisors, measure);
    }

    private static Expression Combined(Expression node, IReadOnlyList<Expression> numerators, IReadOnlyList<RaisedBase> divisors, Measure measure)
    {
        var above = Shortest(node.Graph.Sum(Rational.Zero, [.. numerators.Select(static numerator => new Term(Rational.One, numerator))]), measure);
        return Cancelled(node.Graph.Product(Rational.One, [above, .. divisors.Select(divisor => divisor.With(node.Graph, -divisor.Number!.Value).Build(node.Graph))]));
    }

    /// <summary>The same for all terms where that is shorter, else for some.</summary>
    public static Expression? CommonDenominatorOfAllOrSome(Expression node, Measure measure)
    {
        var whole = CommonDenominator(node, measure);
        return whole is null || measure.Of(whole) < measure.Of(node) ? whole : CommonDenominatorOfSome(node, measure) ?? whole;
    }

    /// <summary>The same for those terms of a sum whose denominators have the same bases: 1/(x − 1) − (x + 1)/(x − 1)² − 1/x² = −2/(x − 1)² − 1/x².</summary>
    private static Expression? CommonDenominatorOfSome(Expression node, Measure measure)
    {
        const int mostTerms = 8, mostOperations = 48;
        if (node is not Sum { Terms.Length: > 2 and <= mostTerms } sum || measure.Of(node).Operations > mostOperations) return null;
        var alike = sum.Terms.GroupBy(static term => string.Join(' ', FactorList.Of(term.Coefficient, term.Of).Powers
            .Where(static power => power is { Number.Sign: < 0, Base: Sum }).Select(static power => power.Base.Index).Distinct().Order()), StringComparer.Ordinal).ToList();
        if (alike.Count == 1) return null;
        var (graph, terms, isShorter) = (node.Graph, new List<Term>(), false);
        foreach (var group in alike)
        {
            Term[] own = [.. group];
            var part = own.Length > 1 && group.Key.Length > 0 ? graph.Sum(Rational.Zero, own) : null;
            if (part is not null && CommonDenominator(part, measure) is { } combined && measure.Of(combined) < measure.Of(part))
            {
                terms.Add(new Term(Rational.One, combined));
                isShorter = true;
            }
            else
            {
                terms.AddRange(own);
            }
        }

        return isShorter ? graph.Sum(sum.Constant, [.. terms]) : null;
    }

    /// <summary>The terms of a sum over their common denominator: the numerator of each, and the powers to divide by.</summary>
    public static (IReadOnlyList<Expression> Numerators, IReadOnlyList<RaisedBase> Divisors)? OverOneDenominator(Expression node) =>
        node is Sum sum && SumFacts.HasDenominator(sum) ? OverOneDenominator(sum) : null;

    private static (IReadOnlyList<Expression> Numerators, IReadOnlyList<RaisedBase> Divisors)? OverOneDenominator(Sum sum)
    {
        var graph = sum.Graph;
        var lists = sum.Terms.Select(static term => FactorList.Of(term.Coefficient, term.Of)).ToList();
        var denominator = new Dictionary<(Expression Base, bool IsReal), Rational>();
        foreach (var power in lists.SelectMany(static list => list.Powers))
        {
            if (power is not { Number: { Sign: < 0 } n } || power.Base is Number) continue;
            var key = (power.Base, power.IsReal);
            if (!denominator.TryGetValue(key, out var known) || n < known) denominator[key] = n;
        }

        if (denominator.Count == 0 || lists.Count * denominator.Count > MostBroughtTogether) return null;
        if (!sum.Constant.IsZero) lists.Add(FactorList.Of(sum.Constant, graph.One));
        foreach (var list in lists)
        {
            foreach (var (key, lowest) in denominator)
            {
                var place = list.Powers.FindIndex(power => power.Base == key.Base && power.IsReal == key.IsReal && power.Number is not null);
                if (place < 0) list.Powers.Add(new RaisedBase(key.Base, graph.Number(-lowest), key.IsReal));
                else list.Powers[place] = list.Powers[place].With(graph, list.Powers[place].Number!.Value - lowest);
            }
        }

        return ([.. lists.Select(list => list.Build(graph))], [.. denominator.Select(entry => new RaisedBase(entry.Key.Base, graph.Number(-entry.Value), entry.Key.IsReal))]);
    }

    /// <summary>The same inside a product, where only the whole gets shorter.</summary>
    public static Expression? FractionsInside(Expression node, Measure measure) =>
        node is Product or Call { Function: Power }
        && FactorList.Any(node, static (@base, exponent) => @base is Sum sum && exponent is (null or Number { Value.IsInteger: true }) && SumFacts.HasDenominator(sum))
            ? WithoutFractionsInside(node, measure)
            : null;

    private static Expression? WithoutFractionsInside(Expression node, Measure measure)
    {
        var graph = node.Graph;
        var list = FactorList.Of(Rational.One, node);
        var changed = false;
        for (var i = list.Powers.Count - 1; i >= 0; i--)
        {
            if (list.Powers[i] is not { Base: Sum sum, Number: { IsInteger: true } n } || CommonDenominator(sum, measure) is not { } combined) continue;
            var inner = FactorList.Of(Rational.One, combined);
            if (inner.Coefficient.TryPower(n.Numerator, graph.Budget.Limits.ExactBits) is not { } outside || inner.Powers.Exists(static power => power.Number is null)) continue;
            list.Coefficient *= outside;
            list.Powers.RemoveAt(i);
            list.Powers.AddRange(inner.Powers.Select(power => power.With(graph, power.Number!.Value * n)));
            changed = true;
        }

        return changed ? Cancelled(list.Build(graph)) : null;
    }

    /// <summary>(a + b)·c = a·c + b·c, for what then cancels.</summary>
    public static Expression? Expanded(Expression node) => node is Sum ? Expansion.Of(node) : null;

    /// <summary>(k·a)/(k·b) = a/b for numbers k that all terms of sums share.</summary>
    public static Expression? CommonNumbers(Expression node, Measure measure)
    {
        if (node is not Product product || !FactorList.Any(product, static (@base, _) => @base is Sum)) return null;
        var list = FactorList.Of(Rational.One, product);
        var isFraction = !list.Coefficient.IsInteger || list.Powers.Exists(static power => power is { Base: Sum, Number.Sign: < 0 });
        var changed = false;
        for (var i = 0; i < list.Powers.Count && isFraction; i++)
        {
            if (list.Powers[i] is not { Base: Sum sum, Number: { } n } power || !n.Abs().IsOne) continue;
            if (Primitive(sum, measure.Decimals) is not Product { Factors: [Sum inside], Coefficient: var content }) continue;
            list.Powers[i] = power with { Base = inside };
            list.Coefficient = n.Sign > 0 ? list.Coefficient * content : list.Coefficient / content;
            changed = true;
        }

        return changed ? list.Build(node.Graph) : null;
    }

    /// <summary>A sum as a number times a sum with whole coefficients that share no factor.</summary>
    /// <param name="node">The sum.</param>
    /// <param name="decimals">Whether numbers are kept as decimals.</param>
    public static Expression Primitive(Expression node, bool decimals)
    {
        if (node is not Sum sum) return node;
        var content = Content(sum, decimals);
        if (content.IsOne) return node;
        var inside = sum.Terms.Select(term => new Term(term.Coefficient / content, term.Of));
        return node.Graph.Product(content, [node.Graph.Sum(sum.Constant / content, [.. inside])]);
    }

    // The largest rational that divides every coefficient to a whole number; negative where every term is.
    private static Rational Content(Sum sum, bool decimals)
    {
        if (decimals && ContentOfDecimals(sum) is { } decimalContent) return decimalContent;
        if (SumFacts.IsWhole(sum) && SumFacts.HasUnit(sum)) return SumFacts.HasPositive(sum) ? Rational.One : -Rational.One;
        BigInteger numerator = sum.Constant.Numerator, denominator = sum.Constant.Denominator;
        var positive = sum.Constant.Sign > 0;
        foreach (var term in sum.Terms)
        {
            numerator = BigInteger.GreatestCommonDivisor(numerator, term.Coefficient.Numerator);
            denominator = denominator * term.Coefficient.Denominator / BigInteger.GreatestCommonDivisor(denominator, term.Coefficient.Denominator);
            positive |= term.Coefficient.Sign > 0;
        }

        var content = numerator.IsZero ? Rational.One : Rational.Of(numerator, denominator).Abs();
        return positive ? content : -content;
    }

    // Decimals stay at their terms, but one that all terms share stands before the sum. Null where there is none.
    private static Rational? ContentOfDecimals(Sum sum)
    {
        List<Rational> numbers = [.. sum.Terms.Select(static term => term.Coefficient)];
        if (!sum.Constant.IsZero) numbers.Add(sum.Constant);
        if (!numbers.Exists(static number => number.IsShortDecimal)) return null;
        var content = numbers.TrueForAll(number => number.Abs() == numbers[0].Abs()) ? numbers[0].Abs() : Rational.One;
        return numbers.Exists(static number => number.Sign > 0) ? content : -content;
    }

    private static Rational? Shared(List<FactorList> lists, RaisedBase power)
    {
        if (power.Number is not { } shared) return null;
        foreach (var list in lists)
        {
            var place = list.Powers.FindIndex(other => other.Base == power.Base && other.IsReal == power.IsReal && other.Number is not null);
            if (place < 0) return null;
            var n = list.Powers[place].Number!.Value;
            if (n.Sign != shared.Sign) return null;
            if (n.Abs() < shared.Abs()) shared = n;
        }

        return shared;
    }

    private static int Place(FactorList list, RaisedBase power) =>
        list.Powers.FindIndex(other => other.Base == power.Base && other.IsReal == power.IsReal && other.Number is not null);

    // A power of the same base whose exponent differs by a number: u^v beside u^(v-1).
    private static int Alike(FactorList list, RaisedBase power) =>
        list.Powers.FindIndex(other => AreAlike(other, power));

    private static bool AreAlike(RaisedBase a, RaisedBase b) => a.Base == b.Base && a.Number is null && b.Number is null && Difference(a, b) is not null;

    private static Rational? Difference(RaisedBase a, RaisedBase b) =>
        a.Number is { } m && b.Number is { } n ? m - n : ((a.Exponent! - b.Exponent!) as Number)?.Value;

    // The numerator as it is, factored, multiplied out, and with the squares of sine and cosine joined.
    private static Expression Shortest(Expression numerator, Measure measure)
    {
        var expanded = Expansion.Of(numerator) ?? numerator;
        var squares = TrigonometricIdentities.Squares(expanded) ?? expanded;
        Expression[] forms = [numerator, CommonFactor(numerator, measure) ?? numerator, expanded, squares, CommonFactor(squares, measure) ?? squares];
        return forms.MinBy(measure.Of)!;
    }

    private static Expression Cancelled(Expression node)
    {
        node = PowerIdentities.JoinPowers(node) ?? node;
        node = PolynomialIdentities.Cancel(node) ?? node;
        return PowerIdentities.JoinPowers(node) ?? node;
    }
}
