namespace Calculus.Exercises;

/// <summary>Takes answers apart as people write them: labels in front, several numbers in brackets.</summary>
internal static class AnswerText
{
    private const int LongestLabel = 40;

    /// <summary>How many characters of a text are a label such as <c>f'(x) =</c>, which is left out.</summary>
    public static int LabelOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at is < 0 or > LongestLabel || at != text.LastIndexOf('=') || (at > 0 && text[at - 1] is '<' or '>' or '!')) return 0;
        // A condition keeps its equals sign, and so does a call with an option.
        return text[..at].Count(static letter => letter == '(') == text[..at].Count(static letter => letter == ')') ? at + 1 : 0;
    }

    /// <summary>Several answers in one text, such as <c>(1, 2)</c>, <c>[1, 2]</c> or <c>x = 1, y = 2</c>; null where there are not as many.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many answers there should be.</param>
    public static IReadOnlyList<string>? Split(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        var inside = text.Trim();
        if (inside is ['(', .., ')'] or ['[', .., ']'] && Closes(inside)) inside = inside[1..^1];
        var parts = At(inside, inside.Contains(';', StringComparison.Ordinal) ? ';' : ',');
        return parts.Count == count ? parts : null;
    }

    // Whether the first bracket closes at the end.
    private static bool Closes(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[') depth++;
            if (text[i] is ')' or ']' && --depth == 0) return i == text.Length - 1;
        }

        return false;
    }

    private static List<string> At(string text, char separator)
    {
        var (parts, depth, from) = (new List<string>(), 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[' or '{') depth++;
            else if (text[i] is ')' or ']' or '}') depth--;
            else if (text[i] == separator && depth == 0)
            {
                parts.Add(text[from..i].Trim());
                from = i + 1;
            }
        }

        parts.Add(text[from..].Trim());
        return parts;
    }
}
