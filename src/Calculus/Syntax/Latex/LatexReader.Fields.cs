namespace Calculus.Syntax.Latex;

/// <summary>The sign ∇: a derivative by a named variable, a divergence, a curl, a Laplacian; and Δ before a function that was defined.</summary>
internal sealed partial class LatexReader
{
    private const string Divergence = "divergence", Curl = "curl", Laplacian = "laplacian";

    // \nabla_{w} L(w), \nabla \cdot F, \nabla_{x, y} \times F, \nabla^2 u
    private void ReadNabla(int start, int end)
    {
        var (by, behind) = At(SkippedFrom(end)) == '_' ? VariablesAt(SkippedFrom(end) + 1, start, end) : ([], end);
        var place = SkippedFrom(behind);
        if (IsCommandAt(place, "cdot") || IsCommandAt(place, "bullet"))
        {
            _ = CommandAt(place, out var dot);
            // \nabla \cdot \nabla u
            var second = SkippedFrom(dot);
            var isTwice = IsCommandAt(second, "nabla") && At(SkippedFrom(second + 6)) is not ('_' or '^') && !IsCommandAt(SkippedFrom(second + 6), "cdot") && !IsCommandAt(SkippedFrom(second + 6), "times");
            ReadField(isTwice ? Laplacian : Divergence, by, start, isTwice ? second + 6 : dot);
            return;
        }

        if (IsCommandAt(place, "times"))
        {
            ReadField(Curl, by, start, place + 6);
            return;
        }

        if (At(place) == '^' && ArgumentAt(place + 1) is ("2", var raised))
        {
            if (by.Count == 0 && At(SkippedFrom(raised)) == '_') (by, raised) = VariablesAt(SkippedFrom(raised) + 1, start, raised);
            ReadField(Laplacian, by, start, raised);
            return;
        }

        if (by is not [var only]) throw Refused("nabla", start, end);
        EmitName("diff", start, end, CallForm.LastFirst);
        Emit(TokenKind.LeftRound, start, end);
        EmitValue(only.Name, only.Start, only.End);
        Emit(TokenKind.Comma, behind, behind);
        _position = behind;
        ReadOperand(start, behind, 1, isShort: false);
    }

    // What is differentiated follows its variables; where none is named they are found when everything is read.
    private void ReadField(string function, List<(string Name, int Start, int End)> by, int start, int end)
    {
        EmitName(function, start, end, by.Count > 0 ? CallForm.Field : CallForm.UnnamedField);
        Emit(TokenKind.LeftRound, start, end);
        foreach (var variable in by)
        {
            EmitValue(variable.Name, variable.Start, variable.End);
            Emit(TokenKind.Comma, variable.End, variable.End);
        }

        _position = end;
        ReadOperand(start, end, 1, isShort: false);
    }

    // The names in the subscript of \nabla_{x, y_1}.
    private (List<(string Name, int Start, int End)> Names, int End) VariablesAt(int position, int start, int end)
    {
        var behind = ArgumentAt(position).End;
        var at = SkippedFrom(position);
        var close = behind;
        if (At(at) == '{') (at, close) = (SkippedFrom(at + 1), behind - 1);
        var names = new List<(string Name, int Start, int End)>();
        while (at < close)
        {
            if (!Characters.IsNameStart(At(at)) && At(at) is not ('\\' or '{')) throw Refused("nabla", start, end);
            var name = NameAt(at);
            var (text, stop) = (name.Text, name.End);
            if (close < behind && At(stop) == '_' && ArgumentAt(stop + 1) is var (index, indexEnd) && PartsOf(index) is { } parts) (text, stop) = ($"{text}_{string.Join('_', parts)}", indexEnd);
            if (stop > behind) throw Refused("nabla", start, end);
            names.Add((Resolved(text), at, stop));
            at = SkippedFrom(stop);
            if (at < close && At(at) == ',') at = SkippedFrom(at + 1);
        }

        return names.Count > 0 ? (names, behind) : throw Refused("nabla", start, end);
    }

    // \Delta u of a function u that was defined is its Laplacian, \operatorname{div} F its divergence; elsewhere they are names.
    private string? IsFieldHere(LatexName name)
    {
        if (name.IsWord && name.Text is "div" or "rot" or "curl" or "grad")
        {
            var place = SkippedFrom(name.End);
            if (_names.ContainsKey(name.Text) || name.Text is "grad" || !(char.IsAsciiLetter(At(place)) || (At(place) == '\\' && BeginsOperand(CommandAt(place, out _))))) return null;
            return name.Text is "div" ? Divergence : Curl;
        }

        if (!name.IsGreek || name.Text is not "Delta" || _names.ContainsKey("Delta")) return null;
        var at = SkippedFrom(name.End);
        if (!char.IsAsciiLetter(At(at)) && !(At(at) == '\\' && LatexWords.IsGreek(CommandAt(at, out _)))) return null;
        if (!IsDefined(Resolved(NameAt(at).Text))) return null;
        _notes.Add(new Note(
            NoteCodes.Ambiguous, @"This can be read in two ways. '\Delta' is the sign of the Laplacian here, since a function follows it, and no factor.",
            new TextSpan(_position, name.End), [$"laplacian({NameAt(at).Text}, …)", $"Delta*{NameAt(at).Text}"]));
        return Laplacian;
    }

    // Whether a statement before this one gives the name a meaning.
    private bool IsDefined(string name)
    {
        for (var i = 0; i + 1 < _tokens.Count; i++)
        {
            if ((i == 0 || _tokens[i - 1].Kind == TokenKind.Semicolon) && _tokens[i].Kind == TokenKind.Name && string.Equals(_tokens[i].Text, name, StringComparison.Ordinal)
                && LatexFields.IsHead(_tokens, i))
                return true;
        }

        return false;
    }
}
