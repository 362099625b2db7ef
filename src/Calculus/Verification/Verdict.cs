namespace Calculus.Verification;

/// <summary>The result of comparing formulas with derivatives found in other ways.</summary>
/// <param name="Verified">True where all agree, false where a disagreement remains, null where it could not be decided.</param>
/// <param name="Points">At how many points they were compared.</param>
public sealed record Verdict(bool? Verified, int Points)
{
    /// <summary>Why it could not be decided, or what was left out.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The largest difference found between the formulas and automatic differentiation of the definition as written,
    /// relative to the larger of the two numbers; where both are zero up to rounding, relative to |f|/|x|. Null where
    /// the two were not compared.
    /// </summary>
    public double? SymbolicVsAutomatic { get; init; }

    /// <summary>The same between the formulas and the slopes measured from values alone.</summary>
    public double? SymbolicVsNumeric { get; init; }

    /// <summary>Where they disagree, if they do.</summary>
    public Disagreement? Disagreement { get; init; }
}

/// <summary>Numbers that should be equal and are not, by more than rounding explains.</summary>
/// <param name="Names">What people call the coordinates: the variables or their entries, as <c>w[2]</c>, then the letters without a value.</param>
/// <param name="Point">The numbers, in the order of the names.</param>
/// <param name="Symbolic">The formula's value there.</param>
/// <param name="Expected">What was found instead.</param>
/// <param name="By">Which derivative that is: <c>automatic</c> or <c>numeric</c>.</param>
/// <param name="Formula">Which of the formulas, from 0.</param>
public sealed record Disagreement(IReadOnlyList<string> Names, IReadOnlyList<double> Point, double Symbolic, double Expected, string By, int Formula);
