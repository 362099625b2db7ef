using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// Running means of the slopes and of their squares, and both corrected for their start at 0 (D. P. Kingma and J. Ba, <em>Adam: A method for
/// stochastic optimization</em>, 2015, section 3).
/// </summary>
/// <param name="settings">Has the parameter <c>betas</c>.</param>
/// <param name="dimension">The number of coordinates.</param>
internal sealed class Moments(Settings settings, int dimension)
{
    private readonly double[] _mean = new double[dimension];
    private readonly double[] _meanSquare = new double[dimension];
    private double _power1 = 1;
    private double _power2 = 1;

    /// <summary>β₁, how much the mean keeps.</summary>
    public double Beta1 { get; } = settings.Number("betas", 0);

    /// <summary>β₂, how much the mean of squares keeps.</summary>
    public double Beta2 { get; } = settings.Number("betas", 1);

    /// <summary>1 − β₁ᵗ.</summary>
    public double Correction1 => 1 - _power1;

    /// <summary>1 − β₁ᵗ⁺¹.</summary>
    public double NextCorrection1 => 1 - (_power1 * Beta1);

    /// <summary>1 − β₂ᵗ.</summary>
    public double Correction2 => 1 - _power2;

    /// <summary>β₂ᵗ.</summary>
    public double Power2 => _power2;

    /// <summary>m, the running mean of the slopes.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>v, the running mean of their squares.</summary>
    public ReadOnlySpan<double> MeanSquare => _meanSquare;

    /// <summary>Both means and both corrected, by name; all are 0 before the first step.</summary>
    public IReadOnlyList<InternalState> Internals =>
        [new("m", _mean), new("v", _meanSquare), new("m_corrected", Corrected(_mean, Correction1)), new("v_corrected", Corrected(_meanSquare, Correction2))];

    /// <summary>Names all of it.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    public void Exchange(Snapshot snapshot)
    {
        snapshot.Numbers(_mean);
        snapshot.Numbers(_meanSquare);
        (_power1, _power2) = (snapshot.Number(_power1), snapshot.Number(_power2));
    }

    /// <summary>Begins the next step.</summary>
    public void Begin()
    {
        _power1 *= Beta1;
        _power2 *= Beta2;
    }

    /// <summary>Takes a coordinate's slope in.</summary>
    /// <param name="i">Which coordinate.</param>
    /// <param name="slope">The slope there.</param>
    public void Take(int i, double slope)
    {
        _mean[i] = Lerp(_mean[i], slope, 1 - Beta1);
        _meanSquare[i] = (_meanSquare[i] * Beta2) + ((1 - Beta2) * slope * slope);
    }

    /// <summary>m/(1 − β₁ᵗ).</summary>
    /// <param name="i">Of which coordinate.</param>
    public double MeanCorrected(int i) => _mean[i] / Correction1;

    /// <summary>v/(1 − β₂ᵗ).</summary>
    /// <param name="i">Of which coordinate.</param>
    public double MeanSquareCorrected(int i) => _meanSquare[i] / Correction2;

    /// <summary>β₁m/(1 − β₁ᵗ⁺¹) + (1 − β₁)g/(1 − β₁ᵗ), the corrected mean one step ahead (T. Dozat, 2016) with a constant β₁.</summary>
    /// <param name="i">Which coordinate.</param>
    /// <param name="slope">g.</param>
    public double Ahead(int i, double slope) => (Beta1 * _mean[i] / NextCorrection1) + ((1 - Beta1) * slope / Correction1);

    private static double[] Corrected(double[] mean, double correction) => correction == 0 ? new double[mean.Length] : [.. mean.Select(entry => entry / correction)];

    // torch.lerp: from whichever end is nearer, so that a weight of 1 gives the end exactly.
    private static double Lerp(double start, double end, double weight) =>
        weight < 0.5 ? start + (weight * (end - start)) : end - ((end - start) * (1 - weight));
}
