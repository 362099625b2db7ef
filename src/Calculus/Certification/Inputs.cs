using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.Certification;

/// <summary>What formulas are computed from: a point of the variables, and data. Every number is the decimal that was written.</summary>
/// <param name="variables">The variables, in the order of a point.</param>
/// <param name="data">Values of names that are not variables.</param>
/// <param name="decimals">The decimals that were written.</param>
public sealed class Inputs(IReadOnlyList<Symbol> variables, IReadOnlyDictionary<string, ArrayValue> data, WrittenDecimals decimals)
{
    private readonly Dictionary<Symbol, Range> _places = PlacesOf(variables);
    private readonly Dictionary<string, Ball[]> _balls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bounded[]> _bounded = new(StringComparer.Ordinal);

    /// <summary>Values of names that are not variables.</summary>
    public IReadOnlyDictionary<string, ArrayValue> Data => data;

    /// <summary>The coordinates of a point as balls.</summary>
    public Ball[] Balls(ReadOnlySpan<double> point) => Coordinates(point, (name, entry, value) => Ball.Of(decimals.OfVariable(name, entry, value)));

    /// <summary>The coordinates of a point as doubles with bounds.</summary>
    public Bounded[] Bounded(ReadOnlySpan<double> point) => Coordinates(point, (name, entry, value) => Around(value, decimals.AreShort ? null : decimals.OfVariable(name, entry, value)));

    /// <summary>The entries of a variable or a datum.</summary>
    /// <param name="symbol">The variable or datum.</param>
    /// <param name="point">The coordinates of the point.</param>
    /// <exception cref="UnboundSymbolException">It has no value.</exception>
    internal Ball[] Of(Symbol symbol, Ball[] point) => Of(symbol, point, _balls, (name, entry, value) => Ball.Of(decimals.Of(name, entry, value)));

    /// <inheritdoc cref="Of(Symbol, Ball[])"/>
    internal Bounded[] Of(Symbol symbol, Bounded[] point) => Of(symbol, point, _bounded, (name, entry, value) => Around(value, decimals.AreShort ? null : decimals.Of(name, entry, value)));

    private static Bounded Around(double value, Rational? written) => written is null || written == Rational.FromDecimal(value)
        ? Certification.Bounded.OfDecimal(value)
        : new Bounded(value, Math.BitIncrement(Math.Abs(value)) - Math.Abs(value));

    private T[] Coordinates<T>(ReadOnlySpan<double> point, Func<string, int, double, T> read)
    {
        var (coordinates, offset) = (new T[point.Length], 0);
        foreach (var variable in variables)
        {
            var count = (int)variable.Shape.Count;
            for (var entry = 0; entry < count; entry++) coordinates[offset + entry] = read(variable.Name, entry, point[offset + entry]);
            offset += count;
        }

        return coordinates;
    }

    private T[] Of<T>(Symbol symbol, T[] point, Dictionary<string, T[]> known, Func<string, int, double, T> read)
    {
        if (_places.TryGetValue(symbol, out var place)) return point[place];
        if (known.TryGetValue(symbol.Name, out var values)) return values;
        if (!data.TryGetValue(symbol.Name, out var datum)) throw new UnboundSymbolException(symbol.Name);
        return known[symbol.Name] = [.. datum.Entries.Select((value, entry) => read(symbol.Name, entry, value))];
    }

    private static Dictionary<Symbol, Range> PlacesOf(IReadOnlyList<Symbol> variables)
    {
        var (places, offset) = (new Dictionary<Symbol, Range>(variables.Count), 0);
        foreach (var variable in variables) places[variable] = offset..(offset += (int)variable.Shape.Count);
        return places;
    }
}
