namespace Calculus.Explanations;

/// <summary>Words of sentences about lines.</summary>
internal static class Words
{
    /// <summary>Parts as a sentence lists them: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
}
