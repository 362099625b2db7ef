namespace Calculus.Numerics;

/// <summary>A function of one variable at many points: <c>y[i] = f(x[i])</c>; NaN or infinite where f has no finite value.</summary>
/// <param name="x">The points.</param>
/// <param name="y">The values, as many as points.</param>
internal delegate void CurveEvaluator(ReadOnlySpan<double> x, Span<double> y);

/// <summary>A function of two variables at many points: <c>z[i] = f(x[i], y[i])</c>; NaN or infinite where f has no finite value.</summary>
/// <param name="x">The first coordinates.</param>
/// <param name="y">The second coordinates.</param>
/// <param name="z">The values, as many as points.</param>
internal delegate void SurfaceEvaluator(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z);
