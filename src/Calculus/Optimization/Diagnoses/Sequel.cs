namespace Calculus.Optimization.Diagnoses;

/// <summary>What a descent does when it is carried on after its end, with the rate that it ended with.</summary>
/// <param name="Path">The further steps.</param>
/// <param name="Point">Where they lead.</param>
/// <param name="Value">f there.</param>
/// <param name="Stop">Why they ended early; null where they did not.</param>
internal sealed record Sequel(PathSummary Path, double[] Point, double Value, Stop? Stop)
{
    // Nine times as many steps more, where that is cheap.
    private const int More = 9;
    private const int Cheap = 10_000;

    /// <summary>The number of further steps.</summary>
    public int Steps => Path.Steps;

    /// <summary>True where they ran away.</summary>
    public bool HasDiverged => string.Equals(Stop?.Reason, StopReasons.Diverged, StringComparison.Ordinal);

    /// <summary>How many further steps are worth taking; 0 where not even half as many as were made can be paid.</summary>
    /// <param name="steps">The steps that were made.</param>
    /// <param name="affordable">The most that can be paid.</param>
    public static int Length(int steps, long affordable)
    {
        var wanted = Math.Min((long)More * steps, Math.Max(steps, Cheap));
        return affordable < (steps + 1L) / 2 ? 0 : (int)Math.Min(wanted, affordable);
    }
}
