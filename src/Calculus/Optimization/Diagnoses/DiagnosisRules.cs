using System.Collections.Immutable;

namespace Calculus.Optimization.Diagnoses;

/// <summary>The rules by which a descent is judged, each asked in turn; the first that holds gives the verdict.</summary>
internal static class DiagnosisRules
{
    private static readonly ImmutableArray<Func<Findings, (string Verdict, string Explanation)?>> Rules =
    [
        Ways.Diverged, Ways.Noise, Rests.Cornered, Rests.WithoutSlope, Rests.Saddle, Rests.Rounding, Rests.AtTheBottom, Ways.Growing, Ways.Unbounded, Ways.DivergingLater,
        Rests.Plateau, Rests.WithinTolerance, Rests.AtAKink, Rests.HeldByAKink, Rests.Settled, Ways.Swinging, Rests.Balance, Ways.SwingingLater, Ways.Straying,
    ];

    /// <summary>The verdict and its explanation.</summary>
    public static (string Verdict, string Explanation) Judge(Findings f)
    {
        foreach (var rule in Rules)
        {
            if (rule(f) is { } judgement) return (judgement.Verdict, judgement.Explanation + DiagnosisWords.Dead(f));
        }

        return (Verdicts.Slow, DiagnosisWords.Slow(f) + DiagnosisWords.Dead(f));
    }
}
