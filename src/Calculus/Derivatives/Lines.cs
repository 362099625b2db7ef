using Calculus.Binding;
using Calculus.Budgets;
using Calculus.EntryByEntry;
using Calculus.Expressions;
using Calculus.Printing;

namespace Calculus.Derivatives;

/// <summary>
/// Straight lines of one function of numbers: tangents and secants. They are exact where values and slopes are fractions that people
/// write, else their numbers are the shortest decimals of doubles.
/// </summary>
/// <param name="bound">The function.</param>
/// <param name="printer">How its formulas are written.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class Lines(BoundDefinition bound, FormulaPrinter printer, Budget budget)
{
    /// <summary>The tangent at a point along one variable; null where its numbers are too large for doubles.</summary>
    /// <param name="derivative">The first derivative by the variable.</param>
    /// <param name="point">The coordinates of the point.</param>
    /// <param name="y">The function's value there.</param>
    /// <param name="slope">The derivative's value there.</param>
    /// <param name="isSmooth">Whether the derivative exists there; else the slope is a convention, and no formula gives it.</param>
    public StraightLine? Tangent(DerivedFormula derivative, IReadOnlyList<double> point, double y, double slope, bool isSmooth)
    {
        ArgumentNullException.ThrowIfNull(derivative);
        ArgumentNullException.ThrowIfNull(point);
        var (variable, values) = (derivative.By!, new ExactValues(bound, point, budget));
        var at = Rational.FromDecimal(point[bound.Layout.Offset(bound.Variables.ToList().IndexOf(variable))]);
        // Only both together make the line exact.
        var exactY = isSmooth ? values.Of(bound.Function, y) : null;
        var exactSlope = exactY is null ? null : values.Of(derivative.Exact, slope);
        var isExact = exactY is not null && exactSlope is not null;
        return Line(variable, isExact ? exactSlope!.Value : Rational.FromDecimal(slope), at, isExact ? exactY!.Value : Rational.FromDecimal(y), isExact, [.. point]);
    }

    /// <summary>The line through two points of the graph of a function of one variable.</summary>
    /// <param name="from">The first input.</param>
    /// <param name="to">The second input, another one.</param>
    /// <param name="fromValue">The function's value at the first, as a double.</param>
    /// <param name="toValue">Its value at the second.</param>
    public Secant Secant(double from, double to, double fromValue, double toValue)
    {
        var (first, second) = (ExactValue(from, fromValue), ExactValue(to, toValue));
        return new Secant(Rational.FromDecimal(from), Rational.FromDecimal(to), first ?? Decimal(fromValue), second ?? Decimal(toValue))
        {
            IsExact = first is not null && second is not null,
        };
    }

    /// <summary>The line through two points, in the function's variable; null where its numbers are not finite or too large for doubles.</summary>
    /// <param name="secant">The points.</param>
    /// <param name="numbers">The numbers of the question.</param>
    public StraightLine? Line(Secant secant, double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(secant);
        return secant is { Slope: { } slope, FromY: { } fromY } ? Line(bound.Variables[0], slope, secant.FromX, fromY, secant.IsExact, numbers) : null;
    }

    private Rational? ExactValue(double input, double nearest) => new ExactValues(bound, [input], budget).Of(bound.Function, nearest);

    private static Rational? Decimal(double value) => double.IsFinite(value) ? Rational.FromDecimal(value) : null;

    private StraightLine? Line(Symbol x, Rational slope, Rational throughX, Rational throughY, bool isExact, double[] numbers)
    {
        var suited = isExact ? printer.Beside([.. numbers, .. bound.Data.Values.SelectMany(static value => value.Entries)]) : printer.InDecimals;
        var (decimals, intercept) = (suited.Style.Decimals, throughY - (slope * throughX));
        if (!isExact && intercept.ToDouble() is var nearest && double.IsFinite(nearest)) intercept = Rational.FromDecimal(nearest);
        if (slope.Readable(decimals) is not { } m || intercept.Readable(decimals) is not { } b) return null;
        if (m != slope || b != intercept) suited = printer.InDecimals;
        return new StraightLine(b + (m * (Expression)x), suited);
    }
}
