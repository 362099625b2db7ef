namespace Calculus.Optimization.Diagnoses;

/// <summary>What descents do.</summary>
internal static class Verdicts
{
    /// <summary>At a minimum (a maximum where the optimizer climbs), or within the tolerances asked for.</summary>
    public const string Converged = "converged";

    /// <summary>Still on its way.</summary>
    public const string Slow = "slow";

    /// <summary>Jumps back and forth over the bottom, or wanders without coming lower.</summary>
    public const string Oscillating = "oscillating";

    /// <summary>Overshoots further and further, or leaves the domain.</summary>
    public const string Diverging = "diverging";

    /// <summary>On a way down that has no end: the function has no lower bound (no upper one where the optimizer climbs).</summary>
    public const string Unbounded = "unbounded";

    /// <summary>Jumps over a place where the slope jumps, so that no constant rate brings it to rest.</summary>
    public const string Kink = "kink";

    /// <summary>On ground so level that the steps vanish, but not at a minimum.</summary>
    public const string Plateau = "plateau";

    /// <summary>At or near a point without slope where the function curves downwards in some direction.</summary>
    public const string Saddle = "saddle";

    /// <summary>The function is constant around the point.</summary>
    public const string Flat = "flat";

    /// <summary>At the limit of what double precision can tell apart.</summary>
    public const string Rounding = "rounding";
}
