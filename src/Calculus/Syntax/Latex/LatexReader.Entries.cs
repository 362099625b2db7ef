namespace Calculus.Syntax.Latex;

/// <summary>Entries of vectors and matrices, and signs that have their place in a subscript.</summary>
internal sealed partial class LatexReader
{
    private bool IsEntry(string text, List<string>? parts, string content)
    {
        if (parts is null) return _indices.Count > 0 || _vocabulary.Arrays.Contains(Resolved(text)) || content.Contains(':', StringComparison.Ordinal);
        if (_vocabulary.Arrays.Contains(Resolved(text))) return parts.All(IsPlace);
        return _indices.Count > 0 && parts.SelectMany(static part => part.All(char.IsAsciiDigit) ? [part] : part.Select(static c => c.ToString())).Any(_indices.ContainsKey);
    }

    private bool IsPlace(string part) => part.All(char.IsAsciiDigit) || part.All(c => char.IsAsciiDigit(c) || _indices.ContainsKey(c.ToString()) || part.Length == 1);

    // [i, j]: indices that run over all entries are left out.
    private void ReadEntries(int place, int after, string content, int resume)
    {
        var isOfAll = _ofAll > 0 && _frames.Any(frame => frame.IsOfAll && string.Equals(frame.Index, content, StringComparison.Ordinal));
        if (isOfAll)
        {
            _position = resume;
            _isEntry = true;
            UnitDone();
            return;
        }

        Emit(TokenKind.LeftSquare, place, place + 1);
        if (PlacesOf(content) is { } places)
        {
            for (var i = 0; i < places.Count; i++)
            {
                if (i > 0) Emit(TokenKind.Comma, place, after);
                var kind = places[i] is ":" ? TokenKind.Colon : char.IsAsciiDigit(places[i][0]) ? TokenKind.Number : TokenKind.Name;
                Emit(kind, place + 1, after, kind == TokenKind.Name ? Resolved(places[i]) : places[i] is ":" ? "" : places[i]);
            }

            Emit(TokenKind.RightSquare, after - 1, after);
            _position = resume;
            UnitDone();
            return;
        }

        ReadArgument(place, place + 1, at =>
        {
            Emit(TokenKind.RightSquare, at - 1, at);
            _position = resume;
            UnitDone();
        });
        if (resume < place) _jumps[place] = after;
    }

    // \operatorname{pad}_{1,2}(v)
    private bool ReadPad(int start, int place)
    {
        var (content, after) = ArgumentAt(place + 1);
        if (PartsOf(content) is not [var before, var behind] || !IsBracketAt(SkippedFrom(after))) return false;
        EmitName("pad", start, place, CallForm.LastFirst);
        Emit(TokenKind.LeftRound, place, place + 1);
        foreach (var length in (string[])[before, behind])
        {
            Emit(TokenKind.Number, place, after, length);
            Emit(TokenKind.Comma, place, after);
        }

        _position = after;
        ReadOperand(start, after, 1, isShort: true);
        return true;
    }

    // \delta_{i, j} of two indices is 1 where they are equal and 0 elsewhere.
    private bool ReadDelta(int start, int place)
    {
        var (content, after) = ArgumentAt(place + 1);
        var comma = content.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || At(SkippedFrom(place + 1)) != '{' || _vocabulary.Arrays.Count == 0 || _names.ContainsKey(LatexWords.Key($"delta_{content}"))) return false;
        EmitName("if", start, place);
        Emit(TokenKind.LeftRound, place, place + 1);
        _deltas.Push(_text.IndexOf(',', place));
        ReadArgument(start, place + 1, at =>
        {
            foreach (var number in (string[])["1", "0"])
            {
                Emit(TokenKind.Comma, at, at);
                Emit(TokenKind.Number, place, at, number);
            }

            Finish(at);
        });
        return true;
    }

    private readonly Stack<int> _deltas = new();

    // I_{3} beside vectors and matrices is the unit matrix.
    private bool ReadUnit(int start, int place)
    {
        var (content, after) = ArgumentAt(place + 1);
        if (_names.ContainsKey(LatexWords.Key($"I_{content}")) || _names.ContainsKey("I") || PartsOf(content) is not [var length]) return false;
        EmitName("eye", start, place);
        Emit(TokenKind.LeftRound, place, place + 1);
        Emit(char.IsAsciiDigit(length[0]) ? TokenKind.Number : TokenKind.Name, place + 1, after, length);
        Emit(TokenKind.RightRound, after - 1, after);
        _position = after;
        return true;
    }

    // Each letter and each number is a place of its own: ij, (1, j), (:, 2).
    private List<string>? PlacesOf(string content)
    {
        var places = new List<string>();
        foreach (var part in content.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part is ":") places.Add(part);
            else if (part.Length > 0 && part.All(char.IsAsciiDigit)) places.Add(part);
            else if (PartsOf(part) is [var word] && Characters.IsNameStart(word[0])) places.AddRange(_indices.ContainsKey(word) || part.StartsWith('\\') || word.Any(char.IsAsciiDigit) ? [word] : word.Select(static c => c.ToString()));
            else return null;
        }

        return places;
    }

    // {x}_{1} is an entry of x, whatever is declared.
    private void ReadEntryOfBraces()
    {
        var place = SkippedFrom(_position);
        if (At(place) != '_') return;
        var (content, after) = ArgumentAt(place + 1);
        ReadEntries(place, after, content, after);
    }

    private void ReadStraySubscript()
    {
        var (content, after) = ArgumentAt(_position + 1);
        if (_tokens.Count > 0 && _tokens[^1].Kind is TokenKind.RightRound or TokenKind.RightSquare && IsEntryContent(content))
        {
            ReadEntries(_position, after, content, after);
            return;
        }

        throw new FormulaException("A subscript belongs to a name.", new TextSpan(_position, after));
    }

    private bool IsEntryContent(string content) => PartsOf(content) is not { } parts || parts.All(part => part.All(char.IsAsciiDigit) || _indices.ContainsKey(part));
}
