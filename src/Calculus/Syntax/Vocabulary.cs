namespace Calculus.Syntax;

/// <summary>The names that have a meaning before the definition is read.</summary>
/// <param name="Functions">Every name of the catalogue that can be called, other names included.</param>
/// <param name="Declared">Names that the request declares as values: by data, point or shapes.</param>
public sealed record Vocabulary(IReadOnlySet<string> Functions, IReadOnlySet<string> Declared)
{
    /// <summary>Those of the declared names that are vectors or matrices.</summary>
    public IReadOnlySet<string> Arrays { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The notation of the text; where it is null the text shows it.</summary>
    public SourceFormat? Format { get; init; }
}
