using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Explanations;
using Calculus.Expressions;
using Calculus.Intervals;
using Calculus.Numerics;
using Calculus.Printing;
using Calculus.Seams;
using Calculus.Syntax;

namespace Calculus.CriticalPoints;

/// <summary>How a curve is discussed: both derivatives, where each is 0, and the signs that they have between.</summary>
/// <param name="bound">The function of one variable.</param>
/// <param name="book">Its derivatives.</param>
/// <param name="explainer">Explains the derivatives.</param>
/// <param name="printer">How formulas and numbers are written.</param>
/// <param name="numbers">The function's numbers.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class CurveSteps(BoundDefinition bound, DerivativeBook book, Explainer explainer, FormulaPrinter printer, FormulaValues numbers, Budget budget)
{
    // Nobody reads more lines of one kind.
    private const int Most = 12;

    /// <summary>The steps by which a curve is discussed.</summary>
    /// <param name="found">What was found of the curve.</param>
    /// <exception cref="LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> Of(CriticalPointSet found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var curve = found.Curve ?? throw new ArgumentException("Only a curve has such steps.", nameof(found));
        var x = bound.Variables[0];
        var (first, second) = (book.Of(x), book.Of(x, 2));
        var lines = new NumberLines(bound, printer.Style, budget);
        SyntaxNode slope = lines.Notation.Write(first.Formula), bend = lines.Notation.Write(second.Formula);
        var level = found.Points.Where(static point => point.Cause == CriticalCause.Stationary && point.IsCertified).Take(Most).ToList();
        foreach (var point in level) At(CurveRules.Stationary, slope, point.Point[0], 0, $"The derivative is 0 at {x.Name} = {Text(point.Point[0])}.");
        foreach (var stretch in curve.Monotonicity.Take(Most)) Between(stretch);
        foreach (var point in level.Where(static point => point.Eigenvalues is [not 0]))
            At(CurveRules.Second, bend, point.Point[0], point.Eigenvalues![0], $"The second derivative at {x.Name} = {Text(point.Point[0])} is {(point.Eigenvalues[0] > 0 ? "positive: a minimum" : "negative: a maximum")}.");
        foreach (var inflection in curve.Inflections.Take(Most)) At(CurveRules.Inflection, bend, inflection, 0, $"The second derivative is 0 at {x.Name} = {Text(inflection)} and changes its sign there.");
        return [.. explainer.Derivative(second), .. lines.All()];

        void At(Rule rule, SyntaxNode line, double at, double value, string explanation)
        {
            var inserted = lines.At(line, [(x.Name, Rational.FromDecimal(at))]);
            if (lines.Is(inserted, value)) lines.Add(rule, explanation, inserted, lines.Number(Rational.FromDecimal(value)));
        }

        void Between(CurveStretch stretch)
        {
            var third = (stretch.To / 3) - (stretch.From / 3);
            var inside = Decimals.Shortest(new Enclosure(stretch.From + third, stretch.To - third));
            var value = numbers.At([first], [inside]).Values[0].Number;
            if (!double.IsFinite(value)) return;
            var words = stretch.Direction switch
            {
                CurveDirection.Up => "positive, so the function rises",
                CurveDirection.Down => "negative, so the function falls",
                _ => "0, so the function is constant",
            };
            At(CurveRules.Sign, slope, inside, value, $"From {Text(stretch.From)} to {Text(stretch.To)}, as at {Text(inside)}, the derivative is {words}.");
        }
    }

    private static string Text(double number) => Figures.Of(number, 10);
}
