using System.Collections.Immutable;
using Calculus.Budgets;

namespace Calculus.Syntax.Code;

/// <summary>The kinds of words of a program.</summary>
internal enum CodeKind
{
    Name,
    Number,
    Sign,
    Text,
    Line,
    End,
}

/// <summary>A word of a program.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">What it says; of the end of a line, nothing.</param>
/// <param name="Indent">Of the end of a line: how far the next one is indented.</param>
internal readonly record struct CodeToken(CodeKind Kind, int Start, int End, string Text, int Indent = 0)
{
    public bool Is(string text) => Kind is CodeKind.Sign or CodeKind.Name && string.Equals(Text, text, StringComparison.Ordinal);

    public TextSpan Span => new(Start, End);
}

/// <summary>A program in Python or JavaScript as words: without remarks, with the ends of lines that end a statement.</summary>
internal static class CodeLexer
{
    private static readonly ImmutableArray<string> s_signs =
    [
        "===", "!==", "**=", "//=", "**", "//", "->", "=>", ":=", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=", "/=", "%=", "@=",
    ];

    /// <summary>Every word of a text.</summary>
    /// <exception cref="FormulaException">A character is none of a program, or a text never ends.</exception>
    /// <exception cref="LimitException">The text is too long.</exception>
    public static List<CodeToken> Read(string text, bool isPython, Budget budget)
    {
        if (text.Length > budget.Limits.TextLength) throw SyntaxLimits.TooLong(budget.Limits, text.Length, new TextSpan(budget.Limits.TextLength, text.Length));
        var (tokens, depth, i) = (new List<CodeToken>(), 0, 0);
        while (i < text.Length)
        {
            budget.Visit();
            var c = text[i];
            if (tokens.Count >= budget.Limits.Tokens)
                throw new LimitException("tokens", budget.Limits.Tokens, $"A definition has at most {budget.Limits.Tokens} tokens.") { Start = i, End = i + 1 };
            if (Characters.IsSpace(c) || (c == '\\' && i + 1 < text.Length && Characters.IsLineEnd(text[i + 1])))
            {
                i += c == '\\' ? 2 : 1;
            }
            else if (Characters.IsLineEnd(c))
            {
                var end = i + 1;
                while (end < text.Length && text[end] is ' ' or '\t') end++;
                if (depth == 0) tokens.Add(new CodeToken(CodeKind.Line, i, i + 1, "", end - i - 1));
                i = end;
            }
            else if ((isPython && c == '#') || (!isPython && c == '/' && i + 1 < text.Length && text[i + 1] == '/'))
            {
                while (i < text.Length && !Characters.IsLineEnd(text[i])) i++;
            }
            else if (c is '"' or '\'' or '`')
            {
                i = ReadText(text, i, tokens);
            }
            else if (Characters.IsNameStart(c))
            {
                var end = i + 1;
                while (end < text.Length && Characters.IsNamePart(text[end])) end++;
                if (end - i > budget.Limits.NameLength) throw SyntaxLimits.NameTooLong(budget.Limits, end - i, new TextSpan(i, end));
                tokens.Add(new CodeToken(CodeKind.Name, i, end, text[i..end]));
                i = end;
            }
            else if (NumberScanner.BeginsAt(text, i))
            {
                var number = NumberScanner.Scan(text, i, budget.Limits);
                tokens.Add(new CodeToken(CodeKind.Number, i, number.End, number.Text));
                i = number.End;
            }
            else
            {
                var sign = s_signs.FirstOrDefault(each => string.CompareOrdinal(text, i, each, 0, each.Length) == 0) ?? c.ToString();
                if (sign.Length == 1 && !"+-*/%@()[]{}<>=,:;.!&|~?".Contains(c, StringComparison.Ordinal)) throw UnreadableCharacter.At(text, i);
                depth += sign switch { "(" or "[" => 1, ")" or "]" => -1, _ => 0 };
                tokens.Add(new CodeToken(CodeKind.Sign, i, i + sign.Length, sign));
                i += sign.Length;
            }
        }

        tokens.Add(new CodeToken(CodeKind.Line, text.Length, text.Length, ""));
        tokens.Add(new CodeToken(CodeKind.End, text.Length, text.Length, ""));
        return tokens;
    }

    private static int ReadText(string text, int start, List<CodeToken> tokens)
    {
        var mark = string.CompareOrdinal(text, start, "\"\"\"", 0, 3) == 0 || string.CompareOrdinal(text, start, "'''", 0, 3) == 0 ? text.Substring(start, 3) : text[start].ToString();
        var end = text.IndexOf(mark, start + mark.Length, StringComparison.Ordinal);
        if (end < 0) throw new FormulaException("This text never ends.", new TextSpan(start, Math.Min(text.Length, start + mark.Length)), $"add {mark}");
        tokens.Add(new CodeToken(CodeKind.Text, start, end + mark.Length, text[(start + mark.Length)..end]));
        return end + mark.Length;
    }
}
