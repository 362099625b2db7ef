using Calculus.Simplification;

namespace Fuzz.Targets;

/// <summary>Tree to simplify: a shorter form has the same values, and is no longer shortened.</summary>
internal sealed class SimplifyTarget : Target
{
    /// <inheritdoc/>
    public override string Name => "simplify";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ["Calculus.Simplification", "Calculus.Expressions", "Calculus.Matrices"];

    /// <inheritdoc/>
    public override IEnumerable<string> Seeds() => Reading.Both(base.Seeds());

    /// <inheritdoc/>
    public override string? Feed(string input) => Reading.Trying(input, static reading =>
    {
        var (study, shorter) = (reading.Study, Simplify.Of(reading.Study.Function));
        if (reading.Difference(study.Function, reading, shorter, mayGain: true) is { } difference) return $"another value: {study.Print(shorter).Text} {difference}";
        var again = Simplify.Of(shorter);
        return again == shorter || reading.Budget.Shortened || reading.Budget.Extras.LeftOut.Count > 0 ? null : $"simplified again: {study.Print(shorter).Text} to {study.Print(again).Text}";
    });
}
