using Calculus.Derivatives;
using Calculus.Explanations;
using Calculus.Seams;
using Calculus.Syntax;

namespace Calculus;

/// <summary>Directions: slopes along them, angles to the gradient, and the gradient's own.</summary>
public sealed partial class Study
{
    /// <summary>The derivative along a direction that need not be a unit vector: gradient · direction.</summary>
    /// <param name="direction">One component for each coordinate of a point.</param>
    public DerivedFormula DirectionalDerivative(double[] direction) => _book.Along(Layout.Split(direction));

    /// <summary>How the slope along a direction is found; the function's variables are numbers.</summary>
    /// <param name="along">The derivative along the direction.</param>
    /// <param name="slope">Point and direction, and the numbers found for them; all finite.</param>
    public IReadOnlyList<Step> StepsAlong(DerivedFormula along, DirectionalSlope slope)
    {
        ArgumentNullException.ThrowIfNull(slope);
        return new DirectionSteps(_bound, Explain, _printer.Beside([.. slope.Point, .. slope.Direction]), _budget).Of(Gradient(Variables), along, slope);
    }

    /// <inheritdoc cref="DirectionalSlopes.Along"/>
    public (double Slope, Note Note)? SlopeAlong(double[] direction, double[] point, double linear) => new DirectionalSlopes(_bound, _numbers, _budget).Along(direction, point, linear);

    /// <inheritdoc cref="DirectionalSlopes.Against"/>
    public Note? NotDifferentiable(double[] point, double[] gradient) =>
        _budget.Extras.Try("whether the function is differentiable", () => new DirectionalSlopes(_bound, _numbers, _budget).Against(point, gradient), null);

    /// <inheritdoc cref="CertainDirections.Angle"/>
    public (double Angle, Note? Note)? Angle(DerivedFormula along, double[] direction, double[] point, double rounded) =>
        _budget.Extras.Try("the certainty of the angle", () => new CertainDirections(_bound, _book.ExactGradient, _budget).Angle(along, direction, point, rounded), null);

    /// <summary>The unit vector along the gradient by all variables, where its entries are too small for doubles to tell; otherwise null, and no formula is looked for.</summary>
    /// <param name="point">The point.</param>
    /// <param name="numbers">The numbers of the gradient there.</param>
    public double[]? DirectionOfTiny(double[] point, double[] numbers) =>
        CertainDirections.IsTiny(numbers) ? DirectionOfTiny(Gradient(Variables), point, numbers) : null;

    /// <summary>The unit vector along a gradient whose entries are too small for doubles to tell; null where it is 0, or large enough, or not known.</summary>
    /// <param name="gradient">Partial derivatives.</param>
    /// <param name="point">The point.</param>
    /// <param name="numbers">The numbers of the partial derivatives there.</param>
    public double[]? DirectionOfTiny(IReadOnlyList<DerivedFormula> gradient, double[] point, double[] numbers) => CertainDirections.IsTiny(numbers)
        ? _budget.Extras.Try("the direction of the gradient", () => new CertainDirections(_bound, gradient, _budget).OfTiny(point), null)
        : null;
}
