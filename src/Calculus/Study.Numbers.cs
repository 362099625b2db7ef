using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus;

public sealed partial class Study
{
    private readonly Dictionary<Expression, DerivedFrom> _derivatives = [];
    private Program? _gradient;

    /// <summary>Formulas at one point; a derivative is NaN wherever the function itself is undefined.</summary>
    /// <param name="outputs">The function, or formulas derived from it.</param>
    /// <param name="point">One number for each of <see cref="Variables"/>.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    public double[] Evaluate(Expression[] outputs, ReadOnlySpan<double> point)
    {
        if (HasArrays) return [.. EvaluateArrays(outputs, ValuesOf(point)).Select(static value => value.Number)];
        var program = Compile(outputs);
        var results = new double[program.Outputs];
        program.Evaluate(point, results, _budget);
        var value = results[^1];
        var values = results[..^1];
        if (double.IsNaN(value)) Array.Fill(values, double.NaN);
        else AtSeams(outputs, point, values);
        if (!double.IsFinite(value)) NoteUndefined([Function], point);
        else if (!Array.TrueForAll(values, double.IsFinite)) NoteUndefined(outputs, point);
        return values;
    }

    /// <summary>Formulas at many points, each with the value that <see cref="Evaluate"/> gives there.</summary>
    /// <param name="outputs">The function, or formulas derived from it.</param>
    /// <param name="columns">One column for each of <see cref="Variables"/>, all equally long.</param>
    /// <param name="count">How many points there are; for a function without variables there is no column to tell.</param>
    /// <returns>One column for each output.</returns>
    public double[][] EvaluateMany(Expression[] outputs, double[][] columns, int count)
    {
        if (HasArrays) return EvaluateManyArrays(outputs, columns, count);
        var program = Compile(outputs);
        var points = new double[columns.Length * count];
        for (var i = 0; i < columns.Length; i++) columns[i].CopyTo(points, i * count);
        var numbers = new double[program.Outputs * count];
        program.EvaluateBlock(points, count, numbers, _budget);
        var value = numbers.AsSpan(outputs.Length * count);
        var results = new double[outputs.Length][];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = numbers[(i * count)..((i + 1) * count)];
            for (var k = 0; k < count; k++)
            {
                if (double.IsNaN(value[k])) results[i][k] = double.NaN;
            }
        }

        AtSeams(outputs, columns, count, results);
        return results;
    }

    /// <summary>The gradient at a point by one backward walk, in the order of <see cref="Variables"/>.</summary>
    public double[] GradientAt(ReadOnlySpan<double> point)
    {
        if (HasArrays) return [.. EvaluateArrays(ArrayDerivatives(Variables), ValuesOf(point)).SelectMany(static value => value.Entries)];
        _gradient ??= Lowering.Compile(
            [.. Differentiation.Derivative.Gradient(Function, _bound.Variables), Function], _bound.Variables, _context.Data, Variables, _budget);
        var results = new double[_gradient.Outputs];
        _gradient.Evaluate(point, results, _budget);
        var gradient = results[..^1];
        if (double.IsNaN(results[^1])) Array.Fill(gradient, double.NaN);
        else GradientAtSeams(point, gradient);
        return gradient;
    }

    /// <summary>The function as something to be minimised.</summary>
    public IObjective Objective() => HasArrays
        ? new ArrayObjective(_graph, Function, _bound.Variables, AllData, _budget)
        : new StudyObjective(_graph, Function, _bound.Variables, _context.Data, _budget);

    private Program Compile(Expression[] outputs)
    {
        Expression[] exact = [.. outputs.Select(output => _derivatives.TryGetValue(output, out var derived) ? derived.Exact : output), Function];
        return Lowering.Compile(exact, _bound.Variables, _context.Data, Variables, _budget);
    }

    // People look for the culprit in the formulas that they see.
    private void NoteUndefined(Expression[] seen, ReadOnlySpan<double> point)
    {
        var program = Lowering.Compile(seen, _bound.Variables, _context.Data, Variables, _budget);
        if ((program.FirstNonFinite(point, _budget) ?? Compile(seen).FirstNonFinite(point, _budget)) is not { } culprit) return;
        var note = new Note(NoteCodes.OutsideDomain, $"{Print(culprit).Text} has no finite value at this point.");
        if (!_notes.Contains(note)) _notes.Add(note);
    }
}
