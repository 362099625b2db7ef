using System.Globalization;
using System.Text.RegularExpressions;

namespace CalcApi.BrowserTests;

/// <summary>A curve as it was drawn.</summary>
/// <param name="text">The path's text.</param>
/// <param name="left">Where the picture begins, in pixels.</param>
/// <param name="width">How wide it is, in pixels.</param>
public sealed partial class DrawnPath(string text, double left, double width)
{
    /// <summary>The strokes, each a list of x in pixels.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Strokes { get; } =
    [
        .. text.Split('M', StringSplitOptions.RemoveEmptyEntries)
            .Select(stroke => (IReadOnlyList<double>)[.. stroke.Split('L').Select(spot => double.Parse(spot.Split(',')[0], CultureInfo.InvariantCulture))]),
    ];

    /// <summary>The position of an input when inputs from −5 to 5 are shown.</summary>
    public double PixelOf(double input) => left + ((input + 5) / 10 * width);

    /// <summary>Whether a line joins the two sides of an input.</summary>
    public bool Crosses(double input)
    {
        var at = PixelOf(input);
        return Strokes.Any(stroke => stroke.Any(x => x < at - 0.01) && stroke.Any(x => x > at + 0.01));
    }

    [GeneratedRegex("^M.+L", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex SomePath();
}
