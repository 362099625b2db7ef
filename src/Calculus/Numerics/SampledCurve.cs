using System.Collections.Immutable;

namespace Calculus.Numerics;

/// <summary>A curve y = f(x) over a window, as polylines to be drawn one by one.</summary>
/// <param name="Segments">The pieces from left to right; none where f is nowhere defined.</param>
/// <param name="ValueRange">The heights worth looking at; null where there is no piece.</param>
/// <param name="Evaluations">How often f was evaluated.</param>
internal sealed record SampledCurve(ImmutableArray<CurveSegment> Segments, ValueRange? ValueRange, int Evaluations);

/// <summary>
/// A piece of a curve without pole, jump or hole inside. A piece of one point is a value apart from the curve
/// beside it.
/// </summary>
/// <param name="X">The abscissas, strictly increasing and finite.</param>
/// <param name="Y">The values, finite. At an open end the last one is what f tends to, or far outside the value range at a pole.</param>
/// <param name="StartOpen">The first point does not belong to the curve: f is undefined or has another value there, or has a pole.</param>
/// <param name="EndOpen">The same for the last point.</param>
internal sealed record CurveSegment(ImmutableArray<double> X, ImmutableArray<double> Y, bool StartOpen, bool EndOpen);
