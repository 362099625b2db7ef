using Calculus.Balls;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Expressions;
using Calculus.Numerics;

namespace Calculus.Seams;

/// <summary>
/// The limits of formulas next to a point, by their values in balls at distances far below the rounding of doubles: so near, a smooth
/// function and a root are told apart from one that grows without bound.
/// </summary>
/// <param name="bound">The function.</param>
/// <param name="budget">Pays for the values.</param>
internal sealed class BallLimits(BoundDefinition bound, Budget budget)
{
    // Of its own: where balls are too dear, extrapolation is still paid for.
    private readonly Budget _budget = budget.Besides();

    // Distances 2^-Nearness, its square, and so on. Differences over the square of the second still have digits with so many bits.
    private const int Nearness = 40, Bits = 768, MoreBits = 1_280;

    // A relative change that is rounding, and one that is settling.
    private const double Settled = 1.0 / (1L << 36), Settling = 1.0 / (1 << 10);

    private const double RoundingOfDoubles = 1e-15;

    private readonly Inputs _inputs = new(bound.Variables, bound.Data, bound.Context.Decimals);
    private readonly Dictionary<Expression, Enclosures> _enclosures = [];

    /// <summary>The value of an entry of a formula at a point; null where balls do not tell it.</summary>
    public double? Value(Expression exact, int entry, double[] point)
    {
        var ball = At(exact, entry, _inputs.Balls(point), Bits);
        return ball.Kind == BallKind.Undefined ? double.NaN : ball.GoodBits >= 54 ? ball.ToDouble() : null;
    }

    /// <summary>The limit of an entry of a formula on one side of a point; null where balls do not tell it.</summary>
    /// <param name="exact">The formula.</param>
    /// <param name="entry">Which of its entries.</param>
    /// <param name="coordinate">The coordinate that moves.</param>
    /// <param name="side">1 from above, −1 from below.</param>
    /// <param name="point">The point.</param>
    public SideLimit? Side(Expression exact, int entry, int coordinate, int side, double[] point) =>
        Limit((distance, bits) => At(exact, entry, Moved(point, coordinate, side, distance), bits));

    /// <summary>The limit of the slope from a point to one side.</summary>
    /// <inheritdoc cref="Side"/>
    public SideLimit? Quotient(Expression exact, int entry, int coordinate, int side, double[] point) =>
        Limit((distance, bits) => At(exact, entry, Moved(point, coordinate, side, distance), bits)
            .Subtract(At(exact, entry, _inputs.Balls(point), bits), bits).Shifted(distance).Multiply(side, bits));

    /// <summary>The limit of the slope of a number from a point to one side along a direction.</summary>
    /// <param name="exact">The formula.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="side">1 ahead, −1 behind.</param>
    /// <param name="point">The point.</param>
    public SideLimit? Quotient(Expression exact, double[] direction, int side, double[] point)
    {
        Ball[] along = [.. direction.Select(static entry => Ball.Of(Rational.FromDecimal(entry)))];
        return Limit((distance, bits) =>
        {
            var here = _inputs.Balls(point);
            Ball[] moved = [.. here.Zip(along, (entry, step) => entry.Add(step.Shifted(-distance).Multiply(side, MoreBits), MoreBits))];
            return At(exact, 0, moved, bits).Subtract(At(exact, 0, here, bits), bits).Shifted(distance).Multiply(side, bits);
        });
    }

    private Ball[] Moved(double[] point, int coordinate, int side, int distance)
    {
        var moved = _inputs.Balls(point);
        moved[coordinate] = moved[coordinate].Add(((Ball)side).Shifted(-distance), MoreBits);
        return moved;
    }

    private Ball At(Expression exact, int entry, Ball[] point, int bits)
    {
        if (!_enclosures.TryGetValue(exact, out var enclosures)) _enclosures[exact] = enclosures = new Enclosures([exact], _inputs, _budget);
        try
        {
            return _budget.Extras.Contain("the limits next to the point", Enclosed, Ball.Unknown);
        }
        catch (LimitException)
        {
            return Ball.Unknown;
        }

        Ball Enclosed() => !enclosures.TryAt(point, bits, out var values) ? Ball.Unknown : values[0] is [var only] ? only : values[0][entry];
    }

    private static SideLimit? Limit(Func<int, int, Ball> at) => Limit(at, Bits) ?? Limit(at, MoreBits);

    private static SideLimit? Limit(Func<int, int, Ball> at, int bits)
    {
        Span<double> values = stackalloc double[4];
        for (var k = 0; k < 3; k++)
        {
            var ball = at(Nearness << k, bits);
            if (ball.Kind == BallKind.Undefined) return new SideLimit(double.NaN, double.PositiveInfinity, 0);
            if (!IsKnown(ball)) return null;
            values[k] = ball.ToDouble();
        }

        var (first, second, third) = (values[0], values[1], values[2]);
        double change = Math.Abs(second - third), before = Math.Abs(first - second);
        if (change <= Settled * Math.Abs(third)) return Settle(third, 0);
        if (change <= Settling * Math.Abs(third) && change <= before / 256) return Settle(third, change * Math.Pow(change / before, 2));
        if (Math.Abs(second) <= Math.Abs(first) / 16 && Math.Abs(third) <= Math.Abs(second) / 256)
        {
            // It shrinks towards 0, or towards something very small.
            var last = at(Nearness << 3, MoreBits);
            if (!IsKnown(last)) return null;
            var fourth = last.ToDouble();
            return Math.Abs(fourth) <= Math.Abs(third) / 256 ? new SideLimit(0, 0, 0) : Settle(fourth, 0);
        }

        var grows = Math.Abs(second) >= 1.5 * Math.Abs(first) && Math.Abs(third) >= 1.5 * Math.Abs(second);
        if (!grows || Math.Sign(first) != Math.Sign(second) || Math.Sign(second) != Math.Sign(third)) return null;
        return new SideLimit(Math.Sign(third) * double.PositiveInfinity, double.PositiveInfinity, Math.Abs(first));
    }

    private static SideLimit Settle(double value, double error) => new(value, error + (RoundingOfDoubles * Math.Abs(value)), Math.Abs(value));

    private static bool IsKnown(Ball ball) => ball.GoodBits >= 54 || (ball.IsFinite && ball.ErrorBit < -8 * Nearness);
}
