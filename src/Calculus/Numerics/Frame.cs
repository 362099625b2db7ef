namespace Calculus.Numerics;

/// <summary>
/// Turns values into heights on a picture: 0 is its lower edge and 1 its upper one. Further outside than one height, heights
/// grow like a logarithm, so that a pole keeps growing but never overflows.
/// </summary>
internal sealed class Frame(ValueRange range)
{
    // From a thousand heights outside on, a line to the point looks vertical.
    private static readonly double FarAway = 2 + Math.Log(1000);

    private readonly double _unit = Math.ScaleB(1, Math.ILogB(Math.Max(Math.Abs(range.From), Math.Abs(range.To))));

    public double Height(double y)
    {
        var from = range.From / _unit;
        var height = ((y / _unit) - from) / ((range.To / _unit) - from);
        return height switch
        {
            > 2 => 2 + Math.Log(Math.Min(height, double.MaxValue) - 1),
            < -1 => -1 - Math.Log(-Math.Max(height, -double.MaxValue)),
            _ => height,
        };
    }

    /// <summary>True of values outside the picture by more than its own height.</summary>
    public static bool IsOutside(double height) => height is > 2 or < -1;

    /// <summary>True of values so far outside that a line to them leaves the picture where the curve does.</summary>
    public static bool IsFar(double height) => height > FarAway || height < 1 - FarAway;
}
