using System.Collections.Immutable;
using Calculus.Optimization.Schedules;

namespace Calculus.Optimization.Diagnoses;

/// <summary>Rates that are tried from the same start for as many steps: only what has proved better is suggested.</summary>
internal static class Trials
{
    /// <summary>Tries what the verdict gives reason for.</summary>
    /// <param name="found">What is known of the descent.</param>
    /// <param name="allowance">What may be spent.</param>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The best, or null; and a sentence on what was tried, with a space before it, or nothing.</returns>
    public static (Suggestion? Suggestion, string Said) Of(Findings found, Allowance allowance, string verdict)
    {
        var rate = found.Optimizer.InitialRate;
        if (found.Optimizer.AtRate is null || found.Case.Options.Schedule is not null || rate == 0 || found.Path.Steps == 0 && !found.IsStop(StopReasons.Diverged) && !found.IsStop(StopReasons.Stationary)) return (null, "");

        var steps = StepsFor(found, allowance);
        if (steps == 0) return (null, "");
        if (string.Equals(verdict, Verdicts.Kink, StringComparison.Ordinal))
        {
            if (!found.Optimizer.AllowsSchedule) return (null, "");
            var shrinking = Run(found, allowance, rate, shrinks: true, steps);
            return shrinking is { } end && IsBetter(found, end)
                ? (new(rate, "cosine", end.Value, "a rate that falls to 0 comes to rest at the kink"), $" Tried for {DiagnosisWords.Count(steps)}: a rate that falls from {DiagnosisWords.Show(rate)} to 0 along a half cosine reaches the value {DiagnosisWords.Show(end.Value)}.")
                : (null, "");
        }

        (Candidate Candidate, Outcome Outcome)? best = null;
        var tried = new List<double>();
        foreach (var candidate in Candidates(found, verdict))
        {
            if (allowance.Left < steps * found.Case.StepCost || Run(found, allowance, candidate.Rate, shrinks: false, steps) is not { } outcome) break;
            tried.Add(candidate.Rate);
            if (!IsBetter(found, outcome)) continue;
            if (best is null || outcome.Judged < best.Value.Outcome.Judged) best = (candidate, outcome);
        }

        if (best is { } chosen)
        {
            return (new(chosen.Candidate.Rate, null, chosen.Outcome.Value, chosen.Candidate.Reason),
                $" Tried for {DiagnosisWords.Count(steps)}: the rate {DiagnosisWords.Show(chosen.Candidate.Rate)}, {chosen.Candidate.Reason}, reaches the value {DiagnosisWords.Show(chosen.Outcome.Value)}.");
        }

        return tried.Count == 0 ? (null, "") : (null, $" Tried for {DiagnosisWords.Count(steps)}, {(tried.Count == 1 ? "the rate" : "the rates")} {string.Join(", ", tried.Select(DiagnosisWords.Show))} did no better.");
    }

    // As many as were asked for; where a long run ended early and that can't be paid, as many as it made.
    private static int StepsFor(Findings found, Allowance allowance)
    {
        var affordable = allowance.Left / found.Case.StepCost;
        var asked = (int)Math.Min(found.Case.Options.Steps, found.Case.Options.Evaluations ?? int.MaxValue);
        if (asked <= affordable) return asked;
        return found.Path.Steps <= affordable && !found.IsStop(StopReasons.Steps) ? found.Path.Steps : 0;
    }

    private static ImmutableArray<Candidate> Candidates(Findings found, string verdict)
    {
        var rate = found.Optimizer.InitialRate;
        var half = found.LargestStableRate / 2;
        var alongPath = found.Optimizer.StabilityFactor / found.Path.Curvature?.Largest / 2;
        List<Candidate> candidates = verdict switch
        {
            Verdicts.Diverging or Verdicts.Oscillating =>
            [
                new(half ?? 0, "half the largest stable one"), new(alongPath ?? 0, "half of what the steepest curvature on the path allows"),
                new(rate / 10, "a tenth of the present one"), new(rate / 100, "a hundredth of the present one"),
            ],
            Verdicts.Slow =>
            [
                new(half > 1.5 * rate ? half.Value : 0, "half the largest stable one"), new(10 * rate, "ten times the present one"), new(3 * rate, "three times the present one"),
            ],
            _ => [],
        };
        var isSlow = string.Equals(verdict, Verdicts.Slow, StringComparison.Ordinal);
        return [.. candidates.Where(each => each.Rate > 0 && double.IsFinite(each.Rate) && (isSlow ? each.Rate > rate : each.Rate < rate)).DistinctBy(static each => each.Rate)];
    }

    /// <summary>Runs the descent from its start at another rate; null where that can't be paid.</summary>
    /// <param name="found">What is known of the descent.</param>
    /// <param name="allowance">What may be spent.</param>
    /// <param name="rate">The rate.</param>
    /// <param name="steps">How many steps at most.</param>
    /// <param name="shrinks">True where the rate falls along a half cosine.</param>
    public static DescentRun? At(Findings found, Allowance allowance, double rate, int steps, bool shrinks = false)
    {
        var descent = found.Case;
        var optimizer = descent.Optimizer.AtRate!(rate);
        var schedule = shrinks ? new Cosine().Start(ImmutableDictionary<string, ParameterValue>.Empty, optimizer) : null;
        var options = descent.Options with { Steps = steps, Schedule = schedule, Record = new(int.MaxValue, 1) };
        var run = new DescentRun(descent.Objective, descent.Start, optimizer, options, descent.Budget);
        while (allowance.Left > 0 && run.Advance())
        {
        }

        return allowance.Left <= 0 || run.Stop?.Reason is StopReasons.Budget or StopReasons.Cancelled ? null : run;
    }

    private static Outcome? Run(Findings found, Allowance allowance, double rate, bool shrinks, int steps)
    {
        if (At(found, allowance, rate, steps, shrinks) is not { Path: var path } run) return null;
        return found.Case.IsBatched ? new(path.MeanValue, path.MeanFunction, run.Stop!) : new(path.EndValue, path.EndFunction, run.Stop!);
    }

    // Lower than whatever the descent has seen, and clearly so: its best point may be a lucky one.
    private static bool IsBetter(Findings found, Outcome outcome)
    {
        var path = found.Path;
        var reached = found.Case.IsBatched ? path.MeanValue : path.LowestValue;
        var clear = Math.Max(1e-3 * (path.StartValue - reached), 4 * Findings.Spacing(reached));
        return !string.Equals(outcome.Stop.Reason, StopReasons.Diverged, StringComparison.Ordinal) && outcome.Judged < reached - clear;
    }

    private readonly record struct Candidate(double Rate, string Reason);

    // F, by which it is judged, and f, which people asked for.
    private readonly record struct Outcome(double Judged, double Value, Stop Stop);
}
