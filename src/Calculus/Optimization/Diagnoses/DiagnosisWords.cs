using System.Globalization;
using Calculus.Numerics;

namespace Calculus.Optimization.Diagnoses;

/// <summary>The explanations that go with the verdicts.</summary>
internal static class DiagnosisWords
{
    // Of more coordinates than these, only the number is told.
    private const int MostNamed = 4;

    public static string Bottom(Findings f) => f.Optimizer.Maximize
        ? "The gradient is 0 and the function falls around the point: a maximum."
        : "The gradient is 0 and the function rises around the point: a minimum.";

    public static string Border(Findings f)
    {
        if (f.Held.Length == 0) return "";
        var bounds = f.Held.Length <= MostNamed
            ? string.Join(", ", f.Held.Select(i => $"{f.NameOf(i)} = {Show(f.At.Point[i])}"))
            : $"{f.Held.Length} coordinates on their bounds";
        return $"It is at the border of the box ({bounds}). ";
    }

    public static string Diverged(Findings f) => $"{f.Stop.Message} {TooLarge(f)}".TrimEnd();

    public static string Growing(Findings f) => f.IsStop(StopReasons.Stationary)
        ? $"Each step made the gradient {Factor(f.GradientFactor)} times as large, until it stood still far away: {LowerFirst(f.Stop.Message)} {TooLarge(f)}".TrimEnd()
        : $"Each step makes the gradient {Factor(f.GradientFactor)} times as large: the steps overshoot further and further. {TooLarge(f)}".TrimEnd();

    public static string Straying(Findings f, Sequel sequel) =>
        $"It is not on its way {(f.Optimizer.Maximize ? "up" : "down")}: carried on for {Count(sequel.Steps)} it {(f.Gain > 0 ? $"gains only another {Show(f.Gain)}" : $"comes no {Lower(f)}")} and ends at the value {Show(sequel.Value)}. {TooLarge(f)}".TrimEnd();

    public static string DivergingLater(Findings f) =>
        $"It does not look so yet, but carried on for {Count(f.Sequel!.Steps + 1)} it runs away: {LowerFirst(f.Sequel.Stop!.Message)} {TooLarge(f)}".TrimEnd();

    public static string Unbounded(Findings f)
    {
        var (falls, lower) = f.Optimizer.Maximize ? ("rises", "upper") : ("falls", "lower");
        var creeps = f.Sequel is { HasDiverged: false } sequel && sequel.Path.MeanLength < 0.5 * f.Path.MeanLength
            ? " The steps get shorter, since the slope vanishes on the way, but there is no minimum there."
            : "";
        if (f.Optimizer.Maximize) creeps = creeps.Replace("minimum", "maximum", StringComparison.Ordinal);
        return $"The function {falls} along its way at every distance that was tried, without slowing down: no {lower} bound is in sight, so there is nothing to arrive at.{creeps}";
    }

    public static string UnboundedLater(Findings f) =>
        $"Carried on for {Count(f.Sequel!.Steps + 1)} it {(f.Optimizer.Maximize ? "climbs" : "falls")} without end, to {Show(f.Sequel.Value)}: no {(f.Optimizer.Maximize ? "upper" : "lower")} bound is in sight, so there is nothing to arrive at.";

    public static string Saddle(Findings f)
    {
        if (f.Spectrum is not { } spectrum) return LevelSpot(f);
        var slope = Vectors.Norm(f.Gradient) == 0 ? "The slope is 0" : $"The slope has all but vanished (the gradient's norm is {Show(f.GradientNorm)})";
        if (spectrum.Largest < 0)
            return $"{slope}, but every curvature points the wrong way (at most {Show(spectrum.Largest)}): this is a {(f.Optimizer.Maximize ? "minimum" : "maximum")}.";
        return $"{slope}, but this is not a {Goal(f)}: the curvature runs from {Show(spectrum.Smallest)} to {Show(spectrum.Largest)}. A small push to the side would set it free.";
    }

    public static string LevelSpot(Findings f) => $"The gradient is 0, but the function {(f.Optimizer.Maximize ? "rises" : "falls")} on one side: a level spot on a slope.";

    public static string Rounding(Findings f, bool stuck) => stuck
        ? $"It has arrived: the distance that remains, about {Show(f.GradientNorm / f.Spectrum?.Smallest)}, is lost in the rounding of the coordinates."
        : $"It has arrived: what remains to be gained, about {Show(f.Remaining)}, is less than the rounding of the value.";

    public static string Converged(Findings f, bool low) => low
        ? $"The gradient's norm is {Show(f.GradientNorm)}; what remains to be gained, about {Show(f.Remaining)}, is less than a millionth of what has been gained."
        : $"The gradient's norm is {Show(f.GradientNorm)} and the curvature is positive in every direction: the {Goal(f)} is about {Show(f.GradientNorm / f.Spectrum?.Smallest)} away, or closer.";

    public static string WithinTolerance(Findings f) => f.Gain > Math.Max(1e-3 * f.Fallen, 64 * Findings.Spacing(f.Path.EndValue)) && f.Sequel is { } sequel
        ? $"{f.Stop.Message} That was asked for; {Count(sequel.Steps)} more would gain another {Show(f.Gain)}."
        : f.Stop.Message;

    public static string AtAKink(Findings f) =>
        $"It is at a kink, where the slope along its way jumps from {Show(f.Kink!.Before)} to {Show(f.Kink.After)}; in every direction tried, what remains to be gained is at most {Show(f.Drop)}.";

    public static string HeldByAKink(Findings f)
    {
        var further = f.Drop > 64 * Findings.Spacing(f.Value) ? $" Elsewhere the function {(f.Optimizer.Maximize ? "rises" : "falls")}, by {Show(f.Drop)} and more." : "";
        var held = f.IsStop(StopReasons.Stationary) ? "It has stopped" : "It is held";
        return $"{held} at a kink: there the slope along its way jumps from {Show(f.Kink!.Before)} to {Show(f.Kink.After)}, and no step along its direction does what the gradient promises.{further} A rule that moves by the gradient at a shrinking rate gets past.";
    }

    public static string Settled(Findings f) => f.Sequel is { } sequel
        ? $"It has come to rest: carried on for {Count(sequel.Steps)} it gains {(f.Gain > 0 ? $"only another {Show(f.Gain)}" : "nothing more")}, and nothing around is {Lower(f)}; the gradient's norm is {Show(f.GradientNorm)}."
        : $"{f.Stop.Message} Nothing around is {Lower(f)}; the gradient's norm is {Show(f.GradientNorm)}.";

    public static string Balance(Findings f, double last) =>
        $"It has come to rest (the last step was {Show(last)} long) where the gradient's norm is still {Show(f.GradientNorm)}: the decay of the point and the gradient hold each other in balance.";

    public static string Plateau(Findings f)
    {
        var nearby = f.Drop > 1e-3 * (1 + Math.Abs(f.Value)) ? $" Far off along its way the function is {Show(f.Drop)} {(f.Optimizer.Maximize ? "higher" : "lower")}." : "";
        var rescale = f.Optimizer.StabilityFactor is null ? "Start elsewhere." : "Start elsewhere, or use an optimizer that rescales the gradient.";
        return $"The ground is almost level: the gradient's norm is {Show(f.GradientNorm)}, so the steps all but vanish, yet there is no {Goal(f)} nearby.{nearby} {rescale}";
    }

    public static string Kink(Findings f)
    {
        var jumps = $"It jumps back and forth over a kink: there the slope along its way jumps from {Show(f.Kink!.Before)} to {Show(f.Kink.After)}";
        return f.SearchesLengths || !f.Optimizer.AllowsSchedule
            ? $"{jumps}, so that no step along the gradient comes to rest."
            : $"{jumps} and never gets small, so with any constant rate the swings stay as long as the steps{(f.ShareAtATenth is { } share ? $": at a tenth of this one they are {Show(share)} times as long" : "")}. A rate that shrinks from step to step brings it to rest.";
    }

    public static string Noise(Findings f, BatchNoise noise) =>
        $"The noise of the batches moves it: over {noise.Batches} batches the gradients scatter by {Show(noise.Scatter)} around a mean of norm {Show(noise.Slope)}, and on average the value {(f.Sequel is null ? "no longer fell" : "falls no further")}. A smaller or shrinking rate, or larger batches, would calm it.";

    public static string NoisyFall(BatchNoise noise) =>
        $"It is on its way beneath the noise of the batches: their gradients scatter by {Show(noise.Scatter)} around a mean of norm {Show(noise.Slope)}, but on average over {noise.Batches} batches the value still falls, by {Show(noise.Fall)}.";

    public static string Oscillating(Findings f)
    {
        var swings = (f.Path.IsSwinging, f.Shrinks) switch
        {
            (true, true) => $"It overshoots the bottom and comes back; each step multiplies the gradient by {Factor(f.GradientFactor)}.",
            (true, _) when f.Persistence < 0.1 => "It jumps back and forth, in ever shorter swings.",
            (true, _) => "It jumps back and forth, and the swings do not shrink.",
            _ when f.GainsNothing && f.Sequel is { Path.IsSwinging: true } sequel => $"It has come to where it jumps back and forth: carried on for {Count(sequel.Steps)} it swings and comes no {Lower(f)}.",
            _ => "It wanders about without coming lower.",
        };
        if (TooLarge(f) is { Length: > 0 } tooLarge) return $"{swings} {tooLarge}";
        return f.Optimizer.AtRate is not null && f.Optimizer.StabilityFactor is null
            ? $"{swings} The swings are about as long as the rate {Show(f.Optimizer.LearningRate)} makes the steps: a smaller rate makes them smaller."
            : swings;
    }

    public static string Slow(Findings f)
    {
        var pace = (f.Path.Window.Count, f.GradientFactor, f.Gain) switch
        {
            (0, _, _) when f.IsStop(StopReasons.Stationary) => $"{f.Stop.Message} {(f.Optimizer.AtRate is null ? "" : "The steps are too short for the doubles of the coordinates.")}".TrimEnd(),
            (0, _, _) => "It has not taken a step.",
            _ when f.SearchesLengths && f.IsStop(StopReasons.Stationary) => f.Stop.Message,
            (_, > 0 and < 1 - 1e-9, _) => $"It is on its way: each step multiplies the gradient by {Factor(f.GradientFactor)}, so {ToAMillionth(f.GradientFactor!.Value)} to a millionth.",
            (_, _, <= 0) when f.IsStop(StopReasons.Stationary) => f.Stop.Message,
            _ => "It is on its way, but the gradient does not shrink yet.",
        };
        if (f.Sequel is { } sequel && f.Gain > 0) pace += $" Carried on for {Count(sequel.Steps)}, it gains another {Show(f.Gain)}.";

        var rate = f.Optimizer.LearningRate;
        if (f.LargestStableRate is { } largest && rate < largest / 20)
            return $"{pace} The learning rate {Show(rate)} is small: rates up to {Show(largest)} are stable here.";
        return f.Spectrum?.Condition is > 100 and var condition && f.Optimizer.StabilityFactor is not null
            ? $"{pace} The valley is {Show(condition)} times as steep across as along, so a rate that is stable across it is slow along it{(f.Optimizer.StabilityFactor == 2 ? "; momentum helps" : "")}."
            : pace;
    }

    /// <summary>What is said of coordinates that never had a slope, with a space before it; nothing where there are none.</summary>
    public static string Dead(Findings f) => f.Dead.Length switch
    {
        0 => "",
        <= MostNamed => $" {string.Join(", ", f.Dead.Select(f.NameOf))} {(f.Dead.Length == 1 ? "gets" : "get")} no gradient: the slope was exactly 0 at every point, and the function does not change with {(f.Dead.Length == 1 ? "it" : "them")} here, as where a unit is off.",
        _ => $" {f.Dead.Length} coordinates or more get no gradient, among them {string.Join(", ", f.Dead.Take(MostNamed).Select(f.NameOf))}: the slope was exactly 0 at every point, and the function does not change with them here, as where units are off.",
    };

    /// <summary>So many steps.</summary>
    public static string Count(int steps) => steps == 1 ? "1 step" : string.Create(CultureInfo.InvariantCulture, $"{steps} steps");

    /// <summary>Three digits; a power of ten only where the zeros could no longer be counted at a glance.</summary>
    public static string Show(double value)
    {
        var short3 = value.ToString("G3", CultureInfo.InvariantCulture);
        return Math.Abs(value) is >= 999.5 and < 999_500
            ? double.Parse(short3, CultureInfo.InvariantCulture).ToString("F0", CultureInfo.InvariantCulture)
            : Figures.Of(value, 3);
    }

    private static string Show(double? value) => value is { } number ? Show(number) : "unknown";

    // As many digits as tell it from 1.
    private static string Factor(double? factor)
    {
        if (factor is not { } number) return "unknown";
        var off = Math.Abs(1 - number);
        if (off is 0 or >= 1e-2) return Show(number);
        var digits = Math.Min(15, (int)Math.Ceiling(-Math.Log10(off)) + 1);
        return Math.Round(number, digits).ToString("0.###############", CultureInfo.InvariantCulture);
    }

    private static string Lower(Findings f) => f.Optimizer.Maximize ? "higher" : "lower";

    private static string Goal(Findings f) => f.Optimizer.Maximize ? "maximum" : "minimum";

    private static string LowerFirst(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string ToAMillionth(double factor)
    {
        var steps = Math.Max(1, Math.Ceiling(Math.Log(1e-6) / Math.Log(factor)));
        return steps == 1 ? "one step is enough to shrink it" : $"it takes about {Show(steps)} steps to shrink it";
    }

    private static string TooLarge(Findings f) => f.LargestStableRate is { } largest && f.Optimizer.LearningRate >= 0.9 * largest
        ? $"The learning rate {Show(f.Optimizer.LearningRate)} is too large: with a curvature of {Show(f.Spectrum?.Largest)}, only rates up to {Show(largest)} are stable."
        : "";
}
