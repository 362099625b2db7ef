using Calculus.Expressions;

namespace Calculus.Certification;

/// <summary>How far the values of a function spread where an argument is known to within a radius.</summary>
internal static class Spreads
{
    // The functions of the catalogue are smooth within this part of their argument, or of 1 where it is larger, except next to a singularity.
    private const double Near = 1.0 / (1 << 30);

    /// <summary>A bound from the values a little further away than the radius: twice the steeper of the two slopes.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="place">Which of them is not known exactly.</param>
    /// <param name="value">The value.</param>
    /// <param name="radius">How far the argument may be off.</param>
    /// <param name="rounding">How far a value of the function may be rounded.</param>
    public static double Along(Function function, Span<double> arguments, int place, double value, double radius, double rounding)
    {
        var x = arguments[place];
        var size = Math.Abs(x);
        var step = Math.Max(radius, Math.Max(Math.Min(size, 1) * Near, 8 * (Math.BitIncrement(size) - size)));
        if (!(radius < 0.01 * Math.Max(1, size))) return double.PositiveInfinity;
        arguments[place] = x - step;
        var below = Math.Abs(function.Value(arguments) - value);
        arguments[place] = x + step;
        var above = Math.Abs(function.Value(arguments) - value);
        arguments[place] = x;
        return double.IsFinite(below) && double.IsFinite(above) ? 2 * (Math.Max(below, above) + (2 * rounding)) * (radius / step) : double.PositiveInfinity;
    }

    /// <summary>0 where a function whose values are whole numbers has the same value at both ends of the radius, otherwise infinite.</summary>
    public static double OfStairs(UnaryFunction function, double x, double value, double radius)
    {
        var step = radius + (4 * (Math.BitIncrement(Math.Abs(x)) - Math.Abs(x)));
        return function.Value(x - step) == value && function.Value(x + step) == value ? 0 : double.PositiveInfinity;
    }
}
