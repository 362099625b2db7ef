using System.Globalization;
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
    // Two one-sided limits found by extrapolation agree to this, relative to their size.
    private const double Agreement = 1e-7;

    private Program? _seams;
    private bool _hasSeams = true;

    private void AtSeams(Expression[] outputs, ReadOnlySpan<double> point, double[] values)
    {
        if (!_hasSeams || !Array.Exists(outputs, _derivatives.ContainsKey) || !TouchesSeam(point)) return;
        for (var i = 0; i < outputs.Length; i++)
        {
            if (_derivatives.TryGetValue(outputs[i], out var derived) && derived.By is [var symbol])
                values[i] = AtSeam(outputs[i], PlaceOf(symbol), point, values[i]);
        }
    }

    private void GradientAtSeams(ReadOnlySpan<double> point, double[] gradient)
    {
        if (!_hasSeams || !TouchesSeam(point)) return;
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = AtSeam(Derivative(Variables[i]), i, point, gradient[i]);
    }

    /// <summary>The derivative's value on a seam: the common limit of both sides, else the convention's value with a note.</summary>
    private double AtSeam(Expression formula, int place, ReadOnlySpan<double> point, double convention)
    {
        // The function and its derivatives up to the one asked for: each must pass the seam without a jump.
        var chain = new Stack<Expression>();
        for (var current = formula; _derivatives.TryGetValue(current, out var derived); current = derived.Of) chain.Push(current);
        var here = point.ToArray();
        var expected = ValueOf(Function, here);
        foreach (var step in chain.Prepend(Function))
        {
            var program = Compile([step]);
            var (left, right) = (Limit(program, place, here, -1), Limit(program, place, here, 1));
            var isLast = step == formula;
            var meets = Agrees(left.Value, right.Value) && (step != Function || Agrees(left.Value, expected));
            if (meets && !isLast) continue;
            if (meets) return Agrees(left.Value, convention) ? convention : (left.Value + right.Value) / 2;
            NoteKink(place, here, isLast ? left.Value : double.NaN, right.Value, convention);
            return convention;
        }

        return convention;
    }

    private static bool Agrees(double a, double b) => Math.Abs(a - b) <= Agreement * Math.Max(1, Math.Abs(a));

    private Estimate Limit(Program program, int place, double[] point, int side)
    {
        var moved = (double[])point.Clone();
        var results = new double[program.Outputs];
        return OneSidedLimit.Of(
            x =>
            {
                moved[place] = x;
                program.Evaluate(moved, results, _budget);
                return results[0];
            },
            point[place],
            side);
    }

    private double ValueOf(Expression expression, double[] point)
    {
        var program = Compile([expression]);
        var results = new double[program.Outputs];
        program.Evaluate(point, results, _budget);
        return results[0];
    }

    private void NoteKink(int place, double[] point, double left, double right, double value)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{Variables[place]} = {point[place]:R}");
        var slopes = double.IsFinite(left) && double.IsFinite(right)
            ? string.Create(CultureInfo.InvariantCulture, $" it is {left:G6} on the left and {right:G6} on the right;")
            : string.Empty;
        var note = new Note(
            NoteCodes.NotDifferentiable,
            string.Create(CultureInfo.InvariantCulture, $"There is no derivative by {Variables[place]} at {at}:{slopes} the value {value:R} is a convention."));
        if (!_notes.Contains(note)) _notes.Add(note);
    }

    private int PlaceOf(Symbol symbol)
    {
        for (var i = 0; i < Variables.Count; i++)
        {
            if (string.Equals(Variables[i], symbol.Name, StringComparison.Ordinal)) return i;
        }

        throw new ArgumentException($"'{symbol.Name}' is not a variable.", nameof(symbol));
    }

    private bool TouchesSeam(ReadOnlySpan<double> point)
    {
        if (_seams is null)
        {
            Expression[] differences = [.. Reachable.From(Function).OfType<Call>().SelectMany(call => call.Function.Seams(_graph, call.Arguments)).Distinct()];
            _hasSeams = differences.Length > 0;
            if (!_hasSeams) return false;
            _seams = Lowering.Compile(differences, _bound.Variables, _context.Data, Variables, _budget);
        }

        var results = new double[_seams.Outputs];
        _seams.Evaluate(point, results, _budget);
        return Array.Exists(results, static difference => difference == 0);
    }
}
