using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Calculus.Expressions;

/// <summary>
/// The factors of a contraction under construction: products and contractions among them are joined, so that identity
/// matrices unite labels and vanish; factors with the same labels are multiplied entry by entry; parts that share no label with
/// the rest and leave none are separate numbers.
/// </summary>
/// <param name="graph">Where nodes are made.</param>
/// <param name="joins">Whether factors are taken apart, or stay as they are given.</param>
internal sealed class LabelledFactors(Graph graph, bool joins)
{
    // A longer contraction inside another stays a node of its own.
    private const int LongestJoined = 16;

    private readonly List<(Expression Of, int[] Labels)> _factors = [];
    private readonly List<Expression> _numbers = [];
    private readonly List<int> _united = [];
    private readonly List<Dimension?> _dimensions = [];
    private readonly Dictionary<char, int> _ids = [];
    private readonly List<(Expression Condition, bool Holds)> _guards = [];
    private Rational _coefficient = Rational.One;

    /// <summary>Sets the lengths of labels that may occur in no factor.</summary>
    public void Repeat(IReadOnlyDictionary<char, Dimension>? lengths, string @out)
    {
        foreach (var label in @out)
        {
            var id = IdOf(label);
            if (lengths is not null && lengths.TryGetValue(label, out var length)) Measure(id, length);
        }
    }

    /// <summary>Adds a factor with its labels.</summary>
    public void Add(Factor factor)
    {
        var ids = new int[factor.Labels.Length];
        for (var axis = 0; axis < ids.Length; axis++)
        {
            ids[axis] = IdOf(factor.Labels[axis]);
            Measure(ids[axis], factor.Of.Shape[axis]);
        }

        if (joins) Join(factor.Of, ids);
        else _factors.Add((factor.Of, ids));
    }

    /// <summary>The factors as they were given, with names for their labels in order of appearance.</summary>
    public (ImmutableArray<Factor> Factors, string Out, ImmutableArray<Dimension> Dimensions) Named(string @out)
    {
        var (names, dimensions) = (new Dictionary<int, char>(), new List<Dimension>());
        char NameOf(int id)
        {
            ref var name = ref CollectionsMarshal.GetValueRefOrAddDefault(names, Root(id), out var known);
            if (known) return name;
            dimensions.Add(DimensionOf(id));
            return name = (char)('a' + dimensions.Count - 1);
        }

        var stays = new string([.. @out.Select(label => NameOf(_ids[label]))]);
        var factors = _factors.Select(factor => new Factor(factor.Of, new string([.. factor.Labels.Select(NameOf)]))).ToImmutableArray();
        return (factors, stays, [.. dimensions]);
    }

    /// <summary>The node that it all gives.</summary>
    public Expression Build(Rational coefficient, string @out)
    {
        int[] stays = [.. @out.Select(label => Root(_ids[label]))];
        var groups = Grouped();
        CountLabelsWithoutFactor(groups, stays);
        var core = new List<(Expression Of, int[] Labels)>();
        foreach (var part in Parts(groups))
        {
            if (part.Exists(factor => factor.Labels.Any(label => stays.Contains(label)))) core.AddRange(part);
            else _numbers.Add(Canonical(part, []));
        }

        if (stays.Length > 0) _numbers.Add(Canonical(core, stays));
        var result = graph.Product(coefficient * _coefficient, CollectionsMarshal.AsSpan(_numbers));
        foreach (var (condition, holds) in _guards) result = holds ? graph.Choice(condition, result, graph.Zero) : graph.Choice(condition, graph.Zero, result);
        return result;
    }

    private void Join(Expression node, int[] ids)
    {
        // A branch that is zero takes the whole product inside, or 0·∞ would leak from the branch not taken.
        while (node is Choice { Condition.Shape.IsScalar: true, Shape.IsScalar: false } choice && (Graph.IsZero(choice.Otherwise) || Graph.IsZero(choice.Then)))
        {
            var holds = Graph.IsZero(choice.Otherwise);
            _guards.Add((choice.Condition, holds));
            node = graph.Fit(holds ? choice.Then : choice.Otherwise, choice.Shape);
        }

        switch (node)
        {
            case Number number:
                _coefficient *= number.Value;
                break;
            case { Shape.IsScalar: true }:
                _numbers.Add(node);
                break;
            case Product product:
                _coefficient *= product.Coefficient;
                foreach (var inner in product.Factors)
                {
                    if (inner.Shape.IsScalar) _numbers.Add(inner);
                    else if (inner is Contraction contraction) Substitute(contraction, ids);
                    else _factors.Add((inner, ids));
                }

                break;
            case Contraction contraction:
                Substitute(contraction, ids);
                break;
            default:
                _factors.Add((node, ids));
                break;
        }
    }

    // Its labels that stay become ours; one that stays twice unites two of ours; the others are new.
    private void Substitute(Contraction inner, int[] ids)
    {
        if (inner.Factors.Length > LongestJoined)
        {
            _factors.Add((inner, ids));
            return;
        }

        var mapped = new int[inner.Dimensions.Length];
        Array.Fill(mapped, -1);
        for (var axis = 0; axis < ids.Length; axis++)
        {
            ref var place = ref mapped[inner.Out[axis] - 'a'];
            if (place < 0) place = ids[axis];
            else Unite(place, ids[axis]);
        }

        for (var label = 0; label < mapped.Length; label++)
        {
            if (mapped[label] >= 0) continue;
            mapped[label] = New();
            Measure(mapped[label], inner.Dimensions[label]);
        }

        foreach (var factor in inner.Factors)
        {
            int[] labels = [.. factor.Labels.Select(label => mapped[label - 'a'])];
            if (factor.Of is not Product { Coefficient.IsOne: true } product)
            {
                _factors.Add((factor.Of, labels));
                continue;
            }

            foreach (var each in product.Factors)
            {
                if (each.Shape.IsScalar) _numbers.Add(each);
                else _factors.Add((each, labels));
            }
        }
    }

    private List<(Expression Of, int[] Labels)> Grouped()
    {
        var byLabels = new Dictionary<string, (int[] Labels, List<Expression> Of)>(StringComparer.Ordinal);
        foreach (var (of, given) in _factors)
        {
            graph.Budget.Visit();
            int[] labels = [.. given.Select(Root)];
            var key = string.Join(',', labels);
            if (!byLabels.TryGetValue(key, out var group)) byLabels[key] = group = (labels, []);
            group.Of.Add(of);
        }

        var groups = new List<(Expression Of, int[] Labels)>(byLabels.Count);
        foreach (var (labels, nodes) in byLabels.Values)
        {
            var node = nodes.Count == 1 ? nodes[0] : graph.Product(Rational.One, CollectionsMarshal.AsSpan(nodes));
            if (node is Product product && (!product.Coefficient.IsOne || product.Factors.Any(static each => each.Shape.IsScalar)))
            {
                _coefficient *= product.Coefficient;
                _numbers.AddRange(product.Factors.Where(static each => each.Shape.IsScalar));
                node = graph.Product(Rational.One, [.. product.Factors.Where(static each => !each.Shape.IsScalar)]);
            }

            if (!Graph.IsOnes(node)) groups.Add((node, labels));
        }

        return groups;
    }

    // Σ over a label that nothing depends on is its length.
    private void CountLabelsWithoutFactor(List<(Expression Of, int[] Labels)> groups, int[] stays)
    {
        var used = groups.SelectMany(static group => group.Labels).Concat(stays).ToHashSet();
        for (var id = 0; id < _united.Count; id++)
        {
            if (Root(id) != id || used.Contains(id)) continue;
            var length = DimensionOf(id);
            if (length.Name is { } name) _numbers.Add(graph.Symbol(name, SymbolRole.Dimension));
            else _coefficient *= length.Length;
        }
    }

    private static List<List<(Expression Of, int[] Labels)>> Parts(List<(Expression Of, int[] Labels)> groups)
    {
        var parts = new List<(HashSet<int> Labels, List<(Expression Of, int[] Labels)> Factors)>();
        foreach (var group in groups)
        {
            (HashSet<int> Labels, List<(Expression Of, int[] Labels)> Factors) joined = ([.. group.Labels], [group]);
            foreach (var part in parts.Where(part => part.Labels.Overlaps(group.Labels)).ToList())
            {
                parts.Remove(part);
                joined.Labels.UnionWith(part.Labels);
                joined.Factors.AddRange(part.Factors);
            }

            parts.Add(joined);
        }

        return parts.ConvertAll(static part => part.Factors);
    }

    private Expression Canonical(List<(Expression Of, int[] Labels)> factors, int[] stays)
    {
        if (factors is [var (of, labels)] && labels.AsSpan().SequenceEqual(stays) && labels.Distinct().Count() == labels.Length) return of;
        return CanonicalLabels.Contraction(graph, factors, stays, DimensionOf);
    }

    private int IdOf(char label)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, label, out var known);
        if (!known) id = New();
        return id;
    }

    private int New()
    {
        _united.Add(_united.Count);
        _dimensions.Add(null);
        return _united.Count - 1;
    }

    private int Root(int id)
    {
        while (_united[id] != id) id = _united[id];
        return id;
    }

    private Dimension DimensionOf(int id) => _dimensions[Root(id)] ?? throw new ArgumentException("A label has no length.");

    private void Measure(int id, Dimension length)
    {
        id = Root(id);
        if (_dimensions[id] is { } known && known != length) throw new ArgumentException($"One label stands for the lengths {known} and {length}.");
        _dimensions[id] = length;
    }

    private void Unite(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a == b) return;
        if (_dimensions[b] is { } length) Measure(a, length);
        _united[b] = a;
    }
}
