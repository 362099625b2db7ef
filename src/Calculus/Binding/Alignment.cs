using Calculus.Expressions;

namespace Calculus.Binding;

/// <summary>Brings parts to the same open indices, in the order in which sums and tables nest, so that they combine entry by entry.</summary>
/// <param name="order">The open indices around a place, the outermost first.</param>
internal sealed class Alignment(IReadOnlyList<string> order)
{
    /// <summary>The indices that any of the parts has open.</summary>
    public string[] Union(params ReadOnlySpan<Bound> parts)
    {
        var any = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts) any.UnionWith(part.Open);
        return any.Count == 0 ? [] : [.. order.Where(any.Contains)];
    }

    /// <summary>The lengths of the indices that any of the parts has open.</summary>
    public static Dictionary<string, Dimension> Lengths(params ReadOnlySpan<Bound> parts)
    {
        var lengths = new Dictionary<string, Dimension>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Open.Length; i++) lengths[part.Open[i]] = part.Value.Shape[i];
        }

        return lengths;
    }

    /// <summary>A part under more open indices and repeated along the axes that it lacks, or has with one entry only, of a shape.</summary>
    /// <param name="part">The part.</param>
    /// <param name="open">The indices, all of the part's among them.</param>
    /// <param name="lengths">The lengths of the indices.</param>
    /// <param name="shape">The shape that it is repeated in; a scalar's leaves a number as it is.</param>
    public static Expression Spread(Bound part, string[] open, Dictionary<string, Dimension> lengths, Shape shape)
    {
        var isWhole = part.Shape == shape;
        if (part.Open.AsSpan().SequenceEqual(open) && (isWhole || (part.IsScalar && open.Length == 0))) return part.Value;
        if (part.Value.Shape.IsScalar) return part.Value; // a number combines with any shape
        var (labels, repeated) = (LabelsOf(open), new Dictionary<char, Dimension>());
        for (var i = 0; i < open.Length; i++) repeated[labels[i]] = lengths[open[i]];
        var own = Graph.Alphabet(shape.Rank, open.Length);
        for (var axis = 0; axis < shape.Rank && !isWhole; axis++) repeated[own[axis]] = shape[axis];
        // An axis of one entry is left where it is, and the label of the longer axis repeats it.
        var axes = own[(shape.Rank - part.Rank)..].ToCharArray();
        for (var axis = 0; axis < axes.Length; axis++)
        {
            if (part.Shape[axis] != shape[axis + shape.Rank - part.Rank]) axes[axis] = (char)(Graph.Alphabet(1, open.Length + shape.Rank)[0] + axis);
        }

        var kept = new string([.. part.Open.Select(name => labels[Array.IndexOf(open, name)])]) + new string(axes);
        var isNumber = open.Length == 0 && part.Shape.Dimensions.ToArray().All(Extent.IsOne);
        return part.Value.Graph.Contract(Rational.One, [new Factor(part.Value, kept)], isNumber ? string.Empty : labels + own, repeated);
    }

    /// <summary>Labels for open indices.</summary>
    public static string LabelsOf(string[] open) => Graph.Alphabet(open.Length);
}
