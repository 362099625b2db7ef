using System.Numerics;

namespace Calculus.Numerics;

/// <summary>A function of one variable on the real axis and near it.</summary>
/// <param name="Value">The value at a real number; NaN where it is undefined.</param>
/// <param name="Continuation">The value of its analytic continuation; NaN where there is none.</param>
public sealed record AnalyticFunction(Func<double, double> Value, Func<Complex, Complex> Continuation);
