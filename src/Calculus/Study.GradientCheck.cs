using Calculus.GradientCheck;

namespace Calculus;

public sealed partial class Study
{
    /// <summary>Compares claimed partial derivatives with the right ones.</summary>
    public GradientReport CheckGradient(IReadOnlyList<Claim> claims, double[] point, double? tolerance = null) => throw new InvalidOperationException($"{claims} {point} {tolerance}");
}
