using System.Collections.Frozen;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>
/// The order in which people write terms and factors; the graph's own order is by hash and never shown.
/// It depends on the structure alone, so that it is the same in every run. Serves one graph at a time and one thread.
/// </summary>
public sealed class PeoplesOrder
{
    private static readonly FrozenDictionary<Function, int> s_places =
        Catalogue.All.Select(static (function, place) => KeyValuePair.Create(function, place)).ToFrozenDictionary();

    // Longer ones are rare, and would take much room.
    private const int LongestKept = 64;

    private readonly IReadOnlyList<string> _variables;
    private readonly Dictionary<string, int> _ranks;
    private readonly NodeTable<Traits> _traits;
    private readonly Dictionary<Expression, IReadOnlyList<Term>> _terms = [];
    private readonly Dictionary<Expression, PeoplesProduct> _factors = [];

    /// <summary>Makes the order for variables in their order; other names follow alphabetically.</summary>
    public PeoplesOrder(IReadOnlyList<string> variables)
    {
        _variables = variables;
        _ranks = new Dictionary<string, int>(variables.Count, StringComparer.Ordinal);
        for (var i = 0; i < variables.Count; i++) _ranks[variables[i]] = i;
        _traits = new NodeTable<Traits>((node, known) => Traits.Of(node, IsVariable, RankOf, known));
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

        keys.Sort(Compare);
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
        List<FactorKey> above = [], below = [];
        foreach (var factor in factors)
        {
            var exponent = NumericExponent(factor, out var @base);
            var isBelow = exponent.Sign < 0;
            var key = KeyOf(new PeoplesFactor(factor, @base, exponent.Abs()));
            (isBelow ? below : above).Add(key);
        }

        above.Sort(Compare);
        below.Sort(Compare);
        return new PeoplesProduct(
            coefficient, above.ConvertAll(static key => key.Factor), below.ConvertAll(static key => key.Factor));
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

        keys.Sort(Compare);
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

    private FactorKey KeyOf(PeoplesFactor factor)
    {
        var traits = _traits[factor.Base];
        var group = factor.Base switch
        {
            Symbol => traits.HasVariable ? FactorGroup.Variable : FactorGroup.Name,
            _ when !traits.HasVariable => FactorGroup.Constant,
            Sum when factor.Exponent != Rational.Of(1, 2) => FactorGroup.Sum,
            Call { Function: Power } power when power.Arguments[0] is Sum => FactorGroup.Sum,
            _ => FactorGroup.Call,
        };
        return new FactorKey(factor, group, _traits[factor.Node]);
    }

    private int Compare(FactorKey a, FactorKey b)
    {
        var order = b.Factor.Node.Shape.IsScalar.CompareTo(a.Factor.Node.Shape.IsScalar); // numbers before arrays
        if (order == 0) order = a.Group.CompareTo(b.Group);
        if (order != 0) return order;
        if (a.Factor.Base is Symbol left && b.Factor.Base is Symbol right)
        {
            order = IsUnknown(left).CompareTo(IsUnknown(right));
            if (order == 0) order = b.Factor.Exponent.CompareTo(a.Factor.Exponent);
            if (order == 0) order = RankOf(left).CompareTo(RankOf(right));
            if (order == 0) order = EntryName.Compare(left.Name, right.Name);
        }
        else if (a.Group == FactorGroup.Sum)
        {
            order = b.Factor.Exponent.CompareTo(a.Factor.Exponent);
        }

        if (order == 0) order = a.Traits.Length.CompareTo(b.Traits.Length);
        if (order == 0) order = PlaceOf(a.Factor.Base).CompareTo(PlaceOf(b.Factor.Base));
        if (order == 0) order = a.Traits.CompareTied(b.Traits);
        return order != 0 ? order : a.Factor.Node.Hash.CompareTo(b.Factor.Node.Hash);
    }

    // Mathematical constants come before data: pi*a.
    private static bool IsUnknown(Symbol symbol) => symbol.Role != SymbolRole.Constant;

    private static bool IsMatrixProduct(Expression term) =>
        term is Call { Function: Notation { Level: Level.Product } } || (term is Product product && product.Factors.Any(static factor => factor is Call { Function: Notation { Level: Level.Product } }));

    private static int Compare(TermKey a, TermKey b)
    {
        var order = a.Group.CompareTo(b.Group);
        if (order == 0) order = b.Traits.Degree.CompareTo(a.Traits.Degree);
        if (order == 0) order = b.Traits.CallDegree.CompareTo(a.Traits.CallDegree);
        if (order == 0) order = IsMatrixProduct(b.Term.Of).CompareTo(IsMatrixProduct(a.Term.Of)); // X @ w + b
        if (order == 0) order = CompareExponents(a.Exponents, b.Exponents);
        if (order == 0) order = (a.Term.Of is Number).CompareTo(b.Term.Of is Number);
        if (order == 0) order = a.Traits.Length.CompareTo(b.Traits.Length);
        if (order == 0) order = a.Place.CompareTo(b.Place);
        if (order == 0) order = a.Traits.CompareTied(b.Traits);
        return order != 0 ? order : a.Term.Of.Hash.CompareTo(b.Term.Of.Hash);
    }

    // Lexicographic: the higher exponent of the earliest variable in which two terms differ comes first; absent is zero.
    private static int CompareExponents(List<Exponent> a, List<Exponent> b)
    {
        for (var i = 0; i < Math.Max(a.Count, b.Count); i++)
        {
            var order = i >= a.Count ? 1 : i >= b.Count ? -1 : CompareVariables(a[i], b[i]);
            if (order < 0) return -a[i].Value.Sign;
            if (order > 0) return b[i].Value.Sign;
            order = b[i].Value.CompareTo(a[i].Value);
            if (order != 0) return order;
        }

        return 0;
    }

    private static int CompareVariables(Exponent a, Exponent b)
    {
        var order = a.Rank.CompareTo(b.Rank);
        return order != 0 ? order : EntryName.Compare(a.Name, b.Name);
    }

    private List<Exponent> Exponents(Expression term)
    {
        var exponents = new List<Exponent>();
        if (term is Product product)
        {
            foreach (var factor in product.Factors) AddExponent(factor, exponents);
        }
        else
        {
            AddExponent(term, exponents);
        }

        exponents.Sort(CompareVariables);
        for (var i = exponents.Count - 1; i > 0; i--)
        {
            if (CompareVariables(exponents[i], exponents[i - 1]) != 0) continue;
            exponents[i - 1] = exponents[i - 1] with { Value = exponents[i - 1].Value + exponents[i].Value };
            exponents.RemoveAt(i);
        }

        exponents.RemoveAll(static exponent => exponent.Value.IsZero);
        return exponents;
    }

    private void AddExponent(Expression factor, List<Exponent> exponents)
    {
        var exponent = NumericExponent(factor, out var @base);
        if (@base is Symbol symbol && IsVariable(symbol)) exponents.Add(new Exponent(RankOf(symbol), symbol.Name, exponent));
    }

    // Ties between functions are broken by the order of the catalogue: sin(x)^2 + cos(x)^2.
    private static int LeadingPlace(Expression term)
    {
        if (term is not Product product) return PlaceOf(term);
        var place = int.MaxValue;
        foreach (var factor in product.Factors) place = Math.Min(place, PlaceOf(factor));
        return place;
    }

    private static int PlaceOf(Expression factor)
    {
        NumericExponent(factor, out var @base);
        return @base is Call call && s_places.TryGetValue(call.Function, out var place) ? place : int.MaxValue;
    }

    private bool IsVariable(Symbol symbol) => symbol.Role == SymbolRole.Variable || _ranks.ContainsKey(EntryName.ArrayOf(symbol.Name));

    private int RankOf(Symbol symbol) => _ranks.GetValueOrDefault(EntryName.ArrayOf(symbol.Name), int.MaxValue);

    private enum FactorGroup
    {
        Name,
        Constant,
        Variable,
        Call,
        Sum,
    }

    private readonly record struct FactorKey(PeoplesFactor Factor, FactorGroup Group, Traits Traits);

    private readonly record struct TermKey(Term Term, int Group, Traits Traits, List<Exponent> Exponents, int Place);

    private readonly record struct Exponent(int Rank, string Name, Rational Value);
}
