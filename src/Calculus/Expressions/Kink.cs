namespace Calculus.Expressions;

/// <summary>A point where the slope of a function jumps, or its value does.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Left">The slope on the left.</param>
/// <param name="Right">The slope on the right.</param>
/// <param name="Value">The derivative that is used at the point itself: PyTorch's.</param>
/// <param name="Period">The distance to the next kink of the same kind, for periodic kinks; otherwise null.</param>
public sealed record Kink(double At, double Left, double Right, double Value, double? Period = null);
