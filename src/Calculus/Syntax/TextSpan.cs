namespace Calculus.Syntax;

/// <summary>A stretch of a definition in UTF-16 offsets.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">The character after the last.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>The stretch from the beginning of this one to the end of the other.</summary>
    public TextSpan To(TextSpan other) => new(Start, other.End);
}
