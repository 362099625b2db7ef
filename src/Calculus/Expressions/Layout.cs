using System.Globalization;

namespace Calculus.Expressions;

/// <summary>
/// How values of several shapes lie in one list of coordinates: one value after the other, the entries of each in order, a matrix row
/// by row.
/// </summary>
public sealed class Layout
{
    private readonly Shape[] _shapes;
    private readonly int[] _offsets;
    private readonly string[] _names;

    /// <summary>The layout of the values of symbols.</summary>
    public Layout(IReadOnlyList<Symbol> symbols)
        : this([.. symbols.Select(static symbol => symbol.Shape)], [.. symbols.Select(static symbol => symbol.Name)])
    {
    }

    /// <summary>The layout of values that have no names.</summary>
    public Layout(IReadOnlyList<Shape> shapes)
        : this([.. shapes], [])
    {
    }

    private Layout(Shape[] shapes, string[] names)
    {
        (_shapes, _names, _offsets) = (shapes, names, new int[shapes.Length + 1]);
        for (var place = 0; place < shapes.Length; place++) _offsets[place + 1] = (int)Math.Min(_offsets[place] + shapes[place].Count, int.MaxValue);
    }

    /// <summary>How many values there are.</summary>
    public int Values => _shapes.Length;

    /// <summary>How many coordinates all values have together.</summary>
    public int Count => _offsets[^1];

    /// <summary>The shape of a value.</summary>
    public Shape ShapeOf(int place) => _shapes[place];

    /// <summary>The first coordinate of a value.</summary>
    public int Offset(int place) => _offsets[place];

    /// <summary>How many coordinates a value has.</summary>
    public int Length(int place) => _offsets[place + 1] - _offsets[place];

    /// <summary>The place of the value that a coordinate belongs to.</summary>
    public int PlaceOf(int coordinate)
    {
        var found = Array.BinarySearch(_offsets, coordinate);
        if (found < 0) return ~found - 1;
        while (_offsets[found + 1] == coordinate) found++; // values without entries take no room
        return found;
    }

    /// <summary>The coordinates of one value.</summary>
    public ReadOnlySpan<double> Of(int place, ReadOnlySpan<double> coordinates) => coordinates[_offsets[place].._offsets[place + 1]];

    /// <summary>One value from the list of coordinates.</summary>
    public ArrayValue Value(int place, ReadOnlySpan<double> coordinates) => new(_shapes[place], Of(place, coordinates).ToArray());

    /// <summary>The values from the list of coordinates.</summary>
    public ArrayValue[] Split(ReadOnlySpan<double> coordinates)
    {
        var values = new ArrayValue[_shapes.Length];
        for (var place = 0; place < values.Length; place++) values[place] = Value(place, coordinates);
        return values;
    }

    /// <summary>The list of coordinates from values.</summary>
    public static double[] Join(params ReadOnlySpan<ArrayValue> values)
    {
        var count = 0;
        foreach (var value in values) count += value.Entries.Length;
        var coordinates = new double[count];
        Join(values, coordinates);
        return coordinates;
    }

    /// <summary>Writes the coordinates of values one after the other.</summary>
    public static void Join(ReadOnlySpan<ArrayValue> values, Span<double> coordinates)
    {
        var next = 0;
        foreach (var value in values)
        {
            value.Entries.CopyTo(coordinates[next..]);
            next += value.Entries.Length;
        }
    }

    /// <summary>What people call a coordinate: <c>x</c>, <c>w[2]</c>, <c>X[1, 3]</c>.</summary>
    public string NameOf(int coordinate)
    {
        var place = PlaceOf(coordinate);
        return EntryName(_names[place], _shapes[place], coordinate - _offsets[place]);
    }

    /// <summary>What people call the coordinates, in order.</summary>
    public IEnumerable<string> Names() => Enumerable.Range(0, Count).Select(NameOf);

    /// <summary>What people call the coordinates of one value, in order.</summary>
    public IEnumerable<string> Names(int place) => Enumerable.Range(_offsets[place], Length(place)).Select(NameOf);

    /// <summary>The coordinate that people call by a name, blanks aside; null where none is called so.</summary>
    public int? Find(string name)
    {
        var asked = string.Concat(name.Where(static letter => letter != ' '));
        var symbol = asked.Split('[')[0];
        for (var place = 0; place < _names.Length; place++)
        {
            if (!string.Equals(_names[place], symbol, StringComparison.Ordinal)) continue;
            for (var coordinate = _offsets[place]; coordinate < _offsets[place + 1]; coordinate++)
            {
                if (string.Equals(NameOf(coordinate).Replace(" ", "", StringComparison.Ordinal), asked, StringComparison.Ordinal)) return coordinate;
            }
        }

        return null;
    }

    private static string EntryName(string name, Shape shape, int entry) => shape.IsScalar
        ? name
        : $"{name}[{string.Join(", ", Places.Of(shape, entry).Select(static index => (index + 1).ToString(CultureInfo.InvariantCulture)))}]";
}
