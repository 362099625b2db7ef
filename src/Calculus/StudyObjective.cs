using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Programs;

namespace Calculus;

/// <summary>A function under study as an objective: value, gradient by reverse mode, and ∇(∇f · v) for curvature.</summary>
internal sealed class StudyObjective : IObjective
{
    private readonly Budget _budget;
    private readonly Program _value;
    private readonly Program _gradient;
    private readonly Lazy<Program> _curvature;
    private readonly double[] _results;
    private readonly double[] _pointAndDirection;

    public StudyObjective(Graph graph, Expression function, IReadOnlyList<Symbol> variables, IReadOnlyDictionary<string, double> data, Budget budget)
    {
        _budget = budget;
        Dimension = variables.Count;
        _results = new double[Dimension + 1];
        _pointAndDirection = new double[2 * Dimension];
        string[] names = [.. variables.Select(static symbol => symbol.Name)];
        var gradient = Derivative.Gradient(function, variables);
        _value = Lowering.Compile([function], variables, data, names, budget);
        _gradient = Lowering.Compile([function, .. gradient], variables, data, names, budget);
        _curvature = new Lazy<Program>(() =>
        {
            // A name with a blank can't be written in a definition, so it meets no other.
            Symbol[] direction = [.. names.Select(name => graph.Symbol("along " + name, SymbolRole.Variable))];
            var slope = graph.Sum(Rational.Zero, [.. gradient.Select((partial, i) => new Term(Rational.One, partial * direction[i]))]);
            return Lowering.Compile(Derivative.Gradient(slope, variables), [.. variables, .. direction], data, names, budget);
        });
    }

    public int Dimension { get; }

    public double Value(ReadOnlySpan<double> x)
    {
        _value.Evaluate(x, _results.AsSpan(0, 1), _budget);
        return _results[0];
    }

    public double ValueAndGradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        _gradient.Evaluate(x, _results, _budget);
        if (double.IsNaN(_results[0])) gradient.Fill(double.NaN);
        else _results.AsSpan(1).CopyTo(gradient);
        return _results[0];
    }

    public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product)
    {
        x.CopyTo(_pointAndDirection);
        v.CopyTo(_pointAndDirection.AsSpan(Dimension));
        _curvature.Value.Evaluate(_pointAndDirection, product, _budget);
    }
}
