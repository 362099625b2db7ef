using System.Runtime.InteropServices;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Checkpoints;
using Calculus.Derivatives;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Programs;
using Calculus.Programs.Compiled;
using Calculus.Seams;

namespace Calculus;

/// <summary>
/// A function under study as an objective: value, gradient by reverse mode, and ∇(∇f · v) for curvature. Its coordinates are the
/// variables' entries in order, a matrix row by row.
/// </summary>
internal sealed class FunctionObjective : IQuickObjective, INamedCoordinates
{
    // The most points on seams where both sides are examined: a path that stays on a seam is followed by the conventions.
    private const int MostSeams = 100;
    private const int Few = 8;

    private readonly IReadOnlyList<DerivedFormula> _formulas;
    private readonly FormulaValues _numbers;
    private readonly Lazy<Evaluator> _value;
    private readonly Evaluator _gradient;
    private readonly Lazy<Evaluator> _curvature;
    private readonly double[] _results;
    private readonly Layout _layout;
    private PointCode? _code;
    private int _seams;

    public FunctionObjective(BoundDefinition bound, DerivativeBook book, FormulaValues numbers, Budget budget)
    {
        (_numbers, _formulas, _layout, Dimension) = (numbers, book.ExactGradient, bound.Layout, bound.Layout.Count);
        Expression[] gradient = [.. _formulas.Select(static partial => partial.Exact)];
        // Most rules never ask for the value alone.
        _value = new Lazy<Evaluator>(() => Evaluator.Of([bound.Function], bound.Variables, bound.Data, budget));
        _gradient = Evaluator.Of([bound.Function, .. gradient, .. numbers.Seams?.Readings ?? []], bound.Variables, bound.Data, budget);
        _results = new double[_gradient.Outputs.Count];
        _curvature = new Lazy<Evaluator>(() =>
        {
            // A name with a space can't be written in a definition, so it collides with no other.
            Symbol[] direction = [.. bound.Variables.Select(symbol => bound.Function.Graph.Symbol("along " + symbol.Name, SymbolRole.Variable, symbol.Shape))];
            var slope = bound.Function.Graph.Dot(gradient, direction);
            return Evaluator.Of(Derivative.Gradient(slope, bound.Variables), [.. bound.Variables, .. direction], bound.Data, budget);
        });
    }

    public int Dimension { get; }

    public bool IsQuick => (_code ??= _gradient.Code) is not null;

    public long Affordable => _gradient.Affordable(Dimension);

    public void Pay(long points) => _gradient.Pay(points);

    public string NameOf(int coordinate) => _layout.NameOf(coordinate);

    public double Value(ReadOnlySpan<double> x)
    {
        _value.Value.At(x, _results.AsSpan(0, 1));
        return _results[0];
    }

    public double ValueAndGradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        _gradient.At(x, _results);
        return Taken(x, gradient);
    }

    public double ValueAndGradientOnCredit(ReadOnlySpan<double> x, Span<double> gradient)
    {
        _code!(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetArrayDataReference(_results));
        return Taken(x, gradient);
    }

    private double Taken(ReadOnlySpan<double> x, Span<double> gradient)
    {
        var value = _results[0];
        if (double.IsNaN(value))
        {
            gradient.Fill(double.NaN);
            return value;
        }

        // Copying so few by a call takes longer than the copying.
        var partials = _results.AsSpan(1, Dimension);
        if (partials.Length > Few) partials.CopyTo(gradient);
        else for (var i = 0; i < partials.Length; i++) gradient[i] = partials[i];
        if (_numbers.Seams is { } seams) AtSeams(seams, x, gradient);
        return value;
    }

    // On a seam both sides are examined, as often as it is affordable.
    private void AtSeams(SeamSet seams, ReadOnlySpan<double> x, Span<double> gradient)
    {
        if (_seams >= MostSeams || !seams.TouchesBy(_results.AsSpan(1 + Dimension))) return;
        _seams++;
        _numbers.ValuesAt(_formulas, x.ToArray()).Numbers.CopyTo(gradient);
    }

    public void Exchange(Snapshot snapshot) => _seams = snapshot.Count(_seams);

    public Action? Following(Snapshot snapshot)
    {
        var more = snapshot.Count(0);
        return _seams + more <= MostSeams ? () => _seams += more : null;
    }

    public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product) => _curvature.Value.At([.. x, .. v], product);
}
