namespace Calculus.Learning;

/// <summary>Brings each feature to mean 0 and standard deviation 1 over the examples that are learnt from.</summary>
/// <param name="Mean">The mean of each feature.</param>
/// <param name="Deviation">The standard deviation of each, the mean of squares taken over all examples; 1 for a feature that is constant, which is only moved to 0.</param>
internal sealed record Standardization(double[] Mean, double[] Deviation)
{
    /// <summary>Measures examples.</summary>
    /// <param name="examples">The examples that are learnt from.</param>
    /// <exception cref="LearningException">The numbers of a feature are so large that they have no mean or deviation among the doubles.</exception>
    public static Standardization Of(Examples examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var (mean, deviation) = (new double[examples.Width], new double[examples.Width]);
        for (var feature = 0; feature < examples.Width; feature++)
        {
            var sum = 0.0;
            for (var i = 0; i < examples.Count; i++) sum += examples.Inputs[(i * examples.Width) + feature];
            mean[feature] = sum / examples.Count;
            var squares = 0.0;
            for (var i = 0; i < examples.Count; i++)
            {
                var distance = examples.Inputs[(i * examples.Width) + feature] - mean[feature];
                squares += distance * distance;
            }

            deviation[feature] = Math.Sqrt(squares / examples.Count);
            if (!double.IsFinite(deviation[feature])) throw new LearningException("standardize", $"The numbers of '{Tables.Column.Cut(examples.Features[feature])}' are too large for a standard deviation.");
            // The rounding of the mean is no deviation.
            if (deviation[feature] <= Math.Abs(mean[feature]) * 1e-15) deviation[feature] = 1;
        }

        return new(mean, deviation);
    }

    /// <summary>The examples with standardised features.</summary>
    public Examples Apply(Examples examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var inputs = new double[examples.Inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            var feature = i % examples.Width;
            inputs[i] = (examples.Inputs[i] - Mean[feature]) / Deviation[feature];
        }

        return examples with { Inputs = inputs };
    }
}
