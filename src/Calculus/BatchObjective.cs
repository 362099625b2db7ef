using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Programs;

namespace Calculus;

/// <summary>
/// A loss as something to be minimised whose data change from step to step: the data are inputs of its programs, behind the weights, so that
/// nothing is prepared anew for a step.
/// </summary>
internal sealed class BatchObjective : IBatchedObjective
{
    private readonly Func<int, IReadOnlyList<ArrayValue>> _data;
    private readonly Evaluator _value;
    private readonly Evaluator _gradient;
    private readonly Lazy<Evaluator> _curvature;
    private readonly double[] _point;
    private readonly double[] _results;

    /// <summary>Makes the programs.</summary>
    /// <param name="bound">The loss.</param>
    /// <param name="weights">Its variables but for the data that change.</param>
    /// <param name="data">The names of the data that change.</param>
    /// <param name="others">The values of the other data.</param>
    /// <param name="valuesAt">Their values at a step, in that order.</param>
    /// <param name="budget">Pays for everything.</param>
    public BatchObjective(BoundDefinition bound, IReadOnlyList<Symbol> weights, IReadOnlyList<Symbol> data, IReadOnlyDictionary<string, ArrayValue> others, Func<int, IReadOnlyList<ArrayValue>> valuesAt, Budget budget)
    {
        var graph = bound.Function.Graph;
        IReadOnlyList<Expression> gradient = Derivative.Gradient(bound.Function, weights);
        (_data, Dimension) = (valuesAt, new Layout(weights).Count);
        _value = Evaluator.Of([bound.Function], [.. weights, .. data], others, budget);
        _gradient = Evaluator.Of([bound.Function, .. gradient], [.. weights, .. data], others, budget);
        _point = new double[_gradient.Inputs.Count];
        _results = new double[_gradient.Outputs.Count];
        _curvature = new Lazy<Evaluator>(() =>
        {
            // A name with a space can't be written in a definition, so it collides with no other.
            Symbol[] direction = [.. weights.Select(symbol => graph.Symbol("along " + symbol.Name, SymbolRole.Variable, symbol.Shape))];
            return Evaluator.Of(Derivative.Gradient(graph.Dot(gradient, direction), weights), [.. weights, .. data, .. direction], others, budget);
        });
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <inheritdoc/>
    public void Choose(int step)
    {
        var next = Dimension;
        foreach (var value in _data(step))
        {
            value.Entries.CopyTo(_point.AsSpan(next));
            next += value.Entries.Length;
        }
    }

    /// <inheritdoc/>
    public double Value(ReadOnlySpan<double> x)
    {
        x.CopyTo(_point);
        _value.At(_point, _results.AsSpan(0, 1));
        return _results[0];
    }

    /// <inheritdoc/>
    public double ValueAndGradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        x.CopyTo(_point);
        _gradient.At(_point, _results);
        if (double.IsNaN(_results[0])) gradient.Fill(double.NaN);
        else _results.AsSpan(1, Dimension).CopyTo(gradient);
        return _results[0];
    }

    /// <inheritdoc/>
    public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product)
    {
        x.CopyTo(_point);
        _curvature.Value.At([.. _point, .. v], product);
    }
}
