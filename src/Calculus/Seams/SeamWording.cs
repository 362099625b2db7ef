using System.Globalization;
using Calculus.Numerics;
using Calculus.Syntax;

namespace Calculus.Seams;

/// <summary>The words of a note on a point without a derivative.</summary>
internal static class SeamWording
{
    /// <summary>The note.</summary>
    /// <param name="variables">What the derivative is by: one coordinate, or several of a mixed derivative.</param>
    /// <param name="at">Where it was asked for, a number for each.</param>
    /// <param name="order">Its order.</param>
    /// <param name="broken">The order of the first derivative whose sides do not meet; 0 for the function.</param>
    /// <param name="sides">The limits of that derivative on the left and on the right.</param>
    /// <param name="slopes">Where the function itself jumps, the limits of its derivative on the left and on the right.</param>
    /// <param name="here">The function's value.</param>
    /// <param name="convention">The value given.</param>
    public static Note NoDerivative(
        IReadOnlyList<string> variables,
        IReadOnlyList<double> at,
        int order,
        int broken,
        (SideLimit Left, SideLimit Right) sides,
        (SideLimit Left, SideLimit Right) slopes,
        double here,
        double convention)
    {
        var which = order == 1 ? "no derivative" : string.Create(CultureInfo.InvariantCulture, $"no derivative of order {order}");
        var what = broken switch
        {
            0 => $"the function {Sides("is", "goes to", sides)}, and its value is {Number(here)}; its slope {Sides("is", "is", slopes)}",
            _ when broken == order => $"it {Sides("is", "is", sides)}",
            _ => string.Create(CultureInfo.InvariantCulture, $"that of order {broken} {Sides("is", "is", sides)}"),
        };
        var used = !double.IsFinite(convention) ? "." : $"; the value {Figures.Of(convention)} is a convention.";
        return new Note(
            NoteCodes.NotDifferentiable,
            $"There is {which} by {string.Join(" and ", variables)} at {string.Join(", ", variables.Zip(at, static (name, value) => $"{name} = {Figures.Of(value)}"))}: {what}{used}");
    }

    /// <summary>The note at the edge of the domain.</summary>
    /// <param name="variable">What the derivative is by.</param>
    /// <param name="at">Where the edge is.</param>
    /// <param name="isRight">Whether the function is defined on the right.</param>
    public static Note OneSided(string variable, double at, bool isRight) => new(
        NoteCodes.NotDifferentiable,
        $"{variable} = {Figures.Of(at)} is the edge of the domain: the derivative is that on the {(isRight ? "right" : "left")}.");

    /// <summary>The note that a function is not linear near a point: along a direction it has a slope, which is not gradient · direction.</summary>
    /// <param name="slope">Its slope along the direction.</param>
    /// <param name="linear">gradient · direction.</param>
    public static Note NotLinear(SideLimit slope, double linear) => new(
        NoteCodes.NotDifferentiable,
        double.IsNaN(linear)
            ? $"The function is not differentiable at this point, though along this direction it has the slope {Number(slope.Value)}."
            : $"The function is not differentiable at this point: along this direction its slope is {Number(slope.Value)}, while gradient · direction is {Number(linear)}.");

    /// <summary>The note that a function has partial derivatives at a point and is not differentiable there.</summary>
    /// <param name="direction">A direction that shows it.</param>
    /// <param name="behind">The slope along it from behind.</param>
    /// <param name="ahead">The slope along it ahead.</param>
    /// <param name="linear">gradient · direction.</param>
    public static Note NotDifferentiable(IReadOnlyList<double> direction, SideLimit behind, SideLimit ahead, double linear)
    {
        var along = string.Join(", ", direction.Select(Number));
        var slope = behind.Meets(ahead) ? Side("is", "is", ahead.Value) : $"{Side("is", "is", behind.Value)} behind and {Side("is", "is", ahead.Value)} ahead";
        return new Note(
            NoteCodes.NotDifferentiable,
            $"The function has partial derivatives at this point, but is not differentiable there: along ({along}) its slope {slope}, while gradient · direction is {Number(linear)}.");
    }

    /// <summary>The note that a function has no slope along a direction.</summary>
    /// <param name="behind">The slope from behind.</param>
    /// <param name="ahead">The slope ahead.</param>
    /// <param name="convention">The value given.</param>
    public static Note NoSlopeAlong(SideLimit behind, SideLimit ahead, double convention) => new(
        NoteCodes.NotDifferentiable,
        $"There is no derivative along this direction at this point: the slope {Side("is", "is", behind.Value)} behind and {Side("is", "is", ahead.Value)} ahead{(double.IsNaN(convention) ? "." : $"; the value {Number(convention)}, gradient · direction, is a convention.")}");

    private static string Sides(string state, string verb, (SideLimit Left, SideLimit Right) sides)
    {
        var (left, right) = (Side(state, verb, sides.Left.Value), Side(state, verb, sides.Right.Value));
        return sides.Left.Meets(sides.Right) || string.Equals(left, right, StringComparison.Ordinal)
            ? $"{left} on both sides"
            : sides.Left.IsFinite && sides.Right.IsFinite
            ? $"{left} on the left and {Number(sides.Right.Value)} on the right"
            : $"{left} on the left and {right} on the right";
    }

    private static string Side(string state, string verb, double value) => value switch
    {
        double.NaN => $"{state} without a limit",
        double.PositiveInfinity => $"{state} unbounded above",
        double.NegativeInfinity => $"{state} unbounded below",
        _ => $"{verb} {Number(value)}",
    };

    // Limits are found by extrapolation: their last digits are noise.
    private static string Number(double value) => Figures.Of(Math.Abs(value) < 1e-12 ? 0 : value, 6);
}
