using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Numerics;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus.Seams;

/// <summary>The slopes of a function along directions at points where it may not be differentiable.</summary>
/// <param name="bound">The function.</param>
/// <param name="numbers">Its numbers.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class DirectionalSlopes(BoundDefinition bound, FormulaValues numbers, Budget budget)
{
    private const double FirstStepAlong = 1.0 / 1024;

    // Diagonals of more coordinates are not looked at.
    private const int MostCoordinates = 4;

    /// <summary>
    /// The slope along a direction where it is not gradient · direction: that is compared with the limits of the difference quotients ahead
    /// and behind. Null where the function has that slope.
    /// </summary>
    /// <param name="direction">The direction.</param>
    /// <param name="point">The point.</param>
    /// <param name="linear">gradient · direction.</param>
    public (double Slope, Note Note)? Along(double[] direction, double[] point, double linear)
    {
        if (Differing(direction, point, linear) is not var (behind, ahead)) return null;
        return behind.Meets(ahead)
            ? ((behind.Value + ahead.Value) / 2, SeamWording.NotLinear(ahead, linear))
            : (linear, SeamWording.NoSlopeAlong(behind, ahead, linear));
    }

    /// <summary>
    /// A note where the function has partial derivatives at a point on a seam and is not differentiable there all the same: along a diagonal
    /// of two coordinates it does not have the slope gradient · direction. Null where no diagonal shows that.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="gradient">The partial derivatives there.</param>
    public Note? Against(double[] point, double[] gradient)
    {
        if (!numbers.TouchesSeam(point) || !Array.TrueForAll(gradient, double.IsFinite)) return null;
        var most = Math.Min(point.Length, MostCoordinates);
        for (var i = 0; i < most; i++)
        {
            for (var k = i + 1; k < most; k++)
            {
                foreach (var sign in (ReadOnlySpan<int>)[1, -1])
                {
                    var direction = new double[point.Length];
                    (direction[i], direction[k]) = (1, sign);
                    var linear = gradient[i] + (sign * gradient[k]);
                    if (Differing(direction, point, linear) is var (behind, ahead)) return SeamWording.NotDifferentiable(direction, behind, ahead, linear);
                }
            }
        }

        return null;
    }

    // The limits of the difference quotients behind and ahead, where they are not both gradient · direction.
    private (SideLimit Behind, SideLimit Ahead)? Differing(double[] direction, double[] point, double linear)
    {
        var evaluator = Evaluator.Of([bound.Function], bound.Variables, bound.Data, budget);
        var here = evaluator.At(point)[0];
        var isOnSeam = numbers.TouchesSeam(point);
        if (!double.IsFinite(here) || (!isOnSeam && IsNear(Quotient(FirstStepAlong)) && IsNear(Quotient(-FirstStepAlong)))) return null;
        var balls = new BallLimits(bound, budget);
        var (behind, ahead) = (Limit(-1), Limit(1));
        if ((behind.Is(linear) && ahead.Is(linear)) || (!isOnSeam && (double.IsNaN(behind.Value) || double.IsNaN(ahead.Value)))) return null;
        return (behind, ahead);

        SideLimit Limit(int side) => balls.Quotient(bound.Function, direction, side, point) ?? OneSidedLimit.Of(Quotient, 0, side, FirstStepAlong);

        double Quotient(double step) => (evaluator.At([.. point.Zip(direction, (entry, along) => entry + (step * along))])[0] - here) / step;

        // A smooth function changes its slope by little over a short step.
        bool IsNear(double slope) => Math.Abs(slope - linear) <= Math.Max(1, Math.Abs(linear)) / 16;
    }
}
