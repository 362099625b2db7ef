using System.Globalization;

namespace Calculus.Numerics;

/// <summary>What a sweep shows, in words.</summary>
internal static class SweepWords
{
    /// <summary>Why the best step is where it is.</summary>
    /// <param name="method">The formula.</param>
    /// <param name="best">The step with the smallest error.</param>
    /// <param name="valley">Where theory predicts it; null where the formula shows no truncation error.</param>
    /// <param name="x">The point.</param>
    public static string Of(DifferenceMethod method, SweepEntry best, SweepValley? valley, double x)
    {
        var found = best.Error == 0
            ? $"with h = {Step(best.H)} the estimate is the derivative to the last digit"
            : $"the best step found is h = {Step(best.H)}, with an error of {Size(best.Error)}";
        if (method.RoundingGain == 0)
            return valley is null
                ? $"Nothing is subtracted, so nothing cancels, and the formula has no truncation error here: any step will do; {found}."
                : $"Nothing is subtracted, so nothing cancels: truncation falls like {Power(valley.Power)} until it is below the last digit, and every smaller step is just as good; {found}.";
        if (Lost(x) is { } lost) return $"{lost}; {found}.";
        if (valley is null)
            return $"The formula has no truncation error here, so a smaller step gains nothing, and rounding grows like 1/h; {found}.";

        var unusual = valley.Power == method.Order ? "" : $" (not {Power(method.Order)} as usual)";
        if (valley.H == 0) return $"Truncation falls like {Power(valley.Power)}{unusual} down to the smallest step, and rounding never takes over; {found}.";
        var factor = valley.H / Math.Pow(StepSweep.UnitRoundoff, 1.0 / (valley.Power + 1));
        return $"Truncation falls like {Power(valley.Power)}{unusual} and rounding grows like u/h with the unit roundoff u = {Size(StepSweep.UnitRoundoff)}; "
            + $"their sum is smallest near h = {Size(factor)} u^(1/{(valley.Power + 1).ToString(CultureInfo.InvariantCulture)}) = {Size(valley.H)}; {found}.";
    }

    /// <summary>Why there is no meaningful best step.</summary>
    /// <param name="entries">All steps.</param>
    /// <param name="best">The step with the smallest error, or −1.</param>
    /// <param name="exact">The derivative.</param>
    /// <param name="isDifferentiable">Whether there is one.</param>
    /// <param name="x">The point.</param>
    public static string WithoutValley(SweepEntry[] entries, int best, double exact, bool isDifferentiable, double x)
    {
        if (!double.IsFinite(exact)) return "The derivative is not finite at this point, so there is nothing for an estimate to approach.";
        if (best < 0) return "No step gives a finite value.";
        if (isDifferentiable && Lost(x) is { } lost) return $"{lost}; the error is {Size(entries[best].Error)} at its best.";
        return isDifferentiable
            ? $"The error does not fall with h: it is {Size(entries[best].Error)} at its best. Either f changes faster than these steps, or it has no derivative here."
            : "There is no derivative at this point: the error is the distance from the value used by convention, and no step reduces it.";
    }

    private static string? Lost(double x) => x + StepSweep.Steps[0] == x
        ? $"Next to {Size(x)} every step is lost: x + h is x itself, because the doubles there are {Size(Doubles.Spacing(x))} apart"
        : null;

    private static string Power(double power) => power == 1 ? "h" : $"h^{power.ToString(CultureInfo.InvariantCulture)}";

    private static string Step(double h) => h.ToString("0.#e0", CultureInfo.InvariantCulture);

    private static string Size(double value) =>
        Math.Abs(value) is >= 0.01 and < 1000 ? value.ToString("G2", CultureInfo.InvariantCulture) : value.ToString("0.0e0", CultureInfo.InvariantCulture);
}
