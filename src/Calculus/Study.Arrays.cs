using Calculus.Expressions;
using Calculus.Programs.Arrays;
using Calculus.Syntax;

namespace Calculus;

public sealed partial class Study
{
    private IReadOnlyDictionary<string, ArrayValue>? _allData;
    private bool? _hasArrays;

    /// <summary>Whether a vector or a matrix occurs in the function or among its variables.</summary>
    public bool HasArrays => _hasArrays ??= _bound.Variables.Any(static symbol => !symbol.Shape.IsScalar) || Reachable.From(Function).Exists(static node => !node.Shape.IsScalar);

    /// <summary>Whether every variable is a number.</summary>
    public bool HasNumbersOnly => _bound.Variables.All(static symbol => symbol.Shape.IsScalar);

    private IReadOnlyDictionary<string, ArrayValue> AllData => _allData ??= _binding.AllData;

    /// <summary>How the coordinates of a point lie: the entries of <see cref="Variables"/> in order, a matrix row by row.</summary>
    public Layout Layout => _bound.Layout;

    /// <summary>The shape of a variable.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    public Shape ShapeOf(string variable) => SymbolOf(variable).Shape;

    /// <summary>Formulas of any shape at one point; a derivative is NaN wherever the function itself, a number, is undefined.</summary>
    /// <param name="outputs">The function, or formulas derived from it.</param>
    /// <param name="point">A value for each of <see cref="Variables"/>, in its shape.</param>
    /// <exception cref="Programs.UnboundSymbolException">A letter has no value.</exception>
    public ArrayValue[] EvaluateArrays(IReadOnlyList<Expression> outputs, IReadOnlyList<ArrayValue> point)
    {
        Expression[] exact = [.. outputs.Select(output => _derivatives.TryGetValue(output, out var derived) ? derived.Exact : output), Function];
        var program = ArrayProgram.Compile(exact, _bound.Variables, AllData, _budget);
        var values = program.Evaluate(point, _budget);
        var isDefined = !Array.Exists(values[^1].Entries, double.IsNaN);
        if (!isDefined || Array.Exists(values, static value => !Array.TrueForAll(value.Entries, double.IsFinite))) NoteUndefined(program.FirstNonFinite(point, _budget));
        return isDefined || !Function.Shape.IsScalar
            ? values[..^1]
            : [.. values[..^1].Select(static value => value with { Entries = [.. Enumerable.Repeat(double.NaN, value.Entries.Length)] })];
    }

    /// <summary>How many elementary operations the products of arrays take when formulas are computed at one point.</summary>
    /// <param name="outputs">The function, or formulas derived from it.</param>
    public long ProductOperations(IReadOnlyList<Expression> outputs) =>
        ArrayProgram.Compile([.. outputs.Select(output => _derivatives.TryGetValue(output, out var derived) ? derived.Exact : output)], _bound.Variables, AllData, _budget).ProductOperations;

    // Numbers that are made of arrays of data: at each point the whole program runs.
    private double[][] EvaluateManyArrays(Expression[] outputs, double[][] columns, int count)
    {
        Expression[] exact = [.. outputs.Select(output => _derivatives.TryGetValue(output, out var derived) ? derived.Exact : output), Function];
        var program = ArrayProgram.Compile(exact, _bound.Variables, AllData, _budget);
        var results = new double[outputs.Length][];
        for (var i = 0; i < results.Length; i++) results[i] = new double[count];
        for (var k = 0; k < count; k++)
        {
            var values = program.Evaluate(ValuesOf([.. columns.Select(column => column[k])]), _budget);
            for (var i = 0; i < results.Length; i++) results[i][k] = double.IsNaN(values[^1].Number) ? double.NaN : values[i].Number;
        }

        return results;
    }

    /// <summary>The values of a point from its coordinates: the variables' entries in order, a matrix row by row.</summary>
    public ArrayValue[] ValuesOf(ReadOnlySpan<double> coordinates)
    {
        var (values, next) = (new ArrayValue[_bound.Variables.Count], 0);
        for (var i = 0; i < values.Length; i++)
        {
            var shape = _bound.Variables[i].Shape;
            values[i] = new ArrayValue(shape, coordinates.Slice(next, (int)shape.Count).ToArray());
            next += (int)shape.Count;
        }

        return values;
    }

    private ArrayValue[] EvaluateArrays(IReadOnlyList<Expression> outputs, IReadOnlyList<ArrayValue> point, IReadOnlyDictionary<string, ArrayValue> more) =>
        ArrayProgram.Compile(outputs, _bound.Variables, AllData.Concat(more).ToDictionary(StringComparer.Ordinal), _budget).Evaluate(point, _budget);

    private void NoteUndefined(Expression? culprit)
    {
        if (culprit is null) return;
        var note = new Note(NoteCodes.OutsideDomain, $"{Print(culprit).Text} has no finite value at this point.");
        if (!_notes.Contains(note)) _notes.Add(note);
    }
}
