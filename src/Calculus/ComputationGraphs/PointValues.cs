using Calculus.Certification;
using Calculus.Expressions;

namespace Calculus.ComputationGraphs;

/// <summary>Where a graph is computed.</summary>
/// <param name="Variables">A value for each variable.</param>
/// <param name="Gradient">The derivatives by the variables where branches meet and the rules alone do not tell them; else none.</param>
/// <param name="Certain">What the numbers are computed from, where they are to be certified: at points that a request names. Else null.</param>
public sealed record PointValues(IReadOnlyList<ArrayValue> Variables, IReadOnlyList<ArrayValue> Gradient, Inputs? Certain);
