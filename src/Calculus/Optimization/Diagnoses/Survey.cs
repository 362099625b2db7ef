namespace Calculus.Optimization.Diagnoses;

/// <summary>F, evaluated for the diagnosis and paid from its allowance.</summary>
/// <param name="landscape">What F is.</param>
/// <param name="objective">f.</param>
/// <param name="allowance">What may be spent.</param>
internal sealed class Survey(Landscape landscape, IObjective objective, Allowance allowance)
{
    /// <summary>What F is.</summary>
    public Landscape Landscape => landscape;

    /// <summary>The number of coordinates.</summary>
    public int Dimension => objective.Dimension;

    /// <summary>F(x); NaN or infinite where F has no finite value.</summary>
    public double Value(ReadOnlySpan<double> x)
    {
        allowance.Pay(Dimension);
        return landscape.Value(x, objective.Value(x));
    }

    /// <summary>∇F(x).</summary>
    public double[] Gradient(ReadOnlySpan<double> x)
    {
        allowance.Pay(Dimension);
        var gradient = new double[Dimension];
        objective.ValueAndGradient(x, gradient);
        landscape.FromGradient(x, gradient, gradient);
        return gradient;
    }

    /// <summary>∇²F(x) v.</summary>
    public double[] Product(ReadOnlySpan<double> x, ReadOnlySpan<double> v)
    {
        allowance.Pay(Dimension);
        var product = new double[Dimension];
        objective.HessianVectorProduct(x, v, product);
        landscape.FromProduct(v, product);
        return product;
    }

    /// <summary>Pays for arithmetic beside the evaluations.</summary>
    public void Pay(long operations) => allowance.Pay(operations);

    /// <summary>The point x + t·d, brought back into the box.</summary>
    public double[] Along(ReadOnlySpan<double> x, ReadOnlySpan<double> d, double t)
    {
        var there = new double[x.Length];
        for (var i = 0; i < there.Length; i++) there[i] = x[i] + (t * d[i]);
        landscape.Box?.Project(there);
        return there;
    }
}
