namespace Calculus.Certification;

/// <summary>What is known of a number.</summary>
internal enum Certainty
{
    /// <summary>It is right to <see cref="Certifier.Tolerance"/>.</summary>
    Right,

    /// <summary>Fewer digits are known.</summary>
    Unstable,

    /// <summary>By the rules there is no number: somewhere a quotient by 0, a logarithm of −1.</summary>
    NoValue,

    /// <summary>It was not found out within the work allowed.</summary>
    Undecided,
}

/// <summary>A number with what is known of it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Certainty">What is known of it.</param>
/// <param name="Digits">Where it is not right, how many digits hold for certain.</param>
internal readonly record struct Certificate(double Value, Certainty Certainty, int Digits = 0)
{
    /// <summary>The number at the nearest doubles, where it is another one than at the decimals of the point; null elsewhere.</summary>
    public double? AtDoubles { get; init; }

    /// <summary>A number that is right.</summary>
    public static Certificate Right(double value) => new(value, Certainty.Right);
}
