using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus;

/// <summary>
/// Points where a branch changes. There a formula for the derivative has only a convention to offer; what counts is the
/// limit from both sides, where the two agree.
/// </summary>
public sealed partial class Study
{
    // The nearest step looked at is a millionth of the scale: near enough to lie between two seams, far enough to be seen by 1 + h².
    private const int NearestHalving = 20;

    private const int PointsAtOnce = 256;
    private const int MostKinkNotes = 20;

    private readonly Dictionary<Expression, Program> _programs = [];
    private Program? _seams;
    private bool _hasSeams = true;

    private void AtSeams(Expression[] outputs, ReadOnlySpan<double> point, double[] values)
    {
        if (!Array.Exists(outputs, _derivatives.ContainsKey) || Seams() is not { } seams) return;
        var differences = new double[seams.Outputs];
        seams.Evaluate(point, differences, _budget);
        if (!Array.Exists(differences, static difference => difference == 0)) return;
        for (var i = 0; i < outputs.Length; i++) values[i] = AtSeam(outputs[i], point, values[i]);
    }

    /// <summary>The same for many points, one column of values for each output; where the function is NaN, nothing changes.</summary>
    private void AtSeams(Expression[] outputs, double[][] columns, int count, double[][] results)
    {
        if (!Array.Exists(outputs, _derivatives.ContainsKey) || Seams() is not { } seams) return;
        var points = new double[columns.Length * PointsAtOnce];
        var differences = new double[seams.Outputs * PointsAtOnce];
        var point = new double[columns.Length];
        for (var start = 0; start < count; start += PointsAtOnce)
        {
            var length = Math.Min(PointsAtOnce, count - start);
            for (var i = 0; i < columns.Length; i++) columns[i].AsSpan(start, length).CopyTo(points.AsSpan(i * length));
            seams.EvaluateBlock(points.AsSpan(0, columns.Length * length), length, differences.AsSpan(0, seams.Outputs * length), _budget);
            for (var k = 0; k < length; k++)
            {
                var touches = false;
                for (var seam = 0; seam < seams.Outputs && !touches; seam++) touches = differences[(seam * length) + k] == 0;
                if (!touches) continue;
                for (var i = 0; i < point.Length; i++) point[i] = columns[i][start + k];
                for (var i = 0; i < outputs.Length; i++) results[i][start + k] = AtSeam(outputs[i], point, results[i][start + k]);
            }
        }
    }

    private void GradientAtSeams(ReadOnlySpan<double> point, double[] gradient)
    {
        if (Seams() is not { } seams) return;
        var differences = new double[seams.Outputs];
        seams.Evaluate(point, differences, _budget);
        if (!Array.Exists(differences, static difference => difference == 0)) return;
        for (var i = 0; i < gradient.Length; i++) gradient[i] = AtSeam(Derivative(Variables[i]), point, gradient[i]);
    }

    /// <summary>A derivative's value on a seam: the common limit of both sides, else the convention's value with a note.</summary>
    private double AtSeam(Expression formula, ReadOnlySpan<double> point, double convention)
    {
        if (!_derivatives.TryGetValue(formula, out var asked) || asked.By is not [var symbol]) return convention;
        var here = point.ToArray();
        var value = Value(Function, here);
        if (double.IsNaN(value)) return convention;

        // The function and its derivatives up to the one asked for: each must pass the seam without a jump.
        var chain = new Stack<Expression>();
        for (var current = formula; _derivatives.TryGetValue(current, out var derived); current = derived.Of) chain.Push(current);
        var place = PlaceOf(symbol);
        var steps = (Left: ClearStep(place, here, -1), Right: ClearStep(place, here, 1));
        var sides = BothSides(Function, place, here, steps);
        var broken = sides.Left.Is(value) && sides.Right.Is(value) ? -1 : 0;
        for (var order = 1; broken < 0 && chain.TryPop(out var next); order++)
        {
            sides = BothSides(next, place, here, steps);
            if (order == 1 && (double.IsNaN(sides.Left.Value) || double.IsNaN(sides.Right.Value))) sides = Quotients(place, here, steps, value);
            if (!sides.Left.Meets(sides.Right)) broken = order;
        }

        if (broken < 0) return sides.Left.Is(convention) && sides.Right.Is(convention) ? convention : Common(sides, formula, place, here, steps);
        var slopes = broken == 0 ? BothSides(chain.Peek(), place, here, steps) : sides;
        var note = SeamWording.NoDerivative(NameOf(place), here[place], asked.Order, broken, sides, slopes, value, convention);
        if (!_notes.Contains(note) && _notes.Count(static known => known.Code is NoteCodes.NotDifferentiable) < MostKinkNotes) _notes.Add(note);
        if (asked.Order == 1) AddKink(place, here, steps, slopes, isContinuous: broken == 1, convention);
        return convention;
    }

    // Null where there is one derivative or none to compare.
    private (double Left, double Right)? SlopesAtSeam(int place, double[] point)
    {
        if (!TouchesSeam(point)) return null;
        var (left, right) = BothSides(Derivative(Variables[place]), place, point, (ClearStep(place, point, -1), ClearStep(place, point, 1)));
        return left.IsFinite && right.IsFinite && !left.Meets(right) ? (left.Value, right.Value) : null;
    }

    private (SideLimit Left, SideLimit Right) BothSides(Expression expression, int place, double[] point, (double Left, double Right) steps)
    {
        var f = Along(expression, place, point);
        return (OneSidedLimit.Of(f, point[place], -1, steps.Left), OneSidedLimit.Of(f, point[place], 1, steps.Right));
    }

    private double Common((SideLimit Left, SideLimit Right) sides, Expression formula, int place, double[] point, (double Left, double Right) steps)
    {
        var (common, error) = ((sides.Left.Value + sides.Right.Value) / 2, Math.Max(sides.Left.Error, sides.Right.Error));
        var mean = OneSidedLimit.OfMean(Along(formula, place, point), point[place], Math.Min(steps.Left, steps.Right));
        if (mean.Error < error && sides.Left.Is(mean.Value)) (common, error) = (mean.Value, mean.Error);
        return Math.Abs(common) <= error ? 0 : common;
    }

    // x²·sin(1/x) has a slope at 0, though its derivative has no limit there.
    private (SideLimit Left, SideLimit Right) Quotients(int place, double[] point, (double Left, double Right) steps, double value)
    {
        var (f, at) = (Along(Function, place, point), point[place]);
        return (OneSidedLimit.Of(Slope, at, -1, steps.Left), OneSidedLimit.Of(Slope, at, 1, steps.Right));

        double Slope(double x) => (f(x) - value) / (x - at);
    }

    private Func<double, double> Along(Expression expression, int place, double[] point)
    {
        var moved = (double[])point.Clone();
        return x =>
        {
            moved[place] = x;
            return Value(expression, moved);
        };
    }

    /// <summary>How far one may go from a point along one variable before the next seam is met.</summary>
    private double ClearStep(int place, double[] point, int side)
    {
        var seams = Seams()!;
        var moved = (double[])point.Clone();
        var (nearest, further) = (new double[seams.Outputs], new double[seams.Outputs]);
        var step = Math.ScaleB(OneSidedLimit.Scale(point[place]), -NearestHalving);
        moved[place] = point[place] + (side * step);
        seams.Evaluate(moved, nearest, _budget);
        for (var halving = NearestHalving; halving > 1; halving--, step *= 2)
        {
            moved[place] = point[place] + (2 * side * step);
            seams.Evaluate(moved, further, _budget);
            for (var i = 0; i < nearest.Length; i++)
            {
                if (nearest[i].CompareTo(0) != further[i].CompareTo(0)) return step;
            }
        }

        return step;
    }

    private double Value(Expression expression, double[] point)
    {
        if (!_programs.TryGetValue(expression, out var program)) _programs[expression] = program = Compile([expression]);
        var results = new double[program.Outputs];
        program.Evaluate(point, results, _budget);
        return results[0];
    }

    private int PlaceOf(Symbol symbol)
    {
        for (var i = 0; i < Variables.Count; i++)
        {
            if (string.Equals(Variables[i], symbol.Name, StringComparison.Ordinal)) return i;
        }

        throw new ArgumentException($"'{symbol.Name}' is not a variable.", nameof(symbol));
    }

    private Program? Seams()
    {
        if (_seams is not null || !_hasSeams) return _seams;
        _causes = [.. Reachable.From(Function).OfType<Call>().SelectMany(call => call.Function.Seams(_graph, call.Arguments).Select((seam, i) => new Cause(seam, call.Function, i)))];
        Expression[] differences = [.. _causes.Select(static cause => cause.Seam).Distinct()];
        _hasSeams = differences.Length > 0;
        if (_hasSeams) _seams = Lowering.Compile(differences, _bound.Variables, _context.Data, Variables, _budget);
        return _seams;
    }
}
