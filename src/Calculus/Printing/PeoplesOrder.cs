using System.Collections.Frozen;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>
/// The order in which people write terms and factors; the graph's own order is by hash and never shown.
/// It depends on the structure alone, so that it is the same in every run. Serves one graph at a time and one thread.
/// </summary>
internal sealed partial class PeoplesOrder
{
    private static readonly FrozenDictionary<Function, int> s_places =
        Catalogue.All.Select(static (function, place) => KeyValuePair.Create(function, place)).ToFrozenDictionary();

    // Longer ones are rare, and would take much room.
    private const int LongestKept = 64;

    private readonly IReadOnlyList<string> _variables;
    private readonly Dictionary<string, int> _ranks;
    private readonly NodeTable<Traits> _traits;
    private readonly Comparison<FactorKey> _compareFactors;
    private readonly Comparison<TermKey> _compareTerms;
    private readonly Dictionary<Expression, IReadOnlyList<Term>> _terms = [];
    private readonly Dictionary<Expression, PeoplesProduct> _factors = [];

    /// <summary>Makes the order for variables in their order; other names follow alphabetically.</summary>
    public PeoplesOrder(IReadOnlyList<string> variables)
    {
        _variables = variables;
        _ranks = new Dictionary<string, int>(variables.Count, StringComparer.Ordinal);
        for (var i = 0; i < variables.Count; i++) _ranks[variables[i]] = i;
        // Delegates are made once, not for each node.
        (Func<Symbol, bool> isVariable, Func<Symbol, int> rankOf) = (IsVariable, RankOf);
        _traits = new NodeTable<Traits>((node, known) => Traits.Of(node, isVariable, rankOf, known));
        (_compareFactors, _compareTerms) = (Compare, Compare);
    }

    /// <summary>The order of a graph's nodes for variables in their order; the graph keeps it, since lines and programs are made of the same nodes.</summary>
    public static PeoplesOrder Of(Graph graph, IReadOnlyList<string> variables)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var known = graph.Kept<List<PeoplesOrder>>();
        var order = known.Find(each => ReferenceEquals(each._variables, variables) || each._variables.SequenceEqual(variables, StringComparer.Ordinal));
        if (order is null) known.Add(order = new PeoplesOrder(variables));
        return order;
    }

    /// <summary>
    /// The terms in falling degree in the variables, ties in the variables' order, terms with calls after terms without;
    /// a positive term comes first where there is one. The constant is included as its number with the coefficient one.
    /// </summary>
    public IReadOnlyList<Term> Terms(Sum sum)
    {
        if (sum.Terms.Length > LongestKept) return Ordered(sum);
        if (!_terms.TryGetValue(sum, out var terms)) _terms[sum] = terms = Ordered(sum);
        return terms;
    }

    private List<Term> Ordered(Sum sum)
    {
        var keys = new List<TermKey>(sum.Terms.Length + 1);
        var (anyCall, anyPositiveDegree) = (false, false);
        foreach (var term in sum.Terms)
        {
            var traits = _traits[term.Of];
            anyCall |= traits.HasCall;
            anyPositiveDegree |= traits.Degree > 0;
            keys.Add(new TermKey(term, traits.HasCall ? 1 : 0, traits, Exponents(term.Of), LeadingPlace(term.Of)));
        }

        if (!sum.Constant.IsZero)
        {
            // x^2 + sin(x) + 1, x*exp(x) + 1 and tan(x)^4 + tan(x)^2 + 1, but 1 + exp(x) and x^2 + 2 + 1/x^2.
            var isLast = anyCall && (anyPositiveDegree || sum.Constant.Sign < 0 || sum.Terms.Length > 2);
            var number = new Term(Rational.One, sum.Graph.Number(sum.Constant));
            keys.Add(new TermKey(number, isLast ? 2 : 0, new Traits(false, false, 0, double.NegativeInfinity, 0, default, 0), [], int.MaxValue));
        }

        keys.Sort(_compareTerms);
        var terms = keys.ConvertAll(static key => key.Term);
        var lead = terms.FindIndex(static term => !IsNegative(term));
        if (lead <= 0) return terms;
        var positive = terms[lead];
        terms.RemoveAt(lead);
        terms.Insert(0, positive);
        return terms;
    }

    /// <summary>
    /// The factors: constants and data, powers of variables by falling exponent, calls with short ones first, sums with
    /// high powers first; powers with a negative exponent below the line.
    /// </summary>
    public PeoplesProduct Factors(Product product)
    {
        if (product.Factors.Length > LongestKept) return Factors(product.Coefficient, product.Factors);
        if (!_factors.TryGetValue(product, out var factors)) _factors[product] = factors = Factors(product.Coefficient, product.Factors);
        return factors;
    }

    /// <summary>The same for a coefficient and factors that do not form a node.</summary>
    internal PeoplesProduct Factors(Rational coefficient, IReadOnlyList<Expression> factors)
    {
        var countBelow = 0;
        for (var i = 0; i < factors.Count; i++)
        {
            if (NumericExponent(factors[i], out _).Sign < 0) countBelow++;
        }

        return new PeoplesProduct(coefficient, Side(factors, factors.Count - countBelow, isBelow: false), Side(factors, countBelow, isBelow: true));
    }

    // The factors above the line or below it, which are so many.
    private PeoplesFactor[] Side(IReadOnlyList<Expression> factors, int count, bool isBelow)
    {
        if (count == 0) return [];
        var (side, next) = (new PeoplesFactor[count], 0);
        for (var i = 0; i < factors.Count; i++)
        {
            var exponent = NumericExponent(factors[i], out var @base);
            if (exponent.Sign < 0 == isBelow) side[next++] = new PeoplesFactor(factors[i], @base, exponent.Abs());
        }

        if (count == 1) return side;
        var keys = Array.ConvertAll(side, KeyOf);
        Array.Sort(keys, _compareFactors);
        for (var i = 0; i < count; i++) side[i] = keys[i].Factor;
        return side;
    }

    /// <summary>About how many characters a node takes when it is written out.</summary>
    internal long Length(Expression node) => _traits[node].Length;

    /// <summary>Whether a variable occurs in a node.</summary>
    internal bool HasVariable(Expression node) => _traits[node].HasVariable;

    /// <summary>Whether both are variables, and the first comes before the second.</summary>
    internal bool Precedes(Expression first, Expression second) =>
        first is Symbol && second is Symbol && Exponents(first) is [var a] && Exponents(second) is [var b] && CompareVariables(a, b) < 0;

    /// <summary>The arguments of a function that does not depend on their order, ordered like the terms of a sum.</summary>
    internal IReadOnlyList<Expression> Arguments(Call call)
    {
        var keys = new List<TermKey>(call.Arguments.Length);
        foreach (var argument in call.Arguments)
        {
            var traits = _traits[argument];
            var group = argument is Number ? 2 : traits.HasCall ? 1 : 0;
            keys.Add(new TermKey(new Term(Rational.One, argument), group, traits, Exponents(argument), LeadingPlace(argument)));
        }

        keys.Sort(_compareTerms);
        return keys.ConvertAll(static key => key.Term.Of);
    }

    /// <summary>The exponent where it is a number, otherwise one; and what is raised.</summary>
    internal static Rational NumericExponent(Expression factor, out Expression @base)
    {
        switch (factor)
        {
            case Call { Function: Power } power when power.Arguments[1] is Number number:
                @base = power.Arguments[0];
                return number.Value;
            case Call { Function: RealPower } power:
                @base = power.Arguments[0];
                return RealPower.ExponentOf(power.Arguments.AsSpan());
            default:
                @base = factor;
                return Rational.One;
        }
    }

    private static bool IsNegative(Term term) =>
        term.Of is Number number ? number.Value.Sign * term.Coefficient.Sign < 0 : term.Coefficient.Sign < 0;
}
