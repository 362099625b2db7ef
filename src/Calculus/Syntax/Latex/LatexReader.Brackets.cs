namespace Calculus.Syntax.Latex;

/// <summary>Brackets of every kind, and what ends without one.</summary>
internal sealed partial class LatexReader
{
    private void OpenRound(int start, int end, string close, string? function = null)
    {
        EnterSingle(start, end);
        if (function is not null) Emit(new Token(TokenKind.Name, start, end, function) { Form = CallForm.Known });
        _frames.Push(new LatexFrame(function is null ? LatexFrameKind.Round : LatexFrameKind.Fence, start, end, _tokens.Count) { Close = close, Extra = TakeExtra() });
        Emit(TokenKind.LeftRound, start, end);
        _position = end;
    }

    private void OpenSquare(int start, int end)
    {
        EnterSingle(start, end);
        _frames.Push(new LatexFrame(LatexFrameKind.Square, start, end, _tokens.Count) { Close = "]", Extra = TakeExtra() });
        Emit(TokenKind.LeftRound, start, end);
        _position = end;
    }

    // An argument of one sign cannot be a bracket.
    private void EnterSingle(int start, int end)
    {
        if (_frames.TryPeek(out var top) && top.Kind == LatexFrameKind.Single)
            throw new FormulaException($"{Wording.Quote(_text, top.Span)} takes what stands in braces, or one sign.", top.Span.To(new TextSpan(start, end)), "write {…}");
    }

    // Brackets that close together with the next one: of a derivative or logarithm before it.
    private int _extra;

    private int TakeExtra() => (_extra, _extra = 0).Item1;

    // \left( and its kin.
    private void ReadLeft(int start, int position)
    {
        position = SkippedFrom(position);
        var (sign, end) = DelimiterAt(position);
        switch (sign)
        {
            case "{" when IsCommandAt(SkippedFrom(end), "begin"):
                _position = end; // a brace before the rows of a choice
                _isChoice = true;
                break;
            case "(" or "." or "{":
                OpenRound(start, end, sign is "(" ? @"\right)" : sign is "." ? @"\right." : @"\right\}");
                break;
            case "[":
                OpenSquare(start, end);
                break;
            case "|" or "‖" or "⌊" or "⌈":
                OpenRound(start, end, @"\right" + sign, FunctionOf(sign));
                break;
            default:
                throw new FormulaException($"{Wording.Quote(_text, new TextSpan(start, end))} is not read as a bracket.", new TextSpan(start, end), @"write \left( … \right)");
        }
    }

    private bool _isChoice;

    private static string FunctionOf(string sign) => sign switch { "|" => "abs", "‖" => "norm", "⌊" => "floor", _ => "ceil" };

    private (string Sign, int End) DelimiterAt(int position)
    {
        if (At(position) != '\\') return (At(position) is '\0' ? "" : At(position).ToString(), Math.Min(position + 1, _end));
        var command = CommandAt(position, out var end);
        return (command switch
        {
            "{" or "lbrace" => "{",
            "}" or "rbrace" => "}",
            "|" or "Vert" or "lVert" or "rVert" => "‖",
            "vert" or "lvert" or "rvert" => "|",
            "lfloor" => "⌊",
            "rfloor" => "⌋",
            "lceil" => "⌈",
            "rceil" => "⌉",
            "lbrack" => "[",
            "rbrack" => "]",
            _ => "",
        }, end);
    }

    private void CloseDelimiter(string sign, int start, int end)
    {
        CloseReaches();
        if (!_frames.TryPeek(out var frame) || frame.Kind is not (LatexFrameKind.Round or LatexFrameKind.Square or LatexFrameKind.Fence))
        {
            // The index of a root: \sqrt[3]{x}.
            if (sign is "]" && frame is { Kind: LatexFrameKind.Argument, Close: "]" })
            {
                CloseArgument(start, end);
                return;
            }

            throw frame is null
                ? new FormulaException($"{Wording.Quote(_text, new TextSpan(start, end))} closes a bracket that was never opened.", new TextSpan(start, end), "remove it, or open the bracket")
                : NeverClosed(frame);
        }

        var isSquare = frame.Kind == LatexFrameKind.Square;
        if (sign is ")" && isSquare || (sign is "]" && !isSquare && frame.Kind == LatexFrameKind.Round && frame.Close is ")" or @"\right)"))
            throw new FormulaException($"{Wording.Quote(_text, new TextSpan(start, end))} cannot close {Wording.Quote(_text, frame.Span)}.", new TextSpan(start, end), $"write {frame.Close}");
        _frames.Pop();
        frame.Before?.Invoke(start);
        if (isSquare && !frame.IsMarked && ReadTable(frame, start, end)) return;
        if (isSquare && frame is { IsMarked: false, HoldsCondition: true })
        {
            // [x = y] is 1 where that holds and 0 elsewhere.
            _tokens.Insert(frame.Token, new Token(TokenKind.Name, frame.Start, frame.Span.End, "if") { Form = CallForm.Known });
            foreach (var number in (string[])["1", "0"])
            {
                Emit(TokenKind.Comma, start, end);
                Emit(TokenKind.Number, start, end, number);
            }
        }

        Emit(isSquare && frame.IsMarked ? TokenKind.RightSquare : TokenKind.RightRound, start, end);
        for (var i = 0; i < frame.Extra; i++) Emit(TokenKind.RightRound, end, end);
        _position = end;
        if (frame.Kind == LatexFrameKind.Fence && frame.Token > 0 && _tokens[frame.Token - 1].Text is "norm") ReadNormOrder(frame);
        if (frame.ClosesBar && IsCommandAt(SkippedFrom(end), "right")) _position = DelimiterAt(SkippedFrom(end) + 6).End;
        UnitDone();
    }

    // \left[ x_i x_j \right]_{i = 1 \ldots 3, j = 1 \ldots 3}: a table, of ones and zeros where its entry is a condition.
    private bool ReadTable(LatexFrame frame, int start, int end)
    {
        var place = SkippedFrom(end);
        if (At(place) != '_' || At(place + 1) != '{' || !_text.AsSpan(place, _outline.Closing(place + 1) - place).Contains(@"\ldots", StringComparison.Ordinal)) return false;
        _tokens.Insert(frame.Token, new Token(TokenKind.Name, frame.Start, frame.Span.End, "table") { Form = CallForm.FirstLast });
        if (frame.HoldsCondition)
        {
            _tokens.InsertRange(frame.Token + 2, [new Token(TokenKind.Name, frame.Start, frame.Span.End, "if") { Form = CallForm.Known }, new Token(TokenKind.LeftRound, frame.Start, frame.Span.End, "")]);
            foreach (var number in (string[])["1", "0"])
            {
                Emit(TokenKind.Comma, start, end);
                Emit(TokenKind.Number, start, end, number);
            }

            Emit(TokenKind.RightRound, start, end);
        }

        Emit(TokenKind.Comma, start, end);
        _frames.Push(new LatexFrame(LatexFrameKind.Argument, place + 1, place + 2, _tokens.Count) { HoldsRanges = true, Then = Finish });
        _position = place + 2;
        return true;
    }

    // \|x\|_2 is the norm, \|x\|_1 and \|x\|_\infty have names of their own.
    private void ReadNormOrder(LatexFrame frame)
    {
        var place = SkippedFrom(_position);
        if (At(place) != '_') return;
        var (content, end) = ArgumentAt(place + 1);
        var name = content switch { "2" or "F" or @"\mathrm{F}" or @"\text{F}" => "norm", "1" => "norm1", @"\infty" => "norminf", _ => null };
        _tokens[frame.Token - 1] = _tokens[frame.Token - 1] with
        {
            Text = name ?? throw new FormulaException("Of norms there are those with index 1, 2, \\infty, and F of matrices.", new TextSpan(place, end)),
        };
        _position = end;
    }

    private void ReadRight(int start, int position)
    {
        var (sign, end) = DelimiterAt(SkippedFrom(position));
        CloseDelimiter(sign, start, end);
    }

    // The same sign opens and closes: it closes behind an operand where one of its kind is the innermost.
    private void ReadBar(string sign, int start, int end)
    {
        var function = FunctionOf(sign is "|" ? "|" : "‖");
        if (EndsOperand())
        {
            // What ends without a bracket ends here.
            foreach (var frame in _frames)
            {
                if (frame.Kind == LatexFrameKind.Reach) continue;
                if (frame.Kind == LatexFrameKind.Fence && string.Equals(frame.Close, sign, StringComparison.Ordinal))
                {
                    CloseDelimiter(sign, start, end);
                    return;
                }

                break;
            }
        }

        OpenRound(start, end, sign, function);
    }

    private void CloseBraces()
    {
        CloseReaches();
        var (start, end) = (_position, _position + 1);
        if (!_frames.TryPeek(out var frame)) throw new FormulaException("'}' closes a brace that was never opened.", new TextSpan(start, end), "remove it");
        if (frame.Kind == LatexFrameKind.Argument && frame.Close is "}")
        {
            CloseArgument(start, end);
            return;
        }

        if (frame.Kind != LatexFrameKind.Braces) throw NeverClosed(frame);
        _frames.Pop();
        if (_tokens.Count == frame.Token + 1)
        {
            _tokens.RemoveAt(frame.Token); // {} is nothing
            _position = end;
            return;
        }

        Emit(TokenKind.RightRound, start, end);
        _position = end;
        ReadEntryOfBraces();
        UnitDone();
    }

    private void CloseArgument(int start, int end)
    {
        var frame = _frames.Pop();
        if (_tokens.Count == frame.Token)
            throw new FormulaException($"There is nothing between these braces.", new TextSpan(frame.Start, end));
        _position = end;
        frame.Then!(end);
    }

    /// <summary>An argument follows: in braces, or one sign.</summary>
    private void ReadArgument(int owner, int position, Action<int> then)
    {
        position = SkippedFrom(position);
        if (At(position) == '{')
        {
            _frames.Push(new LatexFrame(LatexFrameKind.Argument, position, position + 1, _tokens.Count) { Then = then });
            _position = position + 1;
            return;
        }

        _frames.Push(new LatexFrame(LatexFrameKind.Single, owner, position, _tokens.Count) { Then = then });
        _position = position;
    }

    private bool _isUnitRead;

    /// <summary>Something whole was read: where one sign was asked for, that is it.</summary>
    private void UnitDone() => _isUnitRead = true;

    // What ends with a sign may be one sign of something else, and so on outwards.
    private void EndUnits()
    {
        while (_isUnitRead)
        {
            _isUnitRead = false;
            if (!_frames.TryPeek(out var top) || top.Kind != LatexFrameKind.Single) return;
            _frames.Pop();
            top.Then!(_position);
        }
    }

    private void CloseReaches(bool onlyShort = false)
    {
        while (_frames.TryPeek(out var top) && top.Kind == LatexFrameKind.Reach && (!onlyShort || top.IsShort))
        {
            if (top.Token == _tokens.Count) return; // a sign before what belongs to it
            _frames.Pop();
            EndIndex(top);
            for (var i = 0; i < top.Extra; i++) Emit(TokenKind.RightRound, _position, _position);
        }
    }

    private void Reach(int start, int end, int extra, bool isShort, string? index = null, bool isOfAll = false)
    {
        if (index is not null) _indices[index] = _indices.GetValueOrDefault(index) + 1;
        if (isOfAll) _ofAll++;
        _frames.Push(new LatexFrame(LatexFrameKind.Reach, start, end, _tokens.Count) { Extra = extra, IsShort = isShort, Index = index, IsOfAll = isOfAll });
    }

    private void EndIndex(LatexFrame frame)
    {
        if (frame.Index is { } index && --_indices[index] == 0) _indices.Remove(index);
        if (frame.IsOfAll) _ofAll--;
    }
}
