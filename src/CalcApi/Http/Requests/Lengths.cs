using Calculus.Expressions;

namespace CalcApi.Http.Requests;

/// <summary>The lengths of a name's axes.</summary>
/// <param name="Shape">The shape that they make.</param>
public sealed record Lengths(Shape Shape);
