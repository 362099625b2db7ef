using System.Text.Json.Serialization;
using CalcApi.Http.Answers;
using Calculus.Verification;

namespace CalcApi.Http.Functions;

/// <summary>What came of comparing the formulas with automatic differentiation of the definition as written and with slopes measured on its values.</summary>
public sealed record VerificationAnswer
{
    /// <summary>True where all agree, false where a disagreement stands, null where it could not be told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required bool? Verified { get; init; }

    /// <summary>Why it could not be told, or what was left out.</summary>
    public string? Reason { get; init; }

    /// <summary>At how many points they were compared; the same request is compared at the same points.</summary>
    public required int Points { get; init; }

    /// <summary>
    /// The largest difference from automatic differentiation, relative to the larger of the two numbers, or to |f|/|x| where both are zero
    /// but for rounding; null where it was not compared.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? SymbolicVsAutomatic { get; init; }

    /// <summary>The largest difference from slopes measured on values alone, relative likewise; null where it was not compared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? SymbolicVsNumeric { get; init; }

    /// <summary>Where they disagree, if they do.</summary>
    public DisagreementAnswer? Disagreement { get; init; }

    /// <summary>The verdict as it is answered.</summary>
    public static VerificationAnswer Of(Verdict verdict) => new()
    {
        Verified = verdict.Verified,
        Reason = verdict.Reason,
        Points = verdict.Points,
        SymbolicVsAutomatic = verdict.SymbolicVsAutomatic,
        SymbolicVsNumeric = verdict.SymbolicVsNumeric,
        Disagreement = verdict.Disagreement is { } where
            ? new(new(where.Names, [.. where.Point]), where.Symbolic, where.Expected, where.By)
            : null,
    };
}

/// <summary>Numbers that should be equal and are not.</summary>
/// <param name="Point">Where; letters without a value have one here too.</param>
/// <param name="Symbolic">The formula's value.</param>
/// <param name="Expected">What was found in its place.</param>
/// <param name="By">By which derivative: automatic or numeric.</param>
public sealed record DisagreementAnswer(PointAnswer Point, double Symbolic, double Expected, string By);
