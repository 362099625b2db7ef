using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>How long every axis is. A letter is the length of the data that have it, or a number of the data by that name.</summary>
internal sealed class Lengths
{
    private readonly Dictionary<string, int> _letters = new(StringComparer.Ordinal);

    /// <summary>Reads the letters off the data.</summary>
    /// <param name="nodes">The nodes of the graph: a length may be that of a datum that no output depends on.</param>
    /// <param name="data">The data by name.</param>
    /// <exception cref="ArgumentException">A datum does not have the shape of its symbol.</exception>
    public Lengths(IEnumerable<Expression> nodes, IReadOnlyDictionary<string, ArrayValue> data)
    {
        foreach (var (name, value) in data)
        {
            if (value.Shape.IsScalar && value.Number is >= 0 and <= int.MaxValue && double.IsInteger(value.Number)) _letters[name] = (int)value.Number;
        }

        foreach (var symbol in nodes.OfType<Symbol>())
        {
            if (symbol is not { Shape.IsSymbolic: true, Role: SymbolRole.Datum or SymbolRole.Variable } || !data.TryGetValue(symbol.Name, out var value)) continue;
            if (value.Shape.Rank != symbol.Shape.Rank) throw Misfit(symbol, value.Shape);
            for (var axis = 0; axis < symbol.Shape.Rank; axis++)
            {
                if (symbol.Shape[axis].Name is { } letter && !_letters.TryAdd(letter, value.Shape[axis].Length) && _letters[letter] != value.Shape[axis].Length)
                    throw new ArgumentException($"'{letter}' is {_letters[letter]} and {value.Shape[axis].Length}.");
            }
        }
    }

    /// <summary>The length of one axis.</summary>
    /// <exception cref="UnboundSymbolException">It is a letter without a number.</exception>
    public int Of(Dimension dimension)
    {
        if (dimension.Name is null) return dimension.Length;
        return _letters.TryGetValue(dimension.Name, out var length) ? length : throw new UnboundSymbolException(dimension.Name);
    }

    /// <summary>The length of each axis.</summary>
    public int[] Of(Shape shape) => Array.ConvertAll(shape.Dimensions.ToArray(), Of);

    /// <summary>The shape with numbers for letters.</summary>
    public Shape Known(Shape shape) => shape.IsSymbolic ? new Shape(Array.ConvertAll(Of(shape), static length => new Dimension(length))) : shape;

    /// <summary>What to say of a value that does not have the shape of its symbol.</summary>
    public static ArgumentException Misfit(Symbol symbol, Shape shape) => new($"'{symbol.Name}' is {symbol.Shape}, not {shape}.");
}
