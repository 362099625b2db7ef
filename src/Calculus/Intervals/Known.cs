namespace Calculus.Intervals;

/// <summary>What is known of a formula over a whole box, besides the range of its values.</summary>
[Flags]
internal enum Known
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It has a value at every point of the box.</summary>
    Defined = 1,

    /// <summary>It does not jump where it has a value.</summary>
    Continuous = 2,

    /// <summary>No value is 0, though the range may contain it: a reciprocal.</summary>
    NotZero = 4,

    /// <summary>A value at every point, and no jump.</summary>
    Smooth = Defined | Continuous,
}
