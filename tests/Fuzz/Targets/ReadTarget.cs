namespace Fuzz.Targets;

/// <summary>Text to tree: any text is read, or refused with a place inside it.</summary>
internal sealed class ReadTarget : Target
{
    /// <inheritdoc/>
    public override string Name => "read";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ["Calculus.Syntax", "Calculus.Binding"];

    /// <inheritdoc/>
    public override IEnumerable<string> Seeds() => Reading.Both(base.Seeds());

    /// <inheritdoc/>
    public override string? Feed(string input) => Reading.Trying(input, static reading =>
    {
        var study = reading.Study;
        if (study.Notes([]).Any(note => note.Span is { } span && (span.Start < 0 || span.End < span.Start || span.End > study.Definition.Text.Length))) return "a note lies outside the text";
        // With every bracket written it reads as the same function.
        if (study.Definition.Statements.Count > 1 || study.Definition.Statements[0].Name is not null) return null;
        var prefix = reading.Context.Shapes.Count == 0 ? "" : Reading.OfArrays.ToString();
        var bracketed = study.Bracketed;
        if (Reading.Of(prefix + bracketed) is not { } again) return null;
        return study.Variables.SequenceEqual(again.Study.Variables, StringComparer.Ordinal) ? reading.Difference(study.Function, again, again.Study.Function, mayGain: false) is { } difference ? $"another function with brackets: {bracketed} {difference}" : null : $"other variables with brackets: {bracketed}";
    });
}
