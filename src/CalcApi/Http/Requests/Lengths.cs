using Calculus.Expressions;

namespace CalcApi.Http.Requests;

/// <summary>The lengths of a name's axes.</summary>
/// <param name="Shape">The shape with these lengths.</param>
public sealed record Lengths(Shape Shape);
