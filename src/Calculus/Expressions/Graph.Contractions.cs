using System.Collections.Immutable;

namespace Calculus.Expressions;

public sealed partial class Graph
{
    /// <summary>
    /// The product of nodes whose axes carry labels: labels that are not in <paramref name="out"/> are summed over, labels that
    /// stay but occur in no factor repeat entries. Products in it are joined, identity matrices vanish, numbers move to the front.
    /// </summary>
    /// <param name="coefficient">The number in front.</param>
    /// <param name="factors">Nodes, each with a label for each axis; any letters, the same letter for axes that run in parallel.</param>
    /// <param name="out">The labels that stay, one for each axis of the result; a repeated one makes a diagonal.</param>
    /// <param name="repeated">The lengths of labels that occur in no factor.</param>
    /// <exception cref="ArgumentException">A label stands for two lengths.</exception>
    public Expression Contract(
        Rational coefficient, ReadOnlySpan<Factor> factors, string @out, IReadOnlyDictionary<char, Dimension>? repeated = null)
    {
        var labelled = new LabelledFactors(this, Rewrites);
        labelled.Repeat(repeated, @out);
        foreach (var factor in factors) labelled.Add(factor);
        if (!Rewrites)
        {
            var (plain, names, dimensions) = labelled.Named(@out);
            if (dimensions.IsEmpty) return Product(coefficient, [.. plain.Select(static factor => factor.Of)]); // without axes they are numbers
            var made = MakeContraction(plain, names, dimensions);
            return coefficient.IsOne ? made : MakeProduct(coefficient, [made]);
        }

        _rewriteDepth++;
        var result = labelled.Build(coefficient, @out);
        _rewriteDepth--;
        return result;
    }

    /// <summary>The node with its axes in another order: axis k of the result is axis <paramref name="axes"/>[k] of the node.</summary>
    public Expression Permute(Expression node, params ReadOnlySpan<int> axes)
    {
        var labels = Alphabet(node.Shape.Rank);
        var @out = new char[axes.Length];
        for (var k = 0; k < @out.Length; k++) @out[k] = labels[axes[k]];
        return Contract(Rational.One, [new Factor(node, labels)], new string(@out));
    }

    /// <summary>The sum of the products of the entries of two nodes of one shape; of numbers their product.</summary>
    public Expression Dot(Expression a, Expression b)
    {
        if (a.Shape.IsScalar && b.Shape.IsScalar) return Product(Rational.One, [a, b]);
        var labels = Alphabet(a.Shape.Rank);
        return Contract(Rational.One, [new Factor(a, labels), new Factor(b, labels)], "");
    }

    /// <summary>The gradient times the direction: Σ ∂f/∂x_k · v_k over variables of any shape.</summary>
    /// <param name="partials">∂f/∂x_k, each in the shape of its variable.</param>
    /// <param name="direction">v_k, likewise.</param>
    public Expression Dot(IReadOnlyList<Expression> partials, IReadOnlyList<Expression> direction) =>
        Sum(Rational.Zero, [.. partials.Zip(direction, (partial, along) => new Term(Rational.One, Dot(partial, along)))]);

    /// <summary>The sum of all entries.</summary>
    public Expression Total(Expression node) => Contract(Rational.One, [new Factor(node, Alphabet(node.Shape.Rank))], "");

    /// <summary>The first letters: labels for the axes of a single node.</summary>
    internal static string Alphabet(int count, int from = 0) => string.Create(count, from, static (span, first) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = (char)('a' + first + i);
    });

    // An entry-by-entry product with a contraction among its arrays is one contraction; next to numbers only it stays as it is.
    private Expression? Contracted(Rational coefficient, ReadOnlySpan<Expression> factors, Shape shape)
    {
        int arrays = 0, contractions = 0;
        foreach (var factor in factors)
        {
            if (factor.Shape.IsScalar) continue;
            arrays++;
            if (factor is Contraction) contractions++;
            if (factor is Product { Factors: var inner } && inner.Any(static each => each is Contraction && !each.Shape.IsScalar)) contractions++;
        }

        if (contractions == 0 || arrays < 2) return null;
        var labels = Alphabet(shape.Rank);
        var labelled = new Factor[factors.Length];
        for (var i = 0; i < labelled.Length; i++) labelled[i] = new Factor(factors[i], factors[i].Shape.IsScalar ? "" : labels);
        return Contract(coefficient, labelled, labels);
    }

    // Ones next to another array have no effect; alone they give the shape.
    private void Fit(List<Expression> factors, Shape shape)
    {
        var arrays = factors.Count(static factor => !factor.Shape.IsScalar && !IsOnes(factor));
        factors.RemoveAll(IsOnes);
        if (arrays == 0) factors.Add(Fill(Rational.One, shape));
    }

    /// <summary>The node of labels that are named already: those that stay first, then the others in canonical order.</summary>
    internal Contraction MakeContraction(ImmutableArray<Factor> factors, string @out, ImmutableArray<Dimension> dimensions)
    {
        var hash = Structure.Mix(Structure.Begin(Structure.ContractionTag), @out);
        foreach (var factor in factors) hash = Structure.Mix(Structure.Mix(hash, factor.Of.Hash), factor.Labels);
        foreach (var dimension in dimensions) hash = Structure.MixDimension(hash, dimension);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Contraction known && string.Equals(known.Out, @out, StringComparison.Ordinal)
                && known.Factors.AsSpan().SequenceEqual(factors.AsSpan()) && known.Dimensions.AsSpan().SequenceEqual(dimensions.AsSpan())) return known;
            hash++;
        }

        var facts = One.Facts;
        foreach (var factor in factors) facts = facts.Times(factor.Of.Facts);
        var bound = false;
        for (var label = 'a'; label < 'a' + dimensions.Length && !bound; label++) bound = !@out.Contains(label, StringComparison.Ordinal);
        if (bound) facts = facts.Plus(facts);
        if (@out.Distinct().Count() < @out.Length) facts |= Facts.MayBeZero;
        var shape = new Shape([.. @out.Select(label => dimensions[label - 'a'])]);
        return Keep(new Contraction(this, hash, facts, shape, factors, @out, dimensions));
    }
}
