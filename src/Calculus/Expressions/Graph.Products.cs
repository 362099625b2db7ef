using System.Collections.Immutable;
using Calculus.Functions;

namespace Calculus.Expressions;

public sealed partial class Graph
{
    // Longer products are split, so that the product rule on n factors costs n log n and not n².
    private const int LongestProduct = 16;

    /// <summary>The product of two nodes.</summary>
    public Expression Multiply(Expression a, Expression b) => Product(Rational.One, [a, b]);

    /// <summary>A number times a node.</summary>
    public Expression Scale(Rational coefficient, Expression node) =>
        coefficient.IsOne ? node : Product(coefficient, [node]);

    /// <summary>
    /// A coefficient times factors: products in it are joined, powers of one base collected where that holds for every
    /// input, the rest sorted. The coefficient 0 makes the product 0 only if every factor is defined everywhere.
    /// </summary>
    public Expression Product(Rational coefficient, ReadOnlySpan<Expression> factors)
    {
        if (!Rewrites)
        {
            if (factors.Length == 1 && coefficient.IsOne) return factors[0];
            if (!ShapeOf(factors).IsScalar) return MakeProduct(coefficient, Split([.. factors]));
            var total = coefficient;
            foreach (var factor in factors)
            {
                if (factor is not Expressions.Number number) return MakeProduct(coefficient, Split([.. factors]));
                total *= number.Value;
            }

            return Number(total);
        }

        _rewriteDepth++;
        var product = Canonical(coefficient, factors);
        _rewriteDepth--;
        return product;
    }

    private Expression Canonical(Rational coefficient, ReadOnlySpan<Expression> factors)
    {
        var shape = ShapeOf(factors);
        if (!shape.IsScalar && Contracted(coefficient, factors, shape) is { } contracted) return contracted;
        var flat = new List<Expression>(factors.Length + 4);
        foreach (var factor in factors) Flatten(factor, flat, ref coefficient);
        CollectPowers(flat, ref coefficient);
        if (!shape.IsScalar) Fit(flat, shape);
        if (coefficient.IsZero && flat.TrueForAll(static factor => factor.Facts.IsTotal())) return Fill(Rational.Zero, shape);
        if (flat.Count == 0) return Number(coefficient);
        if (IntoBranch(coefficient, flat) is { } choice) return choice;
        if (flat.Count == 1 && coefficient.IsOne) return flat[0];
        flat.Sort(static (a, b) => a.Hash.CompareTo(b.Hash));
        return MakeProduct(coefficient, Split(flat));
    }

    /// <summary>The product with 1 for its coefficient.</summary>
    public Expression WithoutCoefficient(Product product) =>
        product.Factors.Length == 1
            ? product.Factors[0]
            : MakeProduct(Rational.One, product.Factors);

    private static void Flatten(Expression factor, List<Expression> flat, ref Rational coefficient)
    {
        switch (factor)
        {
            case Number number:
                coefficient *= number.Value;
                break;
            case Product product:
                coefficient *= product.Coefficient;
                foreach (var inner in product.Factors) flat.Add(inner);
                break;
            default:
                flat.Add(factor);
                break;
        }
    }

    /// <summary>Joins powers of one base until none join; every join leaves fewer factors.</summary>
    private void CollectPowers(List<Expression> flat, ref Rational coefficient)
    {
        foreach (var _ in flat) Budget.Visit();
        var again = flat.Count > 1 && HasBaseTwice(flat);
        while (again)
        {
            again = false;
            var groups = new Dictionary<Expression, List<Expression>>();
            var order = new List<List<Expression>>();
            var changed = new List<Expression>();
            foreach (var factor in flat)
            {
                Budget.Visit();
                var @base = Functions.Power.Parts(factor).Base;
                if (!groups.TryGetValue(@base, out var group)) order.Add(groups[@base] = group = []);
                if (!TryJoinInto(group, factor, @base, changed)) group.Add(factor);
            }

            flat.Clear();
            foreach (var group in order) flat.AddRange(group);
            foreach (var factor in changed) Flatten(factor, flat, ref coefficient);
            again = changed.Count > 0;
        }

        if (NamesStableForms) Sigmoid.JoinWithExponentials(this, flat);
    }

    // Whether some factors may join; most products have none, and need no groups.
    private static bool HasBaseTwice(List<Expression> factors)
    {
        const int few = 6, most = 64, slots = 256;
        if (factors.Count > most) return true;
        if (factors.Count <= few)
        {
            for (var i = 1; i < factors.Count; i++)
            {
                var one = BaseOf(factors[i]);
                for (var k = 0; k < i; k++)
                {
                    if (BaseOf(factors[k]) == one) return true;
                }
            }

            return false;
        }

        Span<int> seen = stackalloc int[slots];
        foreach (var factor in factors)
        {
            var own = BaseOf(factor).Index + 1;
            var slot = own * 0x61C88647 & (slots - 1);
            while (seen[slot] != 0)
            {
                if (seen[slot] == own) return true;
                slot = (slot + 1) & (slots - 1);
            }

            seen[slot] = own;
        }

        return false;
    }

    private static Expression BaseOf(Expression factor) => factor is Call { Function: Functions.Power or Functions.RealPower } power ? power.Arguments[0] : factor;

    // A few members suffice: one for each sign and kind of exponent; exponents with letters rarely join.
    private bool TryJoinInto(List<Expression> group, Expression factor, Expression @base, List<Expression> changed)
    {
        const int tried = 4;
        for (var i = 0; i < Math.Min(group.Count, tried); i++)
        {
            if (Functions.Power.TryJoin(this, group[i], factor) is not { } joined) continue;
            if (Functions.Power.Parts(joined).Base == @base && joined is not (Expressions.Number or Expressions.Product))
            {
                group[i] = joined;
            }
            else
            {
                group.RemoveAt(i);
                changed.Add(joined);
            }

            return true;
        }

        return false;
    }

    // A branch that is zero absorbs every co-factor; otherwise 0·∞ would leak from the branch not taken.
    private Expression? IntoBranch(Rational coefficient, List<Expression> factors)
    {
        for (var i = 0; i < factors.Count; i++)
        {
            if (factors[i] is not Choice choice) continue;
            var zeroThen = IsZero(choice.Then);
            if (!zeroThen && !IsZero(choice.Otherwise)) continue;
            if (factors.Count == 1 && coefficient.IsOne) return null;
            factors[i] = zeroThen ? choice.Otherwise : choice.Then;
            var inside = Product(coefficient, [.. factors]);
            return zeroThen ? Choice(choice.Condition, Zero, inside) : Choice(choice.Condition, inside, Zero);
        }

        return null;
    }

    private ImmutableArray<Expression> Split(List<Expression> factors)
    {
        while (factors.Count > LongestProduct)
        {
            var parts = new List<Expression>((factors.Count / LongestProduct) + 1);
            for (var start = 0; start < factors.Count; start += LongestProduct)
            {
                var part = factors.GetRange(start, Math.Min(LongestProduct, factors.Count - start));
                parts.Add(part.Count == 1 ? part[0] : MakeProduct(Rational.One, [.. part]));
            }

            factors = parts;
        }

        return [.. factors];
    }

    private Product MakeProduct(Rational coefficient, ImmutableArray<Expression> factors)
    {
        var hash = Structure.MixNumber(Structure.Begin(Structure.ProductTag), coefficient);
        foreach (var factor in factors) hash = Structure.Mix(hash, factor.Hash);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Product product && product.Coefficient == coefficient && SameFactors(product, factors)) return product;
            hash++;
        }

        var (facts, shape) = (Number(coefficient).Facts, Shape.Scalar);
        foreach (var factor in factors)
        {
            facts = facts.Times(factor.Facts);
            shape = Joined(shape, factor.Shape);
        }

        return Keep(new Product(this, hash, facts, shape, coefficient, factors));
    }

    private static bool SameFactors(Product product, ImmutableArray<Expression> factors) =>
        product.Factors.AsSpan().SequenceEqual(factors.AsSpan());
}
