using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>What has been read of a graph's sums as polynomials: a factor of a long product is a factor of many terms of its derivative.</summary>
internal sealed class ReadPolynomials
{
    private readonly Dictionary<Expression, ReadPolynomial?> _asTheyAre = [];
    private readonly Dictionary<Expression, ReadPolynomial?> _expanded = [];

    /// <summary>A node as a polynomial; null where it is none.</summary>
    public ReadPolynomial? AsIs(Expression node)
    {
        if (!_asTheyAre.TryGetValue(node, out var known)) _asTheyAre[node] = known = ReadPolynomial.Of(node);
        return known;
    }

    /// <summary>The same, its products multiplied out before.</summary>
    public ReadPolynomial? Expanded(Expression node)
    {
        if (!_expanded.TryGetValue(node, out var known)) _expanded[node] = known = Expansion.Of(node) is { } expanded ? ReadPolynomial.Of(expanded) : AsIs(node);
        return known;
    }
}
