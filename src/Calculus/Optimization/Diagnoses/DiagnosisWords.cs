using System.Globalization;

namespace Calculus.Optimization.Diagnoses;

/// <summary>The explanations that go with the verdicts.</summary>
internal static class DiagnosisWords
{
    public static string Bottom(Findings f) => f.Optimizer.Maximize
        ? "The gradient is 0 and the function falls around the point: a maximum."
        : "The gradient is 0 and the function rises around the point: a minimum.";

    public static string Diverged(Findings f) => $"{f.Stop.Message} {TooLarge(f)}".TrimEnd();

    public static string Growing(Findings f, bool rises) => rises
        ? $"Each step makes the gradient {Show(f.GradientFactor)} times as large: the steps overshoot further and further. {TooLarge(f)}".TrimEnd()
        : $"Each step makes the gradient {Show(f.GradientFactor)} times as large, and the function keeps curving away: no {(f.Optimizer.Maximize ? "upper" : "lower")} bound is in sight.";

    public static string Saddle(Findings f)
    {
        if (f.Spectrum is { } spectrum && spectrum.Largest < 0)
            return $"The slope has all but vanished, but every curvature points the wrong way (at most {Show(spectrum.Largest)}): this is a {(f.Optimizer.Maximize ? "minimum" : "maximum")}.";

        return f.Spectrum is { } mixed && mixed.Smallest < -mixed.Tolerance
            ? $"The slope has all but vanished, but this is not a {(f.Optimizer.Maximize ? "maximum" : "minimum")}: the curvature runs from {Show(mixed.Smallest)} to {Show(mixed.Largest)}. A small push to the side would set it free."
            : $"The gradient is 0, but the function {(f.Optimizer.Maximize ? "rises" : "falls")} on one side: a level spot on a slope.";
    }

    public static string Rounding(Findings f, bool stuck) => stuck
        ? $"It has arrived: the distance that remains, about {Show(f.GradientNorm / f.Spectrum?.Smallest)}, is lost in the rounding of the coordinates."
        : $"It has arrived: what remains to be gained, about {Show(f.RemainingDecrease)}, is less than the rounding of the value.";

    public static string Converged(Findings f, double fallen) => f.RemainingDecrease <= 1e-6 * fallen
        ? $"The gradient's norm is {Show(f.GradientNorm)}; what remains to be gained, about {Show(f.RemainingDecrease)}, is less than a millionth of what has been gained."
        : $"The gradient's norm is {Show(f.GradientNorm)} and the curvature is positive in every direction: the {(f.Optimizer.Maximize ? "maximum" : "minimum")} is closer than {Show(f.GradientNorm / f.Spectrum?.Smallest)}.";

    public static string Plateau(Findings f) =>
        $"The ground is almost level: the gradient's norm is {Show(f.GradientNorm)}, so the steps all but vanish, yet there is no {(f.Optimizer.Maximize ? "maximum" : "minimum")} nearby. Start elsewhere, or use an optimizer that rescales the gradient.";

    public static string Oscillating(Findings f)
    {
        var swings = f.GradientFactor switch
        {
            < 0.999 => $"It overshoots the bottom and comes back, each swing {Show(f.GradientFactor)} times the last.",
            _ => "It jumps back and forth, and the swings do not shrink.",
        };
        return f.LargestStableRate is null
            ? $"{swings} The swings are as long as the steps: a learning rate below {Show(f.Optimizer.LearningRate)} makes them smaller."
            : $"{swings} {TooLarge(f)}".TrimEnd();
    }

    public static string Slow(Findings f)
    {
        var rate = f.Optimizer.LearningRate;
        var pace = f.GradientFactor switch
        {
            > 0 and < 1 => $"It is on its way: each step multiplies the gradient by {Show(f.GradientFactor)}, so {ToAMillionth(f.GradientFactor.Value)} to a millionth.",
            null => "It has not taken a step.",
            _ => "It is on its way, but the gradient does not shrink yet.",
        };

        if (f.LargestStableRate is { } largest && rate < largest / 20)
            return $"{pace} The learning rate {Show(rate)} is small: rates up to {Show(largest)} are stable.";
        return f.Spectrum?.Condition is > 100 and var condition
            ? $"{pace} The valley is {Show(condition)} times as steep across as along, so a rate that is stable across it is slow along it{(f.Optimizer.StabilityFactor == 2 ? "; momentum helps" : "")}."
            : pace;
    }

    private static string ToAMillionth(double factor)
    {
        var steps = Math.Max(1, Math.Ceiling(Math.Log(1e-6) / Math.Log(factor)));
        return steps == 1 ? "one step is enough to shrink it" : $"it takes about {Show(steps)} steps to shrink it";
    }

    private static string TooLarge(Findings f) => f.LargestStableRate is { } largest && f.Optimizer.LearningRate >= 0.9 * largest
        ? $"The learning rate {Show(f.Optimizer.LearningRate)} is too large: with a curvature of {Show(f.Spectrum?.Largest)}, only rates up to {Show(largest)} are stable."
        : "";

    // Three digits; a power of ten only where the zeros could no longer be counted at a glance.
    private static string Show(double? value)
    {
        if (value is not { } number) return "unknown";

        var short3 = number.ToString("G3", CultureInfo.InvariantCulture);
        return Math.Abs(number) is >= 999.5 and < 999_500
            ? double.Parse(short3, CultureInfo.InvariantCulture).ToString("F0", CultureInfo.InvariantCulture)
            : short3;
    }
}
