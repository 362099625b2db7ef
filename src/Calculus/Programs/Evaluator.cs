using System.Numerics;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs.Arrays;
using Calculus.Programs.Compiled;

namespace Calculus.Programs;

/// <summary>
/// Formulas of any shapes as numbers. It alone decides whether a program of numbers or one of arrays computes them. Points and results
/// are lists of coordinates: the inputs' and the outputs' entries in order, a matrix row by row.
/// </summary>
internal sealed class Evaluator
{
    private readonly Program? _numbers;
    private readonly ArrayProgram? _arrays;
    private readonly Budget _budget;

    private Evaluator(IReadOnlyList<Expression> outputs, IReadOnlyList<Symbol> inputs, IReadOnlyDictionary<string, ArrayValue> data, Budget budget)
    {
        _budget = budget;
        if (Reachable.AreNumbers([.. outputs, .. inputs]))
        {
            _numbers = Lowering.Compile(outputs, inputs, name => data.TryGetValue(name, out var datum) && datum.Shape.IsScalar ? datum.Number : null, [.. inputs.Select(static input => input.Name)], budget);
            (Inputs, Outputs) = (new Layout(inputs), new Layout(new Shape[outputs.Count]));
        }
        else
        {
            _arrays = ArrayProgram.Compile(outputs, inputs, data, budget);
            (Inputs, Outputs) = (_arrays.Inputs, _arrays.Outputs);
        }
    }

    /// <summary>How the coordinates of a point lie.</summary>
    public Layout Inputs { get; }

    /// <summary>How the numbers of a result lie.</summary>
    public Layout Outputs { get; }

    /// <summary>Elementary operations for one point.</summary>
    public long Operations => _numbers?.Operations ?? _arrays!.Operations;

    /// <summary>Those of them that products of arrays take.</summary>
    public long ProductOperations => _arrays?.ProductOperations ?? 0;

    /// <summary>The code for one point where it has been made; whoever runs it pays by <see cref="Pay"/>.</summary>
    internal PointCode? Code => _numbers?.Compiled.Point;

    /// <summary>How many points can still be paid for.</summary>
    /// <param name="besides">Operations that each takes besides, perhaps from the same budget.</param>
    internal long Affordable(long besides) => Math.Max(_budget.OperationsLeft, 0) / (Operations + besides);

    /// <summary>Pays for so many points.</summary>
    internal void Pay(long points) => _budget.SpendOperations(points * Operations);

    /// <summary>Formulas made ready to be evaluated.</summary>
    /// <param name="outputs">What to compute, of any shapes; nodes of one graph, rewritten or not.</param>
    /// <param name="inputs">The variables, in the order of a point.</param>
    /// <param name="data">Values of names that are not inputs.</param>
    /// <param name="budget">Pays for the preparation and for every evaluation.</param>
    /// <exception cref="ArgumentException">An input occurs twice, nodes come from several graphs, or a datum does not have the shape of its symbol.</exception>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    /// <exception cref="LimitException">A run would hold more numbers than it may.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static Evaluator Of(IReadOnlyList<Expression> outputs, IReadOnlyList<Symbol> inputs, IReadOnlyDictionary<string, ArrayValue> data, Budget budget) =>
        AsWritten(outputs is null ? throw new ArgumentNullException(nameof(outputs)) : StableForms.Of(outputs), inputs, data, budget);

    /// <summary>The same without a look for forms that are computed more stably in another way: what is not finite is found where it is written.</summary>
    /// <inheritdoc cref="Of"/>
    public static Evaluator AsWritten(IReadOnlyList<Expression> outputs, IReadOnlyList<Symbol> inputs, IReadOnlyDictionary<string, ArrayValue> data, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(budget);
        using var stage = budget.In(Stage.Evaluate);
        return new Evaluator(outputs, inputs, data, budget);
    }

    /// <summary>The outputs at one point. What is undefined is NaN or infinite, as IEEE 754 says.</summary>
    /// <param name="point">The coordinates, as <see cref="Inputs"/> lays them out.</param>
    /// <param name="outputs">Receives the numbers, as <see cref="Outputs"/> lays them out.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void At(ReadOnlySpan<double> point, Span<double> outputs)
    {
        if (_numbers is not null) _numbers.Evaluate(point, outputs, _budget);
        else _arrays!.Evaluate(point, outputs, _budget);
    }

    /// <summary>The outputs at one point, in one list.</summary>
    /// <inheritdoc cref="At(ReadOnlySpan{double}, Span{double})"/>
    public double[] At(ReadOnlySpan<double> point)
    {
        var outputs = new double[Outputs.Count];
        At(point, outputs);
        return outputs;
    }

    /// <summary>The outputs at many points, each bit for bit what <see cref="At(ReadOnlySpan{double})"/> gives there.</summary>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points there are.</param>
    /// <returns>The first number of every result, then the second of every result.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="LimitException">The budget does not suffice, or the results are more numbers than may be held.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public double[] AtMany(ReadOnlySpan<double> columns, int count)
    {
        var (held, most) = ((long)Outputs.Count * count, _budget.Limits.ArrayEntries);
        if (held > most) throw new LimitException("arrayEntries", most, $"This holds more than {most} numbers at once.", held);
        var results = GC.AllocateUninitializedArray<double>((int)held);
        AtMany(columns, count, results);
        return results;
    }

    /// <summary>The outputs at many points, like <see cref="AtMany(ReadOnlySpan{double}, int)"/>, into memory that is there.</summary>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points there are.</param>
    /// <param name="results">Receives the first number of every result, then the second of every result.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void AtMany(ReadOnlySpan<double> columns, int count, Span<double> results)
    {
        if (results.Length != (long)Outputs.Count * count) throw new ArgumentException($"Expected {(long)Outputs.Count * count} numbers, got {results.Length}.", nameof(results));
        if (_numbers is not null)
        {
            _numbers.EvaluateBlock(columns, count, results, _budget);
            return;
        }

        var (point, outputs) = (new double[Inputs.Count], new double[Outputs.Count]);
        for (var k = 0; k < count; k++)
        {
            for (var i = 0; i < point.Length; i++) point[i] = columns[(i * count) + k];
            At(point, outputs);
            for (var i = 0; i < outputs.Length; i++) results[(i * count) + k] = outputs[i];
        }
    }

    /// <summary>The sub-expression where the NaN or infinity of an output began; null where every output is finite.</summary>
    /// <param name="point">The coordinates.</param>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    public Expression? FirstNonFinite(ReadOnlySpan<double> point) =>
        _numbers is not null ? _numbers.FirstNonFinite(point, _budget) : _arrays!.FirstNonFinite(Inputs.Split(point), _budget);

    /// <summary>The outputs with every intermediate result moved at random by a few units in its last place (Parker, <i>Monte Carlo Arithmetic</i>, 1997).</summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="seed">Of the random numbers; the same seed moves the results alike.</param>
    /// <param name="outputs">Receives the numbers.</param>
    /// <returns>False where no perturbation shows what rounding lost.</returns>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    public bool TryPerturb(ReadOnlySpan<double> point, ulong seed, Span<double> outputs)
    {
        if (_numbers is not null) return _numbers.TryPerturb(point, seed, outputs, _budget);
        var isSound = _arrays!.TryPerturb(Inputs.Split(point), seed, _budget, out var values);
        Layout.Join(values, outputs);
        return isSound;
    }

    /// <summary>The first output off the real axis, and the sub-expression that has no analytic continuation there, if there is one.</summary>
    /// <param name="point">The coordinates; their imaginary parts are steps off the axis.</param>
    /// <exception cref="InvalidOperationException">Arrays are computed only on the real axis.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    public (Complex Value, Expression? Origin) Continue(ReadOnlySpan<Complex> point) => _numbers is not null
        ? _numbers.Continue(point, _budget)
        : throw new InvalidOperationException("Arrays are computed only on the real axis.");
}
