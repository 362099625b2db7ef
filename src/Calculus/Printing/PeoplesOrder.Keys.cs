using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>What decides which of two terms or factors comes first.</summary>
internal sealed partial class PeoplesOrder
{
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
        return new FactorKey(factor, group, _traits[factor.Node], factor.Base is Symbol symbol ? RankOf(symbol) : int.MaxValue, PlaceOf(factor.Base));
    }

    private static int Compare(FactorKey a, FactorKey b)
    {
        var order = b.Factor.Node.Shape.IsScalar.CompareTo(a.Factor.Node.Shape.IsScalar); // numbers before arrays
        if (order == 0) order = ((int)a.Group).CompareTo((int)b.Group); // as numbers: enumerations would be boxed
        if (order != 0) return order;
        if (a.Factor.Base is Symbol left && b.Factor.Base is Symbol right)
        {
            order = IsUnknown(left).CompareTo(IsUnknown(right));
            if (order == 0) order = b.Factor.Exponent.CompareTo(a.Factor.Exponent);
            if (order == 0) order = a.Rank.CompareTo(b.Rank);
            if (order == 0) order = EntryName.Compare(left.Name, right.Name);
        }
        else if (a.Group == FactorGroup.Sum)
        {
            order = b.Factor.Exponent.CompareTo(a.Factor.Exponent);
        }

        if (order == 0) order = a.Traits.Length.CompareTo(b.Traits.Length);
        if (order == 0) order = a.Place.CompareTo(b.Place);
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

    private readonly record struct FactorKey(PeoplesFactor Factor, FactorGroup Group, Traits Traits, int Rank, int Place);

    private readonly record struct TermKey(Term Term, int Group, Traits Traits, List<Exponent> Exponents, int Place);

    private readonly record struct Exponent(int Rank, string Name, Rational Value);
}
