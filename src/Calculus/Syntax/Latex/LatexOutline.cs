using System.Collections.Immutable;
using Calculus.Budgets;

namespace Calculus.Syntax.Latex;

/// <summary>What of a LaTeX text is known before it is read: where its braces and environments end, and what only sets it as mathematics.</summary>
internal sealed class LatexOutline
{
    private static readonly ImmutableArray<string> s_wrappers = ["$$", "$", @"\(", @"\[", @"\)", @"\]"];

    private readonly string _text;
    private readonly Dictionary<int, int> _closing = [];
    private readonly HashSet<int> _withColumns = [];
    private readonly HashSet<string> _standing = new(StringComparer.Ordinal);

    /// <summary>Looks through a text once.</summary>
    /// <exception cref="LimitException">The text is too long.</exception>
    /// <exception cref="FormulaException">A brace has no partner.</exception>
    public LatexOutline(string text, Budget budget)
    {
        if (text.Length > budget.Limits.TextLength)
            throw SyntaxLimits.TooLong(budget.Limits, text.Length, new TextSpan(budget.Limits.TextLength, text.Length));
        _text = text;
        (Start, End) = (0, text.Length);
        Unwrap();
        Match(budget);
    }

    /// <summary>Where the formula begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>Where the brace closes that opens at a place.</summary>
    public int Closing(int open) => _closing[open];

    /// <summary>Whether the environment that begins at a place has columns.</summary>
    public bool HasColumns(int begin) => _withColumns.Contains(begin);

    /// <summary>Whether a letter stands somewhere without a bracket behind it.</summary>
    public bool StandsAlone(string command) => _standing.Contains(command);

    /// <summary>Whether a statement gives a letter a value, or has it among the variables of its function: <c>T = 3</c>, <c>f(x, T) = …</c>.</summary>
    public bool Defines(char letter)
    {
        for (var at = _text.IndexOf(letter, Start); at >= 0 && at < End; at = _text.IndexOf(letter, at + 1))
        {
            var before = at - 1;
            while (before >= Start && IsBlank(_text[before])) before--;
            var behind = at + 1;
            while (behind < End && IsBlank(_text[behind])) behind++;
            var (left, right) = (before < Start ? ';' : _text[before], behind < End ? _text[behind] : '\0');
            if (left is ';' or '$' or '\\' && right == '=') return true;
            if (left is not ('(' or ',') || right is not (')' or ',' or ';' or '\\')) continue;
            var close = _text.IndexOf(')', behind);
            if (close < 0) return false;
            do close++;
            while (close < End && IsBlank(_text[close]));
            if (close < End && _text[close] is '=' or ':') return true;
        }

        return false;
    }

    /// <summary>The place behind the end of the line.</summary>
    public int LineEnd(int position)
    {
        while (position < End && !Characters.IsLineEnd(_text[position])) position++;
        return position;
    }

    /// <summary>Whether three digits and no more stand at a place.</summary>
    public bool HasThreeDigits(int position)
    {
        for (var i = 0; i < 3; i++)
        {
            if (position + i >= End || !char.IsAsciiDigit(_text[position + i])) return false;
        }

        return position + 3 >= End || !char.IsAsciiDigit(_text[position + 3]);
    }

    /// <summary>Whether nothing but signs of a sentence and room follows.</summary>
    public bool IsOnlyPunctuationBehind(int position) => _text.AsSpan(position, End - position).TrimStart(" .,;~\t\r\n").IsEmpty;

    // $…$, \[…\] and the like around the whole.
    private void Unwrap()
    {
        for (var again = true; again;)
        {
            again = false;
            while (Start < End && IsBlank(_text[Start])) Start++;
            while (End > Start && IsBlank(_text[End - 1])) End--;
            foreach (var mark in s_wrappers)
            {
                if (End - Start >= mark.Length && mark is not (@"\)" or @"\]") && string.CompareOrdinal(_text, Start, mark, 0, mark.Length) == 0)
                {
                    Start += mark.Length;
                    again = true;
                }

                var end = End;
                while (end > Start && _text[end - 1] is '.' or ',' && mark is not (@"\(" or @"\[")) end--;
                var isEscaped = end - Start > mark.Length && _text[end - mark.Length - 1] == '\\';
                if (mark is not (@"\(" or @"\[") && !isEscaped && end - Start >= mark.Length && string.CompareOrdinal(_text, end - mark.Length, mark, 0, mark.Length) == 0)
                {
                    End = end - mark.Length;
                    again = true;
                }
            }
        }
    }

    private static bool IsBlank(char c) => Characters.IsSpace(c) || Characters.IsLineEnd(c);

    private void Match(Budget budget)
    {
        var (braces, begins) = (new Stack<int>(), new Stack<int>());
        for (var i = Start; i < End; i++)
        {
            budget.Visit();
            switch (_text[i])
            {
                case '%':
                    i = LineEnd(i);
                    break;
                case '{':
                    braces.Push(i);
                    break;
                case '}':
                    if (!braces.TryPop(out var open)) throw new FormulaException("'}' closes a brace that was never opened.", new TextSpan(i, i + 1), "remove it, or open the brace");
                    _closing[open] = i;
                    break;
                case '&' when begins.TryPeek(out var begin):
                    _withColumns.Add(begin);
                    break;
                case '\\':
                    var end = i + 1;
                    while (end < End && char.IsAsciiLetter(_text[end])) end++;
                    var command = _text[(i + 1)..end];
                    if (command is "begin") begins.Push(i);
                    else if (command is "end") begins.TryPop(out _);
                    else if (command.Length > 0 && !IsBeforeBracket(end)) _standing.Add(command);
                    i = command.Length == 0 ? i + 1 : end - 1;
                    break;
                default:
                    break;
            }
        }

        if (braces.TryPop(out var never)) throw new FormulaException("'{' is never closed.", new TextSpan(never, never + 1), "add '}'");
    }

    private bool IsBeforeBracket(int position)
    {
        while (position < End && (IsBlank(_text[position]) || _text[position] is '\'' || string.CompareOrdinal(_text, position, @"\!", 0, 2) == 0)) position += _text[position] == '\\' ? 2 : 1;
        if (position >= End) return false;
        if (_text[position] == '(') return true;
        if (string.CompareOrdinal(_text, position, @"^{\left(", 0, 8) == 0 || string.CompareOrdinal(_text, position, "^{(", 0, 3) == 0) return true;
        string[] brackets = [@"\left(", @"\bigl(", @"\big(", @"\Big(", @"\Bigl(", @"\bigg(", @"\biggl(", @"\left ("];
        foreach (var bracket in brackets)
        {
            if (string.CompareOrdinal(_text, position, bracket, 0, bracket.Length) == 0) return true;
        }

        return false;
    }
}
