using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Programs;

namespace Calculus.Seams;

/// <summary>Formulas along one coordinate through a point: their values, and their limits on both sides.</summary>
/// <param name="bound">The function.</param>
/// <param name="seams">Where its branches change; null where they never do.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class Section(BoundDefinition bound, SeamSet? seams, Budget budget)
{
    /// <summary>Limits with a smaller relative error are as good as values.</summary>
    public const double Sharp = 1e-13;

    private readonly Dictionary<Expression, Evaluator> _evaluators = [];
    private readonly BallLimits _balls = new(bound, budget);
    private readonly Dictionary<int, (double Left, double Right)> _steps = [];
    private double[] _point = [];

    /// <summary>Moves to a point.</summary>
    public void MoveTo(double[] point)
    {
        if (_point.AsSpan().SequenceEqual(point)) return;
        _point = [.. point];
        _steps.Clear();
    }

    /// <summary>Stands nowhere: what is asked next costs what it costs at first, whatever was asked before.</summary>
    public void Leave() => MoveTo([]);

    /// <summary>How far one may go down and up along a coordinate before the next seam is met.</summary>
    public (double Left, double Right) StepsAlong(int coordinate)
    {
        if (!_steps.TryGetValue(coordinate, out var steps)) _steps[coordinate] = steps = (Clear(-1), Clear(1));
        return steps;

        double Clear(int side) => seams?.ClearStep(coordinate, _point, side) ?? OneSidedLimit.Scale(_point[coordinate]) / 2;
    }

    /// <summary>An entry of a formula at the point.</summary>
    public double Value(Expression exact, int entry) => _balls.Value(exact, entry, _point) ?? Along(exact, entry, 0)(_point.Length == 0 ? 0 : _point[0]);

    /// <summary>An entry of a formula as a function of one coordinate.</summary>
    public Func<double, double> Along(Expression exact, int entry, int coordinate)
    {
        if (!_evaluators.TryGetValue(exact, out var evaluator)) _evaluators[exact] = evaluator = Evaluator.Of([exact], bound.Variables, bound.Data, budget);
        double[] moved = [.. _point];
        var outputs = new double[evaluator.Outputs.Count];
        return x =>
        {
            if (moved.Length > 0) moved[coordinate] = x;
            evaluator.At(moved, outputs);
            return outputs[entry];
        };
    }

    /// <summary>The limits of an entry of a formula on both sides of the point along a coordinate.</summary>
    public (SideLimit Left, SideLimit Right) Sides(Expression exact, int entry, int coordinate)
    {
        return (Side(-1), Side(1));

        SideLimit Side(int side) => _balls.Side(exact, entry, coordinate, side, _point) ?? Extrapolated(Along(exact, entry, coordinate), coordinate, side);
    }

    /// <summary>The slopes from the point to its two sides: x²·sin(1/x) has a slope at 0, though its derivative has no limit there.</summary>
    public (SideLimit Left, SideLimit Right) Quotients(Expression exact, int entry, int coordinate, double value)
    {
        var (f, at) = (Along(exact, entry, coordinate), _point[coordinate]);
        return (Side(-1), Side(1));

        SideLimit Side(int side) => _balls.Quotient(exact, entry, coordinate, side, _point) ?? Extrapolated(x => (f(x) - value) / (x - at), coordinate, side);
    }

    /// <summary>The common limit of both sides.</summary>
    public double Common((SideLimit Left, SideLimit Right) sides, Expression exact, int entry, int coordinate)
    {
        var (common, error) = ((sides.Left.Value + sides.Right.Value) / 2, Math.Max(sides.Left.Error, sides.Right.Error));
        if (error <= Sharp * Math.Abs(common)) return common;
        var steps = StepsAlong(coordinate);
        var mean = OneSidedLimit.OfMean(Along(exact, entry, coordinate), _point[coordinate], Math.Min(steps.Left, steps.Right));
        if (mean.Error < error && sides.Left.Is(mean.Value)) (common, error) = (mean.Value, mean.Error);
        return Math.Abs(common) <= error ? 0 : common;
    }

    private SideLimit Extrapolated(Func<double, double> f, int coordinate, int side)
    {
        var steps = StepsAlong(coordinate);
        return OneSidedLimit.Of(f, _point[coordinate], side, side < 0 ? steps.Left : steps.Right);
    }
}
