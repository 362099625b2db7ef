namespace Calculus.Optimization;

/// <summary>How gradients are shortened before an optimizer sees them, as <c>torch.nn.utils</c> does it. Value first, then norm, where both are given.</summary>
/// <param name="Norm">
/// The largest norm: a longer gradient is multiplied by <c>Norm/(‖g‖ + 1e-6)</c> (R. Pascanu, T. Mikolov, Y. Bengio, <em>On the
/// difficulty of training recurrent neural networks</em>, 2013).
/// </param>
/// <param name="Value">The largest absolute value of an entry.</param>
public sealed record GradientClip(double? Norm = null, double? Value = null)
{
    /// <summary>Writes the shortened gradient.</summary>
    /// <param name="gradient">∇f.</param>
    /// <param name="clipped">Receives the entries, as many.</param>
    internal void Apply(ReadOnlySpan<double> gradient, Span<double> clipped)
    {
        gradient.CopyTo(clipped);
        if (Value is { } bound)
        {
            for (var i = 0; i < clipped.Length; i++) clipped[i] = Math.Clamp(clipped[i], -bound, bound);
        }

        if (Norm is not { } longest) return;
        var factor = longest / (Vectors.Norm(clipped) + 1e-6);
        if (!(factor < 1)) return;
        for (var i = 0; i < clipped.Length; i++) clipped[i] *= factor;
    }
}
