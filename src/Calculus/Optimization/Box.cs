using System.Collections.Immutable;

namespace Calculus.Optimization;

/// <summary>Bounds on each coordinate; after each step the point is brought back to the nearest one within them.</summary>
/// <param name="Lower">The least value of each coordinate; −∞ where there is none.</param>
/// <param name="Upper">The largest value of each coordinate; +∞ where there is none.</param>
public sealed record Box(ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    /// <summary>Brings a point to the nearest one in the box: P(x)ᵢ = min(max(xᵢ, lᵢ), uᵢ). What is not a number stays as it is.</summary>
    /// <param name="point">The coordinates, replaced.</param>
    internal void Project(Span<double> point)
    {
        for (var i = 0; i < point.Length; i++) point[i] = Math.Clamp(point[i], Lower[i], Upper[i]);
    }

    /// <summary>
    /// ‖P(x − ∇f) − x‖: 0 exactly where no small step downhill stays in the box, so that it takes the place of the gradient's norm
    /// (J. Nocedal and S. Wright, <em>Numerical Optimization</em>, 2006, section 16.7).
    /// </summary>
    /// <param name="point">x.</param>
    /// <param name="descent">The gradient of what is gone down on.</param>
    internal double ProjectedGradientNorm(ReadOnlySpan<double> point, ReadOnlySpan<double> descent)
    {
        var move = new double[point.Length];
        for (var i = 0; i < move.Length; i++) move[i] = Math.Clamp(point[i] - descent[i], Lower[i], Upper[i]) - point[i];
        return Vectors.Norm(move);
    }
}
