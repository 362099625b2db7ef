using Calculus.Expressions;

namespace Calculus.Intervals;

/// <summary>
/// What is known of parts of formulas on a piece of the line: between two zeros of an expression its sign, between two jumps of a stair its
/// height. Ranges are cut to it, so that next to a seam a formula is that of its own side.
/// </summary>
internal sealed class Assumptions
{
    private readonly Dictionary<Expression, Enclosure> _known = [];

    /// <summary>Nothing is assumed.</summary>
    public static Assumptions None => new();

    /// <summary>Of how many expressions something is assumed.</summary>
    public int Count => _known.Count;

    /// <summary>What is assumed of an expression, or null.</summary>
    public Enclosure? Of(Expression expression) => _known.TryGetValue(expression, out var known) ? known : null;

    /// <summary>The sign that is assumed of a − b; 0 where none is.</summary>
    public int SignOf(Expression a, Expression b)
    {
        if (_known.Count == 0) return 0;
        if (Of(a - b) is { } known) return Side(known);
        return Of(b - a) is { } other ? -Side(other) : 0;

        static int Side(Enclosure known) => known.Lower >= 0 ? 1 : known.Upper <= 0 ? -1 : 0;
    }

    /// <summary>The same, and the sign of one more expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="sign">1 or −1.</param>
    public Assumptions WithSign(Expression expression, int sign)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var (positive, negative) = (new Enclosure(0, double.PositiveInfinity, Known.NotZero), new Enclosure(double.NegativeInfinity, 0, Known.NotZero));
        return With((expression, sign > 0 ? positive : negative), (-expression, sign > 0 ? negative : positive));
    }

    /// <summary>The same, and the whole number that a stair is.</summary>
    public Assumptions WithStair(Expression stair, double height) => With((stair, new Enclosure(height, height, Known.Continuous)));

    private Assumptions With(params ReadOnlySpan<(Expression Expression, Enclosure Known)> more)
    {
        var copy = new Assumptions();
        foreach (var (expression, known) in _known) copy._known[expression] = known;
        foreach (var (expression, known) in more) copy._known[expression] = known;
        return copy;
    }
}
