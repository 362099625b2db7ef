namespace Calculus.Optimization.LineSearches;

/// <summary>A step along a line, and what was found at its end: φ(t) = F(x + t d).</summary>
/// <param name="Length">t.</param>
/// <param name="Value">φ(t).</param>
/// <param name="Slope">φ′(t) = ∇F(x + t d)·d.</param>
internal readonly record struct Trial(double Length, double Value, double Slope)
{
    /// <summary>True where the function and its slope have finite values there.</summary>
    public bool IsFinite => double.IsFinite(Value) && double.IsFinite(Slope);

    /// <summary>
    /// The length at which the cubic through two trials with their slopes is lowest (J. Nocedal and S. Wright, <em>Numerical
    /// Optimization</em>, 2006, equation 3.59); NaN where it has no lowest point.
    /// </summary>
    /// <param name="a">One trial.</param>
    /// <param name="b">Another one, of another length.</param>
    public static double CubicMinimum(Trial a, Trial b)
    {
        var d1 = a.Slope + b.Slope - (3 * (a.Value - b.Value) / (a.Length - b.Length));
        var discriminant = (d1 * d1) - (a.Slope * b.Slope);
        var d2 = Math.Sign(b.Length - a.Length) * Math.Sqrt(discriminant);
        return b.Length - ((b.Length - a.Length) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + (2 * d2))));
    }

    /// <summary>The length at which the straight line through two slopes is 0; NaN or infinite where the slopes are equal.</summary>
    /// <param name="a">One trial.</param>
    /// <param name="b">Another one, of another length.</param>
    public static double SecantMinimum(Trial a, Trial b) => a.Length - (a.Slope * (b.Length - a.Length) / (b.Slope - a.Slope));
}
