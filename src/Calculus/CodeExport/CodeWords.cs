using System.Text;

namespace Calculus.CodeExport;

/// <summary>Words in code, found without a grammar: enough for our own texts.</summary>
internal static class CodeWords
{
    /// <summary>The names that are called: a word with a lower-case first letter before a bracket, and no point before it.</summary>
    public static IEnumerable<string> Called(string code)
    {
        for (var start = NextCall(code, 0, out var end); start >= 0; start = NextCall(code, end, out end)) yield return code[start..end];
    }

    /// <summary>The code with other names for what is called.</summary>
    /// <param name="code">The code.</param>
    /// <param name="nameOf">The new name for a name.</param>
    public static string WithCalls(string code, Func<string, string> nameOf)
    {
        var written = new StringBuilder(code.Length);
        var done = 0;
        for (var start = NextCall(code, 0, out var end); start >= 0; start = NextCall(code, end, out end))
        {
            written.Append(code, done, start - done).Append(nameOf(code[start..end]));
            done = end;
        }

        return written.Append(code, done, code.Length - done).ToString();
    }

    /// <summary>Whether a text is one name of ASCII letters, digits and underscores.</summary>
    public static bool IsName(string text) => char.IsAsciiLetter(text[0]) && text.All(IsPart);

    private static int NextCall(string code, int from, out int end)
    {
        for (var start = from; start < code.Length; start = end)
        {
            end = start + 1;
            if (!IsPart(code[start])) continue;
            while (end < code.Length && IsPart(code[end])) end++;
            if (char.IsAsciiLetterLower(code[start]) && end < code.Length && code[end] == '(' && (start == 0 || code[start - 1] is not '.')) return start;
        }

        end = code.Length;
        return -1;
    }

    private static bool IsPart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
