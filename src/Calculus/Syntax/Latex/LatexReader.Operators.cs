using System.Globalization;

namespace Calculus.Syntax.Latex;

/// <summary>Superscripts, sums over an index, derivatives by letters.</summary>
internal sealed partial class LatexReader
{
    private void ReadSuperscript()
    {
        var start = _position;
        var (content, end) = ArgumentAt(start + 1);
        if (_raisedAt == _tokens.Count && _raisedAt > 0) throw new FormulaException("A power of a superscript can be read in two ways.", new TextSpan(start, end), "write braces, as in {x^2}^3");
        switch (content)
        {
            case @"\top" or @"\intercal" or @"\mathsf{T}" or @"\mathrm{T}" or @"\text{T}" or @"\mathsf T" or @"\mathrm T" or @"\mathtt{T}":
            case "T" when !_names.ContainsKey("T") && !_outline.Defines('T'):
                Emit(TokenKind.DotT, start, end);
                _position = end;
                return;
            case @"\prime":
                Emit(TokenKind.Prime, start, end);
                _position = end;
                return;
            case @"\circ" or @"{\circ}":
                Emit(TokenKind.Degree, start, end);
                _position = end;
                return;
            case @"\dagger" or "H" or @"\ast" or "*" or @"\star":
                throw new FormulaException("The numbers here are real; write \\top for a transpose.", new TextSpan(start, end));
            default:
                break;
        }

        if (content.Replace(@"\prime", "", StringComparison.Ordinal).Trim().Length == 0 && content.Length > 0)
        {
            for (var i = content.Length / @"\prime".Length; i > 0; i--) Emit(TokenKind.Prime, start, end);
            _position = end;
            return;
        }

        // ^{\circ 2} is a power entry by entry.
        var isByEntry = content.StartsWith(@"\circ", StringComparison.Ordinal) && At(SkippedFrom(start + 1)) == '{';
        Emit(isByEntry ? TokenKind.DotPower : TokenKind.Power, start, start + 1);
        Emit(TokenKind.LeftRound, start, start + 1);
        ReadArgument(start, start + 1, at =>
        {
            Finish(at);
            _raisedAt = _tokens.Count;
        });
        if (isByEntry) _position = _text.IndexOf(@"\circ", start, StringComparison.Ordinal) + 5;
    }

    // How many tokens there were when a superscript ended.
    private int _raisedAt;

    // \sum_{i=1}^{n} x_i^2, \sum_{i} x_i, \sum\left(…\right)
    private void ReadSum(string function, int start, int end)
    {
        var place = SkippedFrom(end);
        if (IsCommandAt(place, "limits") || IsCommandAt(place, "nolimits")) place = SkippedFrom(place + CommandAt(place, out _).Length + 1);
        int below = -1, above = -1, behind = place;
        for (var i = 0; i < 2 && At(place) is '_' or '^'; i++)
        {
            if (At(place) == '_') below = place + 1;
            else above = place + 1;
            behind = ArgumentAt(place + 1).End;
            place = SkippedFrom(behind);
        }

        if (below < 0)
        {
            _position = end;
            EmitName(function, start, end);
            if (IsBracketAt(place)) return;
            Emit(TokenKind.LeftRound, end, end);
            Reach(start, end, 1, isShort: false);
            return;
        }

        var (content, belowEnd) = ArgumentAt(below);
        var sign = content.IndexOf('=', StringComparison.Ordinal);
        var span = new TextSpan(start, behind);
        var name = (sign < 0 ? content : content[..sign]).Trim();
        if (PartsOf(name) is not [var index] || !Characters.IsNameStart(index[0]) || (sign < 0) != (above < 0))
            throw new FormulaException("What this sum runs over is not read.", span, $@"write \{function}_{{i=1}}^{{n}}");
        index = Resolved(index);
        EmitName(function, start, end);
        Emit(TokenKind.LeftRound, start, end);
        if (sign < 0)
        {
            // Over all entries of vectors.
            _position = behind;
            Reach(start, behind, 1, isShort: false, index, isOfAll: true);
            return;
        }

        var first = _text.IndexOf(name, below, StringComparison.Ordinal);
        Emit(TokenKind.Name, first, first + name.Length, index);
        Emit(TokenKind.Assign, first + name.Length, _text.IndexOf('=', first) + 1);
        var brace = SkippedFrom(below);
        if (At(brace) != '{') throw new FormulaException("What this sum runs over is not read.", span, $@"write \{function}_{{i=1}}^{{n}}");
        _position = _text.IndexOf('=', first) + 1;
        _frames.Push(new LatexFrame(LatexFrameKind.Argument, brace, brace + 1, _tokens.Count)
        {
            Then = at =>
            {
                Emit(TokenKind.Range, at, at);
                ReadArgument(start, above, last =>
                {
                    Emit(TokenKind.Comma, last, last);
                    _position = behind;
                    Reach(start, behind, 1, isShort: false, index);
                });
            },
        });
        _ = belowEnd;
    }

    // \frac{d}{dx}, \frac{\partial^2}{\partial x \partial y}, \frac{dy}{dx}
    private bool ReadDerivative(int start, int end)
    {
        var (above, middle) = ArgumentAt(end);
        var isPartial = above.StartsWith(@"\partial", StringComparison.Ordinal);
        var isUpright = above.StartsWith(@"\mathrm{d}", StringComparison.Ordinal);
        if (!isPartial && !isUpright && !(above.StartsWith('d') && (above.Length == 1 || !char.IsAsciiLetterOrDigit(above[1]) || above.Length == 2))) return false;
        if (_names.ContainsKey("d") && !isPartial && !isUpright) return false;
        var sign = isPartial ? @"\partial" : isUpright ? @"\mathrm{d}" : "d";
        var brace = SkippedFrom(middle);
        if (At(brace) != '{' || At(SkippedFrom(end)) != '{') return false;
        var close = _outline.Closing(brace);
        var bys = new List<(string Name, int Start, int End, int Order)>();
        for (var at = SkippedFrom(brace + 1); at < close;)
        {
            if (string.CompareOrdinal(_text, at, sign, 0, sign.Length) != 0) return false;
            at = SkippedFrom(at + sign.Length);
            if (at >= close || (!Characters.IsNameStart(At(at)) && At(at) != '\\')) return false;
            var name = NameAt(at);
            var (text, from, stop, order) = (name.Text, at, name.End, 1);
            if (At(stop) == '_' && ArgumentAt(stop + 1) is var (index, indexEnd) && PartsOf(index) is { } parts) (text, stop) = ($"{text}_{string.Join('_', parts)}", indexEnd);
            at = SkippedFrom(stop);
            if (At(at) == '^')
            {
                var (times, behind) = ArgumentAt(at + 1);
                if (!int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out order)) throw new FormulaException("The order of a derivative is a whole number.", new TextSpan(at, behind));
                at = SkippedFrom(behind);
            }

            bys.Add((Resolved(text), from, stop, order));
        }

        if (bys.Count == 0) return false;
        var rest = above[sign.Length..].TrimStart();
        var restAt = _text.IndexOf(above, SkippedFrom(end), StringComparison.Ordinal) + above.Length - rest.Length;
        if (rest.StartsWith('^'))
        {
            var (power, after) = ArgumentAt(restAt + 1);
            if (!int.TryParse(power, NumberStyles.None, CultureInfo.InvariantCulture, out var order) || order != bys.Sum(static by => by.Order))
                throw new FormulaException("The orders above and below the line of a derivative differ.", new TextSpan(start, close + 1));
            (rest, restAt) = (_text[after..(middle - 1)].Trim(), SkippedFrom(after));
        }

        foreach (var by in bys)
        {
            EmitName("diff", start, end, CallForm.LastFirst);
            Emit(TokenKind.LeftRound, start, end);
            EmitValue(by.Name, by.Start, by.End);
            if (by.Order > 1)
            {
                Emit(TokenKind.Comma, by.End, by.End);
                Emit(TokenKind.Number, by.Start, by.End, by.Order.ToString(CultureInfo.InvariantCulture));
            }

            Emit(TokenKind.Comma, by.End, by.End);
        }

        if (rest.Length == 0)
        {
            _position = close + 1;
            ReadOperand(start, close + 1, bys.Count, isShort: false);
            return true;
        }

        _position = restAt;
        _frames.Push(new LatexFrame(LatexFrameKind.Argument, SkippedFrom(end), SkippedFrom(end) + 1, _tokens.Count)
        {
            Then = at =>
            {
                for (var i = 0; i < bys.Count; i++) Emit(TokenKind.RightRound, at - 1, at);
                _position = close + 1;
                UnitDone();
            },
        });
        return true;
    }
}
