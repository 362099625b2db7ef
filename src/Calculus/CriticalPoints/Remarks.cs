using System.Globalization;
using Calculus.Syntax;

namespace Calculus.CriticalPoints;

/// <summary>What an answer about critical points says besides, in sentences.</summary>
internal static class Remarks
{
    /// <summary>Of boxes on which the function is constant.</summary>
    public static Note OfFlat(int variables) => new(NoteCodes.InfinitelyMany, variables == 1
        ? "There are infinitely many critical points: the function is constant on a stretch, and every point of it is critical."
        : "There are infinitely many critical points: the function is constant on a box, and every point of it is critical.");

    /// <summary>Of boxes in which something may be.</summary>
    /// <param name="what">What it is, such as <c>critical points</c>.</param>
    /// <param name="boxes">The boxes; at least one.</param>
    public static Note OfUndecided(string what, IReadOnlyList<CriticalBox> boxes)
    {
        var where = string.Join(" and ", boxes[0].From.Zip(boxes[0].To, static (from, to) => string.Create(CultureInfo.InvariantCulture, $"from {from} to {to}")));
        return new(NoteCodes.Undecided, boxes.Count == 1
            ? $"It is not decided whether there are other {what} {where}."
            : string.Create(CultureInfo.InvariantCulture, $"It is not decided whether there are other {what} in {boxes.Count} places, the first of them {where}."));
    }

    /// <summary>Of a stretch on which the function is 0.</summary>
    public static Note OfZeroStretch { get; } = new(NoteCodes.InfinitelyMany, "The function is 0 all over a stretch; the roots that are listed are the others.");

    /// <summary>Of a kink that is no extremum.</summary>
    public static Note OfKink(double at) => new(NoteCodes.NotDifferentiable, string.Create(CultureInfo.InvariantCulture, $"At {at} the derivative does not exist, but the function has no extremum there."));

    /// <summary>Of a value whose digits are not all certain.</summary>
    public static Note OfValue(IReadOnlyList<double> point, double reach) => new(NoteCodes.Unstable, double.IsFinite(reach)
        ? string.Create(CultureInfo.InvariantCulture, $"The value at the critical point near {string.Join(", ", point.Select(static x => x.ToString(CultureInfo.InvariantCulture)))} is certain to within {reach:G2}.")
        : $"The value at the critical point near {string.Join(", ", point.Select(static x => x.ToString(CultureInfo.InvariantCulture)))} is that at these decimals; how far the point's own lies from it is not known.");

    /// <summary>Of points that seem to lie on a curve of critical points.</summary>
    public static Note OfCurve { get; } = new(NoteCodes.InfinitelyMany, "Critical points lie close together, as if every point of a curve were critical; only some are listed.");
}
