using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>
/// What a contraction becomes: labels that only one factor has are summed, factors with the same labels are multiplied, and
/// the rest is multiplied two by two in the best order; what the program has computed already is not computed again.
/// </summary>
/// <param name="steps">Where steps are added.</param>
internal sealed class ContractionLowering(StepList steps)
{
    private readonly KnownProducts _known = new(steps.Budget);

    private LabelLengths _lengths = new([]);
    private string _out = "";
    private int _source;

    /// <summary>Adds the steps of a contraction and gives the array that has its value.</summary>
    /// <param name="node">The contraction.</param>
    /// <param name="factors">Its factors.</param>
    /// <param name="lengths">How long its labels are.</param>
    public int Lower(Contraction node, IReadOnlyList<LabelledArray> factors, int[] lengths)
    {
        (_lengths, _out, _source) = (new LabelLengths(lengths), node.Out, node.Index);
        if (factors.Count == 0) return Arranged(null);
        var kept = _out.Where(label => factors.Any(factor => factor.Has(label))).ToHashSet();
        if (_known.TryFind(factors, kept) is { } known) return Arranged(known);
        var product = Multiplied(factors);
        _known.Add(factors, product);
        return Arranged(product);
    }

    private LabelledArray Multiplied(IReadOnlyList<LabelledArray> given)
    {
        var factors = given.ToList();
        for (var i = 0; i < factors.Count; i++) factors[i] = WithoutLonely(factors, i);
        JoinSameLabels(factors);
        while (factors.Count > PairOrder.Exhaustive || factors.SelectMany(static factor => factor.Axes).Distinct().Count() > 64)
        {
            var (first, second) = PairOrder.Next(factors, _out, _lengths, steps.Budget);
            Join(factors, first, second);
        }

        if (factors.Count == 1) return factors[0];
        var all = (1 << factors.Count) - 1;
        IEnumerable<LabelledArray> Members(int subset) => factors.Where((_, place) => (subset >> place & 1) != 0);
        LabelledArray? Known(int subset)
        {
            var others = Members(all & ~subset).ToList();
            return _known.TryFind([.. Members(subset).SelectMany(static factor => factor.Parts)], Members(subset).SelectMany(static factor => factor.Axes).Where(label => IsNeeded(label, others)));
        }

        var products = new LabelledArray?[all + 1];
        var known = new LabelledArray?[all + 1];
        bool IsKnown(int subset) => (known[subset] = Known(subset)) is not null;
        foreach (var (subset, left) in PairOrder.Best(factors, _out, _lengths, IsKnown, steps.Budget))
        {
            if (known[subset] is { } computed) products[subset] = computed;
            else if (left == 0) products[subset] = factors[System.Numerics.BitOperations.TrailingZeroCount(subset)];
            else products[subset] = Product(products[left]!, products[subset & ~left]!, Members(all & ~subset).ToList());
        }

        return products[all]!;
    }

    private bool IsNeeded(char label, IReadOnlyList<LabelledArray> others) =>
        _out.Contains(label, StringComparison.Ordinal) || others.Any(other => other.Has(label));

    private void JoinSameLabels(List<LabelledArray> factors)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < factors.Count; i++)
        {
            steps.Budget.Visit();
            var key = string.Concat(factors[i].Axes.Distinct().Order());
            if (places.TryAdd(key, i)) continue;
            Join(factors, places[key], i);
            // Labels may have been summed: start again.
            places.Clear();
            i = -1;
        }
    }

    private void Join(List<LabelledArray> factors, int first, int second)
    {
        var (a, b) = (factors[first], factors[second]);
        factors.RemoveAt(second);
        factors.RemoveAt(first);
        factors.Insert(first, Product(a, b, factors));
    }

    // Σ over a label that only one factor has.
    private LabelledArray WithoutLonely(List<LabelledArray> factors, int place)
    {
        var factor = factors[place];
        var others = factors.Where((_, other) => other != place).ToList();
        var kept = factor.Axes.Distinct().Where(label => IsNeeded(label, others)).ToList();
        if (kept.Count == factor.Axes.Distinct().Count()) return factor;
        if (_known.TryFind([factor], kept) is { } known) return new LabelledArray(known.Value, known.Axes);
        var axes = OrderOf(kept, others.Count == 0);
        var write = steps.Hold(_lengths.Count(axes));
        steps.Add(new CarryStep(_source, [(factor.Value, 0, 0, _lengths.Carried(factor.Axes, axes))], write, clears: true, adds: true));
        var sum = new LabelledArray(write, axes);
        _known.Add([factor], sum);
        return sum;
    }

    // The last product is written in the axes of the result.
    private string OrderOf(List<char> kept, bool isLast) =>
        isLast && kept.Count == _out.Length && _out.All(kept.Contains) ? _out : new string([.. kept]);

    private LabelledArray Product(LabelledArray a, LabelledArray b, List<LabelledArray> others)
    {
        List<LabelledArray> parts = [.. a.Parts, .. b.Parts];
        var labels = a.Axes.Union(b.Axes).ToList();
        var kept = labels.Where(label => IsNeeded(label, others)).ToList();
        if (_known.TryFind(parts, kept) is { } known) return known;
        List<char> both = [.. kept.Where(label => a.Has(label) && b.Has(label))], left = [.. kept.Where(label => !b.Has(label))], right = [.. kept.Where(label => !a.Has(label))];
        var natural = both.Concat(left).Concat(right).ToList();
        var axes = OrderOf(natural, others.Count == 0);
        var shape = PairShape.TryOf(labels.Select(Axis));
        if (shape is null)
        {
            var bound = labels.Except(kept).ToList();
            axes = new string([.. natural]);
            (a, b) = (Packed(a, [.. both, .. left, .. bound.Where(a.Has)]), Packed(b, [.. both, .. right, .. bound.Where(b.Has)]));
            shape = PairShape.TryOf(labels.Select(Axis))!;
        }

        var write = steps.Hold(_lengths.Count(axes));
        var isSymmetric = shape.Batch.Length == 0 && shape.Rows.Length == shape.Columns.Length && IsSymmetric(parts, kept);
        steps.Add(new PairStep(_source, a.Value, b.Value, write, shape, isSymmetric));
        var product = new LabelledArray(write, axes, parts);
        _known.Add(parts, product);
        return product;

        PairAxis Axis(char label) => new(_lengths[label], _lengths.Stride(a.Axes, label), _lengths.Stride(b.Axes, label), _lengths.Stride(axes, label));
    }

    // Whether exchanging the two labels that are kept gives the same factors.
    private static bool IsSymmetric(List<LabelledArray> factors, List<char> kept)
    {
        if (kept.Count != 2) return false;
        string Name(LabelledArray factor, bool exchanges) => FormattableString.Invariant($"{factor.Value}:") + string.Concat(factor.Axes.Select(label =>
            !exchanges ? label : label == kept[0] ? kept[1] : label == kept[1] ? kept[0] : label));
        return factors.Select(factor => Name(factor, false)).Order(StringComparer.Ordinal).SequenceEqual(factors.Select(factor => Name(factor, true)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private LabelledArray Packed(LabelledArray factor, List<char> order)
    {
        var axes = new string([.. order]);
        if (string.Equals(axes, factor.Axes, StringComparison.Ordinal)) return factor;
        var write = steps.Hold(_lengths.Count(axes));
        steps.Add(new CarryStep(_source, [(factor.Value, 0, 0, _lengths.Carried(factor.Axes, axes))], write, clears: false, adds: false));
        return new LabelledArray(write, axes, factor.Parts);
    }

    // The axes in the order required, diagonals written out, labels that no factor has repeated.
    private int Arranged(LabelledArray? product)
    {
        if (product is not null && string.Equals(product.Axes, _out, StringComparison.Ordinal) && _out.Distinct().Count() == _out.Length) return product.Value;
        var write = steps.Hold(_lengths.Count(_out));
        steps.Add(new CarryStep(_source, [(product?.Value ?? -1, 0, 0, _lengths.Carried(product?.Axes ?? "", _out))], write, clears: _out.Distinct().Count() < _out.Length, adds: false));
        return write;
    }
}
