using Calculus.Expressions;

namespace Calculus.Derivatives;

/// <summary>Two points of a plane and what lies between them: rise, run and slope.</summary>
/// <param name="FromX">The first input.</param>
/// <param name="ToX">The second input, another one.</param>
/// <param name="FromY">The first output; null where it is not finite.</param>
/// <param name="ToY">The second output; null where it is not finite.</param>
public sealed record Secant(Rational FromX, Rational ToX, Rational? FromY, Rational? ToY)
{
    /// <summary>Whether the outputs are exact; else they are the decimals of doubles.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>The difference of the outputs where it is known better than the outputs, which may be nearly equal.</summary>
    public Rational? KnownRise { get; init; }

    /// <summary>Whether the rise is the difference of the outputs as they are given, to as many digits as people read.</summary>
    public bool IsDifference => KnownRise is not { } known || (known - (ToY - FromY))?.Abs() <= Rational.Of(1, 1_000_000_000) * known.Abs();

    /// <summary>The difference of the outputs; null where one is not finite.</summary>
    public Rational? Rise => KnownRise ?? Rounded(ToY - FromY);

    /// <summary>The difference of the inputs.</summary>
    public Rational Run => ToX - FromX;

    /// <summary>Rise over run; null where an output is not finite.</summary>
    public Rational? Slope => Rounded(Rise / Run);

    // Digits beyond those of doubles mean nothing where the outputs are doubles.
    private Rational? Rounded(Rational? value) =>
        !IsExact && value?.ToDouble() is { } nearest && double.IsFinite(nearest) ? Rational.FromDecimal(nearest) : value;
}
