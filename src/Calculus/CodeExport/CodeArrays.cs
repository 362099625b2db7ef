using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>The arrays that a function of a program takes and returns.</summary>
/// <param name="Parameters">The shapes of its parameters.</param>
/// <param name="Results">The shapes of what it returns.</param>
/// <param name="Outputs">Names for what it returns.</param>
/// <param name="Place">The name of the position of an entry in the formulas of the results; empty where arrays are operands.</param>
internal sealed record CodeArrays(IReadOnlyList<Shape> Parameters, IReadOnlyList<Shape> Results, IReadOnlyList<string> Outputs, string Place)
{
    /// <summary>Values in one row, split into values of the given shapes.</summary>
    public static ArrayValue[] Split(double[] entries, IReadOnlyList<Shape> shapes)
    {
        var (values, next) = (new ArrayValue[shapes.Count], 0);
        for (var i = 0; i < values.Length; i++)
        {
            var count = (int)shapes[i].Count;
            values[i] = new ArrayValue(shapes[i], entries[next..(next + count)]);
            next += count;
        }

        return values;
    }

    /// <summary>A value as nested lists in square brackets, or a number.</summary>
    public static string Nested(ArrayValue value)
    {
        IEnumerable<string> items = value.Entries.Select(Literals.Double);
        for (var axis = value.Shape.Rank - 1; axis >= 0; axis--) items = items.Chunk(value.Shape[axis].Length).Select(static row => $"[{string.Join(", ", row)}]");
        return items.First();
    }

    /// <summary>The entries row by row, with commas.</summary>
    public static string Flat(ArrayValue value) => string.Join(", ", value.Entries.Select(Literals.Double));

    /// <summary>The shape of parameters that are arrays, for people; empty where there is none.</summary>
    /// <param name="names">The names of the parameters.</param>
    public string Said(IReadOnlyList<string> names)
    {
        var said = names.Select((name, i) => (name, shape: Parameters[i])).Where(static each => !each.shape.IsScalar)
            .Select(static each => $"{each.name} is {each.shape}").ToList();
        return said.Count == 0 ? "" : $"{string.Join("; ", said)}; entries row by row.";
    }
}
