namespace Calculus.Optimization.Diagnoses;

/// <summary>
/// The function that an optimizer really goes down on: F = ±f + w‖x‖²/2, with the minus sign where it climbs and w its weight decay.
/// Curvature and decrease mean those of F.
/// </summary>
/// <param name="optimizer">The rule.</param>
/// <param name="box">Bounds on the coordinates; null where there are none.</param>
internal sealed class Landscape(Optimizer optimizer, Box? box)
{
    private readonly double _sign = optimizer.Maximize ? -1 : 1;

    /// <summary>Bounds on the coordinates; null where there are none.</summary>
    public Box? Box => box;

    /// <summary>F from a value of f.</summary>
    public double Value(ReadOnlySpan<double> x, double f) => optimizer.WeightDecay == 0 ? _sign * f : (_sign * f) + (optimizer.WeightDecay / 2 * Vectors.Dot(x, x));

    /// <summary>∇F from a gradient of f.</summary>
    public void FromGradient(ReadOnlySpan<double> x, ReadOnlySpan<double> known, Span<double> gradient)
    {
        for (var i = 0; i < x.Length; i++) gradient[i] = (_sign * known[i]) + (optimizer.WeightDecay * x[i]);
    }

    /// <summary>∇²F v from a product of f.</summary>
    public void FromProduct(ReadOnlySpan<double> v, Span<double> product)
    {
        for (var i = 0; i < v.Length; i++) product[i] = (_sign * product[i]) + (optimizer.WeightDecay * v[i]);
    }

    /// <summary>True where a coordinate lies on its bound and −∇F would take it out of the box.</summary>
    public bool IsHeld(int i, ReadOnlySpan<double> x, ReadOnlySpan<double> gradient) =>
        box is not null && ((x[i] <= box.Lower[i] && gradient[i] > 0) || (x[i] >= box.Upper[i] && gradient[i] < 0));

    /// <summary>‖∇F‖ over the coordinates that the box does not hold: what has to vanish at a minimum.</summary>
    public double SlopeNorm(ReadOnlySpan<double> x, ReadOnlySpan<double> gradient)
    {
        if (box is null) return Vectors.Norm(gradient);
        var free = gradient.ToArray();
        for (var i = 0; i < free.Length; i++)
        {
            if (IsHeld(i, x, gradient)) free[i] = 0;
        }

        return Vectors.Norm(free);
    }
}
