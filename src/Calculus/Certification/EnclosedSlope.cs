using Calculus.Balls;
using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Certification;

/// <summary>
/// A slope measured where doubles cannot: (f(x + h) − f(x − h))/2h in balls, with a step h = 2⁻⁴⁰⁰ that is small beside anything a formula of doubles has
/// to show, such as a peak whose width is 10⁻¹⁵, or a part that nearly cancels.
/// </summary>
internal static class EnclosedSlope
{
    private const int StepBits = 400, Bits = 1_024;

    /// <summary>The slope, or null where it is not found for certain within the budget.</summary>
    /// <param name="function">A number as a function of the inputs.</param>
    /// <param name="inputs">What it is computed from.</param>
    /// <param name="point">Where, the coordinates in order.</param>
    /// <param name="place">Along which coordinate.</param>
    /// <param name="budget">Pays for it.</param>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static double? Of(Expression function, Inputs inputs, double[] point, int place, Budget budget)
    {
        var step = Ball.One.Shifted(-StepBits);
        try
        {
            var enclosures = new Enclosures([function], inputs, budget);
            if (!enclosures.TryAt(Moved(step), Bits, out var after) || !enclosures.TryAt(Moved(step.Negated()), Bits, out var before)) return null;
            var slope = after[0][0].Subtract(before[0][0], Bits).Shifted(StepBits - 1);
            return slope.IsFinite && BallLadder.IsKnown(slope) && double.IsFinite(slope.ToDouble()) ? slope.ToDouble() : null;
        }
        catch (LimitException)
        {
            return null;
        }

        Ball[] Moved(Ball by)
        {
            var moved = inputs.Balls(point);
            moved[place] = moved[place].Add(by, Bits);
            return moved;
        }
    }
}
