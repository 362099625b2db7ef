using System.Globalization;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>Numbers as people write them.</summary>
internal static class Decimals
{
    /// <summary>The double with the shortest decimal in a range.</summary>
    /// <param name="range">The range; bounded.</param>
    public static double Shortest(Enclosure range)
    {
        if (range.Contains(0)) return 0;
        var middle = range.Middle;
        for (var digits = 1; digits < 17; digits++)
        {
            var rounded = double.Parse(middle.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (range.Contains(rounded)) return rounded;
        }

        return middle;
    }
}
