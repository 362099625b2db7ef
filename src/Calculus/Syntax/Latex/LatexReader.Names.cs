using System.Globalization;
using System.Text;

namespace Calculus.Syntax.Latex;

/// <summary>Names with their accents, subscripts and superscripts.</summary>
internal sealed partial class LatexReader
{
    private readonly record struct LatexName(string Text, int End, bool IsGreek, bool IsWord);

    private void ReadName()
    {
        var start = _position;
        var name = NameAt(start);
        if (_frames.TryPeek(out var ranges) && ranges.HoldsRanges)
        {
            // The names of indices that are made may have a number: k1 = 1 \ldots 3.
            var digits = name.End;
            while (char.IsAsciiDigit(At(digits))) digits++;
            name = name with { Text = name.Text + _text[name.End..digits], End = digits };
        }

        _position = name.End;
        var isSingle = _frames.TryPeek(out var top) && top.Kind == LatexFrameKind.Single;
        if (!isSingle && IsFieldHere(name) is { } field)
        {
            ReadField(field, [], start, name.End);
            return;
        }

        if (name.IsWord && FunctionNamed(name.Text, name.End) is { } word)
        {
            EmitName(word, start, name.End);
            return;
        }

        if (!isSingle && name.Text is "sigma" or "Gamma" or "psi" && name.IsGreek && IsFunctionHere(name))
        {
            ReadGreekFunction(name, start);
            return;
        }

        if (isSingle)
        {
            EmitValue(Resolved(name.Text), start, name.End);
            UnitDone();
            return;
        }

        ReadIndexed(name, start);
    }

    private void EmitValue(string name, int start, int end)
    {
        if (name.Length > _budget.Limits.NameLength) throw SyntaxLimits.NameTooLong(_budget.Limits, name.Length, new TextSpan(start, end));
        // \gamma and \beta are letters, the functions of these names are written otherwise.
        Emit(new Token(TokenKind.Name, start, end, name) { Form = name is "gamma" or "beta" or "zeta" or "step" && At(start) == '\\' ? CallForm.Value : CallForm.Plain });
    }

    // A letter, a Greek letter, or a word in letters of its own, with accents; braces around it belong to it.
    private LatexName NameAt(int position)
    {
        var accents = new StringBuilder();
        var closing = new Stack<int>();
        var isGreek = false;
        var text = "";
        var isWord = false;
        while (text.Length == 0)
        {
            position = SkippedFrom(position);
            var c = At(position);
            if (c == '{')
            {
                closing.Push(_outline.Closing(position));
                position++;
                continue;
            }

            if (c != '\\')
            {
                if (!Characters.IsNameStart(c)) throw new FormulaException("A name is expected here.", new TextSpan(Math.Min(position, _text.Length), Math.Min(position + 1, _text.Length)));
                (text, position) = (c.ToString(), position + 1);
                break;
            }

            var command = CommandAt(position, out var end);
            if (LatexWords.Accent(command) is { } accent)
            {
                accents.Insert(0, "_" + accent);
                position = end;
            }
            else if (LatexWords.IsGreek(command) || command is "ell")
            {
                (text, position, isGreek) = (command is "ell" ? "l" : command, end, true);
            }
            else if (LatexWords.IsFont(command))
            {
                if (At(end) == '*') end++;
                var place = SkippedFrom(end);
                if (At(place) == '{' && WordIn(_text[(place + 1).._outline.Closing(place)]) is { } word)
                {
                    (text, position, isWord) = (word, _outline.Closing(place) + 1, true);
                }
                else
                {
                    position = end;
                }
            }
            else
            {
                throw Refused(command, position, end);
            }
        }

        while (closing.TryPop(out var brace))
        {
            if (SkippedFrom(position) != brace) throw new FormulaException("A name is expected in these braces, and nothing else.", new TextSpan(position, brace));
            position = brace + 1;
        }

        return new LatexName(text + accents, position, isGreek, isWord && (text.Length > 1 || accents.Length == 0));
    }

    // leaky\_relu, \Delta x, arg\,max; null for what is no word.
    private static string? WordIn(string content)
    {
        var word = new StringBuilder();
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (Characters.IsNamePart(c))
            {
                word.Append(c);
            }
            else if (c == '\\' && i + 1 < content.Length && content[i + 1] is '_' or ',' or '!' or ' ')
            {
                if (content[++i] == '_') word.Append('_');
            }
            else if (c == '\\')
            {
                var end = i + 1;
                while (end < content.Length && char.IsAsciiLetter(content[end])) end++;
                if (LatexWords.Letter(content[(i + 1)..end]) is not { } letter) return null;
                if (end == content.TrimEnd().Length && word.Length == 0) return content[(i + 1)..end];
                word.Append(letter);
                i = end - 1;
            }
            else if (c is not (' ' or '-'))
            {
                return null;
            }
        }

        return word.Length > 0 && Characters.IsNameStart(word[0]) ? word.ToString() : null;
    }

    // The function of the catalogue with this name, where it is called: softmax, LeakyReLU.
    private string? FunctionNamed(string name, int end)
    {
        if (_names.ContainsKey(LatexWords.Key(name))) return null;
        if (!_functions.TryGetValue(LatexWords.Plain(name), out var function)) return null;
        var place = SkippedFrom(end);
        while (IsCommandAt(place, ",") || IsCommandAt(place, "!")) place = SkippedFrom(place + 2);
        var isCalled = At(place) is '(' or '[' or '{' or '^' || IsCommandAt(place, "left") || IsCommandAt(place, "big") || IsCommandAt(place, "bigl") || IsCommandAt(place, "Big") || IsCommandAt(place, "Bigl");
        return isCalled || (name.Length > 2 && (char.IsAsciiLetter(At(place)) || (At(place) == '\\' && BeginsOperand(CommandAt(place, out _))))) ? function : null;
    }

    private static bool BeginsOperand(string command) => LatexWords.IsGreek(command) || command is "mathbf" or "boldsymbol" or "bm" or "frac" or "hat";

    private bool IsFunctionHere(LatexName name)
    {
        if (_names.ContainsKey(LatexWords.Key(name.Text)) || _outline.StandsAlone(name.Text)) return false;
        return _functions.ContainsKey(name.Text is "sigma" ? "sigmoid" : name.Text is "Gamma" ? "gamma" : "digamma");
    }

    // \sigma(x), \Gamma(x), \psi(x), \psi'(x), \psi^{(n)}(x)
    private void ReadGreekFunction(LatexName name, int start)
    {
        if (name.Text is not "psi")
        {
            EmitName(name.Text is "sigma" ? "sigmoid" : "gamma", start, name.End);
            return;
        }

        var place = SkippedFrom(name.End);
        var primes = 0;
        for (; At(place) == '\''; place = SkippedFrom(place + 1)) primes++;
        var (content, end) = At(place) == '^' ? ArgumentAt(place + 1) : ("", place);
        if (content.Length > 0 && int.TryParse(Unbracketed(content), NumberStyles.None, CultureInfo.InvariantCulture, out var order)) (primes, place) = (order, end);
        _position = place;
        EmitName(primes switch { 0 => "digamma", 1 => "trigamma", _ => "polygamma" }, start, place);
        if (primes < 2) return;
        place = SkippedFrom(place);
        var (sign, opened) = IsCommandAt(place, "left") ? DelimiterAt(SkippedFrom(place + 5)) : DelimiterAt(place);
        OpenRound(place, opened, sign is "(" && opened > place + 1 ? @"\right)" : ")");
        Emit(TokenKind.Number, start, place, primes.ToString(CultureInfo.InvariantCulture));
        Emit(TokenKind.Comma, start, place);
    }

    private static string Unbracketed(string content) =>
        content.Replace(@"\left(", "", StringComparison.Ordinal).Replace(@"\right)", "", StringComparison.Ordinal).Trim('(', ')', ' ');

    // x_1, x_{ij}, W^{(1)}, x^*, x': one name, or entries where an index runs or the name is a vector.
    private void ReadIndexed(LatexName name, int start)
    {
        var text = name.Text;
        var place = SkippedFrom(name.End);
        var raised = -1;
        if (At(place) == '^' && ArgumentAt(place + 1).End is var behind && At(SkippedFrom(behind)) == '_')
        {
            // x^2_i is x_i^2.
            (raised, place) = (place, SkippedFrom(behind));
        }

        var end = name.End;
        if (name.IsWord && name.Text is "pad" && At(place) == '_' && ReadPad(start, place)) return;
        if (name.IsGreek && name.Text is "delta" && raised < 0 && At(place) == '_' && ReadDelta(start, place)) return;
        if (name.Text is "I" && raised < 0 && At(place) == '_' && _vocabulary.Arrays.Count > 0 && ReadUnit(start, place)) return;
        if (At(place) == '_')
        {
            var (content, after) = ArgumentAt(place + 1);
            var parts = PartsOf(content);
            var whole = parts is null ? null : $"{text}_{string.Join('_', parts)}";
            var isEntry = IsEntry(text, parts, content) && (whole is null || !_names.ContainsKey(LatexWords.Key(whole)));
            if (!isEntry && whole is null)
                throw new FormulaException("A subscript is a letter, a word or a number.", new TextSpan(place, after), "give the name a word of its own, such as x_{prev}");
            if (!isEntry) text = whole!;
            if (raised >= 0) _jumps[place] = after;
            if (raised < 0) end = after;
            if (isEntry)
            {
                EmitValue(Resolved(text), start, name.End);
                ReadEntries(place, after, content, raised >= 0 ? name.End : after);
                return;
            }
        }

        (text, var primes) = WithMarks(text, ref end);
        _position = end;
        EmitValue(Resolved(text), start, end);
        for (var i = 0; i < primes; i++) Emit(TokenKind.Prime, end - 1, end);
        UnitDone();
    }

    // x^*, x^{(1)}, x' without a bracket behind it: parts of the name. f^{(2)}(x) is f''(x).
    private (string Text, int Primes) WithMarks(string text, ref int end)
    {
        var place = SkippedFrom(end);
        var primes = 0;
        var behind = place;
        for (; At(behind) is '\'' or '’' or '′'; behind = SkippedFrom(behind + 1)) primes++;
        if (primes > 0 && !IsBracketAt(behind) && !_vocabulary.Functions.Contains(text) && !_vocabulary.Arrays.Contains(Resolved(text)))
        {
            end = behind;
            return (text + string.Concat(Enumerable.Repeat("_prime", primes)), 0);
        }

        if (At(place) != '^') return (text, 0);
        var (content, after) = ArgumentAt(place + 1);
        if (content is "*" or @"\ast" or @"\star")
        {
            end = after;
            return (text + "_star", 0);
        }

        var inner = Unbracketed(content);
        if (inner.Length == 0 || inner.Length == content.Length || !inner.All(char.IsAsciiLetterOrDigit)) return (text, 0);
        end = after;
        if (IsBracketAt(SkippedFrom(after)) && int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var order) && order is > 0 and <= 64) return (text, order);
        _notes.Add(new Note(
            NoteCodes.Ambiguous, $"This can be read in two ways. {Wording.Quote(_text, new TextSpan(place, after))} is part of the name here, and no exponent.",
            new TextSpan(place, after), [$"{text}_{inner}", $"{text}^({inner})"]));
        return ($"{text}_{inner}", 0);
    }

    private bool IsBracketAt(int place) => At(place) == '(' || IsCommandAt(place, "left") || IsCommandAt(place, "big") || IsCommandAt(place, "bigl") || IsCommandAt(place, "Big") || IsCommandAt(place, "Bigl");

    // The names in a subscript: i, max, 12, ij, (i, j); null for what is more than names.
    private static List<string>? PartsOf(string content)
    {
        var parts = new List<string>();
        foreach (var part in content.Replace(@"\,", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries))
        {
            var word = part;
            var brace = part.IndexOf('{', StringComparison.Ordinal);
            if (part.StartsWith('\\') && brace > 0 && part.EndsWith('}') && LatexWords.IsFont(part[1..brace])) word = part[(brace + 1)..^1];
            else if (part.StartsWith('\\') && (LatexWords.IsGreek(part[1..]) || part[1..] is "min" or "max" or "infty" or "ell")) word = part[1..];
            word = word.Replace(@"\_", "_", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
            if (word.Length == 0 || !word.All(Characters.IsNamePart)) return null;
            parts.Add(word);
        }

        return parts;
    }

    private string Resolved(string name) => _names.GetValueOrDefault(LatexWords.Key(name), name);
}
