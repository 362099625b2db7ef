using System.Collections.Immutable;
using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>Recognises the notation of a text by what no other notation has.</summary>
internal static class SourceFormats
{
    /// <summary>The notation of a text, in one walk over it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">A text that is longer than one may be is not looked at.</param>
    public static SourceFormat Of(string text, Limits limits)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(limits);
        if (text.Length > limits.TextLength) return SourceFormat.Text;
        return IsLatex(text) ? SourceFormat.Latex : IsJavascript(text) ? SourceFormat.Javascript : IsPython(text) ? SourceFormat.Python : SourceFormat.Text;
    }

    // Arrows, strict comparisons, the object of its functions.
    private static bool IsJavascript(string text) =>
        HasArrow(text) || text.Contains("===", StringComparison.Ordinal) || text.Contains("&&", StringComparison.Ordinal)
        || HasWord(text, "Math.") || HasWord(text, "function ");

    // x => x*x; x => 3 is more likely a slip.
    private static bool HasArrow(string text)
    {
        var arrow = text.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 1) return false;
        var before = text.AsSpan(0, arrow).TrimEnd();
        if (before.EndsWith(")")) return true;
        var start = before.Length;
        while (start > 0 && Characters.IsNamePart(before[start - 1])) start--;
        return start < before.Length && text.AsSpan(arrow).Contains(before[start..], StringComparison.Ordinal);
    }

    // Names of libraries before a point, keywords that begin functions, methods, remainders of divisions.
    private static bool IsPython(string text)
    {
        foreach (var word in s_python)
        {
            if (HasWord(text, word)) return true;
        }

        return text.Contains("//", StringComparison.Ordinal) || text.Contains("__name__", StringComparison.Ordinal) || HasMethod(text) || (HasWord(text, "if ") && HasWord(text, "else ") && text.IndexOf("if ", StringComparison.Ordinal) > 0);
    }

    private static readonly ImmutableArray<string> s_python =
        ["np.", "numpy.", "math.", "torch.", "jnp.", "jax.", "F.", "nn.", "tf.", "scipy.", "special.", "K.", "lambda ", "def ", "return ", "import "];

    // A word of Python with what must follow it.
    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            var isWhole = at == 0 || (!Characters.IsNamePart(text[at - 1]) && text[at - 1] != '.');
            if (!isWhole || end >= text.Length) continue;
            if (word[^1] == '.' && char.IsAsciiLetter(text[end]) && (text[end] != 'T' || (end + 1 < text.Length && Characters.IsNamePart(text[end + 1])))) return true;
            if (word is "lambda " or "def ")
            {
                var stop = word is "lambda " ? ':' : '(';
                while (end < text.Length && (Characters.IsNamePart(text[end]) || text[end] is ' ' or ',')) end++;
                if (end < text.Length && text[end] == stop) return true;
            }
            else if (word is "function ")
            {
                // As a name it may stand in a formula: function - 1. Of a function, brackets follow its name, and braces them.
                while (end < text.Length && (Characters.IsNamePart(text[end]) || text[end] == ' ')) end++;
                if (end < text.Length && text[end] == '(' && (end > at + word.Length || text.IndexOf('{', end) > 0)) return true;
            }
            else if (word[^1] == ' ' && (Characters.IsNameStart(text[end]) || text[end] is '(' or '-' or ' ' || char.IsAsciiDigit(text[end])) && (word is "if " or "else " || IsStatement(text, at, end)))
            {
                return true;
            }
        }

        return false;
    }

    // return x and return -x; but in f(cost, return) = return - cost it is a name.
    private static bool IsStatement(string text, int at, int end)
    {
        var before = text.AsSpan(0, at).TrimEnd(' ');
        var startsLine = before.IsEmpty || before[^1] is '\n' or '\r' or ';' or ':' or '{' or '}';
        return startsLine && !(text[end] == '-' && end + 1 < text.Length && text[end + 1] == ' ');
    }

    // x.sum(, x.dot(
    private static bool HasMethod(string text)
    {
        for (var at = text.IndexOf('.', StringComparison.Ordinal); at >= 0; at = text.IndexOf('.', at + 1))
        {
            var end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || text[end] == '_')) end++;
            if (at > 0 && end > at + 2 && end < text.Length && text[end] == '(' && (Characters.IsNamePart(text[at - 1]) || text[at - 1] is ')' or ']') && !char.IsAsciiDigit(text[at - 1])) return true;
        }

        return false;
    }

    // A command, or braces behind ^ or _.
    private static bool IsLatex(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var next = text[i + 1];
            if (text[i] == '\\' && (char.IsAsciiLetter(next) || next is '(' or '[' or '{' or '}' or '|' or ',' or ';' or ':' or '!' or '\\')) return true;
            if (text[i] is '^' or '_' && next == '{') return true;
            if (text[i] == '$' && text.IndexOf('$', i + 1) >= 0) return true;
        }

        return false;
    }
}
