using Calculus.Expressions;

namespace Calculus.Binding;

/// <summary>Whole numbers that are computed from numbers and data alone, such as <c>n - 1</c>.</summary>
internal static class WholeNumbers
{
    // Lengths are short expressions; a longer one is not a length.
    private const int MostNodes = 64;

    /// <summary>The value, or null where it is not known or not whole.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="data">Values of numbers by name.</param>
    public static long? ValueOf(Expression expression, IReadOnlyDictionary<string, double> data)
    {
        if (!expression.Shape.IsScalar || expression is Symbol { Role: not SymbolRole.Datum } or Number { Value.IsInteger: false }) return null;
        var nodes = Reachable.From(expression);
        if (nodes.Count > MostNodes) return null;
        var known = new Dictionary<Expression, Rational>();
        foreach (var node in nodes)
        {
            if (Of(node, known, data) is not { } value || value.Abs() > int.MaxValue) return null;
            known[node] = value;
        }

        return known[expression] is { IsInteger: true } whole ? (long)whole.Numerator : null;
    }

    private static Rational? Of(Expression node, Dictionary<Expression, Rational> known, IReadOnlyDictionary<string, double> data) => node switch
    {
        Number number => number.Value,
        Symbol { Role: SymbolRole.Datum } datum when data.TryGetValue(datum.Name, out var value) && double.IsInteger(value) && Math.Abs(value) <= int.MaxValue => (int)value,
        Sum sum => sum.Terms.Aggregate(sum.Constant, (total, term) => total + (term.Coefficient * known[term.Of])),
        Product product => product.Factors.Aggregate(product.Coefficient, (total, factor) => total * known[factor]),
        Call call when Functions.Power.Parts(call) is (var of, Number { Value: { IsInteger: true } exponent }) && of != call && exponent.Abs() <= 32 => Power(known[of], (int)exponent.Numerator),
        _ => null,
    };

    private static Rational? Power(Rational of, int exponent)
    {
        if (exponent < 0 && of.IsZero) return null;
        var power = Rational.One;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            power *= of;
            if (power.Abs() > int.MaxValue) return null;
        }

        return exponent < 0 ? Rational.One / power : power;
    }
}
