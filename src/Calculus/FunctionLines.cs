using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Explanations;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Seams;

namespace Calculus;

/// <summary>Straight lines of a function under study: tangents and secants, and how a slope is found.</summary>
public sealed class FunctionLines
{
    private readonly BoundDefinition _bound;
    private readonly FormulaPrinter _printer;
    private readonly CertainFormulas _numbers;
    private readonly Budget _budget;

    internal FunctionLines(BoundDefinition bound, FormulaPrinter printer, CertainFormulas numbers, Budget budget) =>
        (_bound, _printer, _numbers, _budget) = (bound, printer, numbers, budget);

    /// <summary>The tangent at a point along the variable of a first derivative; null where its numbers are not finite, and, with a note, where they are too large for doubles.</summary>
    /// <param name="derivative">The derivative, a number.</param>
    /// <param name="at">The values of the function and of the derivative, its first formula, at the point.</param>
    public StraightLine? Tangent(DerivedFormula derivative, Evaluation at)
    {
        ArgumentNullException.ThrowIfNull(at);
        var (slope, y) = (at.Values[0].Number, at.Value.Number);
        return double.IsFinite(slope) && double.IsFinite(y) ? InRange("the tangent", lines => lines.Tangent(derivative, at.Point, y, slope, at.Kinks.Count == 0)) : null;
    }

    /// <summary>The line through two points of the function's graph; the function has one variable, a number.</summary>
    /// <inheritdoc cref="Lines.Secant"/>
    public Secant Secant(double from, double to, double fromValue, double toValue)
    {
        var secant = new Lines(_bound, _printer, _budget).Secant(from, to, fromValue, toValue);
        return secant.IsExact || _numbers.Rise([from], [to]) is not { } rise || !double.IsFinite(rise) ? secant : secant with { KnownRise = Rational.FromDecimal(rise) };
    }

    /// <summary>How the slope between two points is found.</summary>
    /// <inheritdoc cref="SlopeSteps.Of"/>
    public IReadOnlyList<Step> StepsOfSlope(Secant secant, StraightLine line, bool isOfFunction) => new SlopeSteps(_bound, _budget).Of(secant, line, isOfFunction);

    /// <inheritdoc cref="Lines.Line(Derivatives.Secant, double[])"/>
    public StraightLine? Line(Secant secant, double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(secant);
        return secant is { Slope: null } or { FromY: null } ? null : InRange("the line", lines => lines.Line(secant, numbers));
    }

    private StraightLine? InRange(string part, Func<Lines, StraightLine?> find) => _budget.Extras.Try(part, () =>
    {
        var line = find(new Lines(_bound, _printer, _budget));
        if (line is null) _budget.Extras.LeaveOut(part, "its intercept is beyond the range of numbers");
        return line;
    }, null);
}
