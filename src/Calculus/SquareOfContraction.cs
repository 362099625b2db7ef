using Calculus.Expressions;

namespace Calculus;

/// <summary>
/// A sum of products of arrays as a sum of squares: w'X'Xw is Σ (Xw)², since its factors come in pairs that differ only in the labels that
/// are summed over within each half.
/// </summary>
internal sealed class SquareOfContraction
{
    private readonly List<Factor> _half = [];

    // Which label of the other half goes with a label of this one.
    private readonly Dictionary<char, char> _partner = [];
    private readonly HashSet<char> _shared = [];

    private SquareOfContraction()
    {
    }

    /// <summary>The array whose squares add up to a contraction, an entry for each value of the labels that both halves share.</summary>
    /// <param name="contraction">The contraction; which labels stay does not matter.</param>
    /// <param name="rootOf">The root of a factor that is a square itself, or null.</param>
    /// <returns>The array; null where the factors do not come in halves.</returns>
    public static Expression? RootOf(Contraction contraction, Func<Expression, Expression?> rootOf)
    {
        var (halves, waiting) = (new SquareOfContraction(), new List<Factor>());
        foreach (var factor in contraction.Factors)
        {
            if (rootOf(factor.Of) is not { } root)
            {
                waiting.Add(factor);
                continue;
            }

            halves._half.Add(new(root, factor.Labels));
            halves._shared.UnionWith(factor.Labels);
        }

        while (waiting.Count > 0)
        {
            var first = waiting[^1];
            waiting.RemoveAt(waiting.Count - 1);
            var other = waiting.FindIndex(candidate => candidate.Of == first.Of && halves.Pair(first, candidate));
            if (other < 0) return null;
            waiting.RemoveAt(other);
        }

        return halves._shared.Overlaps(halves._partner.Keys) || halves._shared.Overlaps(halves._partner.Values)
            ? null
            : contraction.Graph.Contract(Rational.One, halves._half.ToArray(), string.Concat(halves._shared.Order()));
    }

    // Takes one of two factors of the same array into this half, unless the labels contradict what is known.
    private bool Pair(Factor a, Factor b)
    {
        if (a.Labels.Where((label, axis) => Knows(b.Labels[axis], label)).Any()) (a, b) = (b, a);
        var added = new Dictionary<char, char>(_partner);
        for (var axis = 0; axis < a.Labels.Length; axis++)
        {
            var (here, there) = (a.Labels[axis], b.Labels[axis]);
            if (here == there || (added.TryGetValue(here, out var known) && known == there)) continue;
            // A label that has another partner, or stands in the other half, contradicts.
            if (added.ContainsKey(here) || added.ContainsValue(here) || added.ContainsKey(there) || added.ContainsValue(there)) return false;
            added[here] = there;
        }

        foreach (var (here, there) in added) _partner[here] = there;
        _shared.UnionWith(a.Labels.Where((label, axis) => label == b.Labels[axis]));
        _half.Add(a);
        return true;
    }

    private bool Knows(char here, char there) => _partner.TryGetValue(here, out var partner) && partner == there;
}
