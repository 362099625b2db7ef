namespace Calculus.Optimization.Diagnoses;

/// <summary>
/// The function that an optimizer really goes down on: F = ±f + w‖x‖²/2, with the minus sign where it climbs and w its weight decay.
/// Curvature and decrease mean those of F.
/// </summary>
internal sealed class Landscape(IObjective objective, Optimizer optimizer)
{
    private readonly double _sign = optimizer.Maximize ? -1 : 1;

    public int Dimension => objective.Dimension;

    public double Value(ReadOnlySpan<double> x) => Value(x, objective.Value(x));

    /// <summary>F from a value of f that is known already.</summary>
    public double Value(ReadOnlySpan<double> x, double f) => (_sign * f) + (optimizer.WeightDecay / 2 * Vectors.Dot(x, x));

    public void Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        objective.ValueAndGradient(x, gradient);
        FromGradient(x, gradient, gradient);
    }

    /// <summary>∇F from a gradient of f that is known already.</summary>
    public void FromGradient(ReadOnlySpan<double> x, ReadOnlySpan<double> known, Span<double> gradient)
    {
        for (var i = 0; i < x.Length; i++) gradient[i] = (_sign * known[i]) + (optimizer.WeightDecay * x[i]);
    }

    public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product)
    {
        objective.HessianVectorProduct(x, v, product);
        for (var i = 0; i < v.Length; i++) product[i] = (_sign * product[i]) + (optimizer.WeightDecay * v[i]);
    }
}
