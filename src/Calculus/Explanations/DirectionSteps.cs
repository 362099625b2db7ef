using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>
/// How the slope along a direction is found: the partial derivatives, their values at the point, the unit direction, and the dot
/// product, at the point and as a formula.
/// </summary>
/// <param name="bound">The function, of numbers.</param>
/// <param name="explainer">Explains the partial derivatives.</param>
/// <param name="printer">How formulas with the numbers of the question are written.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class DirectionSteps(BoundDefinition bound, Explainer explainer, FormulaPrinter printer, Budget budget)
{
    /// <summary>The steps; the last ends in the derivative along the direction as given.</summary>
    /// <param name="partials">The first derivative by each variable.</param>
    /// <param name="along">The derivative along the direction.</param>
    /// <param name="slope">Point and direction, and the numbers found for them; all finite.</param>
    /// <exception cref="LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> Of(IReadOnlyList<DerivedFormula> partials, DerivedFormula along, DirectionalSlope slope)
    {
        ArgumentNullException.ThrowIfNull(partials);
        ArgumentNullException.ThrowIfNull(along);
        ArgumentNullException.ThrowIfNull(slope);
        var lines = new NumberLines(bound, printer.Style, budget);
        var (notation, factory) = (lines.Notation, lines.Notation.Factory);
        SyntaxNode[] formulas = [.. partials.Select(partial => notation.Write(partial.Formula))];
        string[] names = [.. bound.Variables.Select(static symbol => symbol.Name)];
        var point = names.Zip(Decimals(slope.Point)).ToList();
        Rational[] direction = [.. Decimals(slope.Direction)], unit = [.. Decimals(slope.Unit)], gradient = [.. Decimals(slope.Gradient)];
        var limits = new List<string>();
        for (var i = 0; i < formulas.Length; i++)
        {
            var inserted = lines.At(formulas[i], point);
            if (lines.Is(inserted, slope.Gradient[i])) lines.Add(DirectionRules.AtPoint, $"The partial derivative by {names[i]} at the point.", inserted, lines.Number(gradient[i]));
            else limits.Add(names[i]);
        }

        var length = Rational.FromDecimal(slope.Length);
        if (!length.IsOne || direction.Length > 1)
        {
            var squares = direction.Select(entry => factory.Power(lines.Number(entry), factory.Number(2))).Aggregate(factory.Add);
            lines.Add(DirectionRules.Length, DirectionRules.Length.Sentence, factory.Call(Sqrt.Function.Name, squares), lines.Number(length));
        }

        for (var i = 0; i < formulas.Length && !length.IsOne; i++)
            lines.Add(DirectionRules.Unit, $"The entry of the unit direction along {names[i]}.", factory.Divide(lines.Number(direction[i]), lines.Number(length)), lines.Number(unit[i]));
        var words = limits.Count == 0 ? "" : $" By {string.Join(" and ", limits)} the formula breaks at the point: the value is its limit there, or, at a kink, the convention that a note tells.";
        lines.Add(DirectionRules.Dot, DirectionRules.Dot.Sentence + words, lines.Dot(gradient.Select(lines.Number), unit), lines.Number(Rational.FromDecimal(slope.Value)));
        lines.Add(DirectionRules.Along, DirectionRules.Along.Sentence, lines.Dot(formulas, direction), notation.Write(along.Formula));
        return [.. explainer.Gradient(partials), .. lines.EndIn(printer.Print(along))];
    }

    private static IEnumerable<Rational> Decimals(IReadOnlyList<double> numbers) => numbers.Select(Rational.FromDecimal);
}

/// <summary>The slope of a function along a direction at a point, in numbers.</summary>
/// <param name="Point">The point.</param>
/// <param name="Direction">The direction as given.</param>
/// <param name="Length">Its length.</param>
/// <param name="Unit">Its unit vector.</param>
/// <param name="Gradient">The gradient at the point.</param>
/// <param name="Value">The slope along the unit vector.</param>
public sealed record DirectionalSlope(
    IReadOnlyList<double> Point, IReadOnlyList<double> Direction, double Length, IReadOnlyList<double> Unit, IReadOnlyList<double> Gradient, double Value)
{
    /// <summary>Whether every number is finite.</summary>
    public bool IsFinite => double.IsFinite(Value) && double.IsFinite(Length) && Gradient.All(double.IsFinite) && Unit.All(double.IsFinite);
}
