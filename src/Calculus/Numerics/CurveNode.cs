namespace Calculus.Numerics;

/// <summary>A point of a curve, and what is known about the stretch to the next one.</summary>
internal sealed class CurveNode(double x, double y)
{
    public double X { get; } = x;

    public double Y { get; } = y;

    /// <summary>How often f was evaluated on the stretch to the next point.</summary>
    public int Level { get; set; }

    /// <summary>How far f was from the straight line when last looked at, in heights of the picture.</summary>
    public double Deviation { get; set; } = double.PositiveInfinity;

    /// <summary>How many times in a row f was found on the straight line.</summary>
    public int Straight { get; set; }

    /// <summary>True once a jump or pole was looked for here, at the current level.</summary>
    public bool Searched { get; set; }
}
