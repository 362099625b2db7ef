namespace Calculus.Seams;

/// <summary>A point of the question at which the function has no derivative by a variable.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Point">The point, in the order of the function's variables.</param>
/// <param name="Left">The slope on the left; infinite where it grows without bound, NaN where it has no limit.</param>
/// <param name="Right">The slope on the right.</param>
/// <param name="Value">The value given, by convention.</param>
/// <param name="Subgradient">The interval of slopes that the kink allows; null where the function jumps or a slope is not finite.</param>
/// <param name="Elsewhere">What other systems give, where that is known for certain.</param>
public sealed record KinkReport(
    string Variable, IReadOnlyList<double> Point, double Left, double Right, double Value, Subgradient? Subgradient, IReadOnlyList<SlopeElsewhere> Elsewhere);

/// <summary>The slopes between the two sides of a kink.</summary>
/// <param name="From">The smallest.</param>
/// <param name="To">The largest.</param>
/// <param name="IsConvex">
/// True where the slope rises: each slope in the interval is that of a line that stays below the function near the point,
/// a subgradient. Otherwise the interval is Clarke's generalised gradient (Clarke, <i>Optimization and Nonsmooth Analysis</i>, 1983).
/// </param>
public sealed record Subgradient(double From, double To, bool IsConvex);

/// <summary>What another system gives at a kink.</summary>
/// <param name="System">The system.</param>
/// <param name="Value">Its derivative there; null where it is not a number, or depends on how the function is written.</param>
/// <param name="Why">Why it gives that.</param>
public sealed record SlopeElsewhere(string System, double? Value, string Why);
