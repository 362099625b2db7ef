namespace Calculus.Syntax.Latex;

/// <summary>Environments, and words between formulas.</summary>
internal sealed partial class LatexReader
{
    private void BeginEnvironment(int start, int end)
    {
        var (name, behind) = ArgumentAt(end);
        if (At(behind) == '[') behind = Math.Max(behind, _text.IndexOf(']', behind) + 1);
        if (name is "array" or "tabular" or "alignedat" or "alignat" or "alignat*") behind = ArgumentAt(behind).End;
        var span = new TextSpan(start, behind);
        var isChoice = _isChoice || name is "cases" or "dcases" or "rcases";
        _isChoice = false;
        _position = behind;
        if (isChoice)
        {
            EmitName("piecewise", start, behind, CallForm.PairsTurned);
            _frames.Push(new LatexFrame(LatexFrameKind.Cases, span.Start, span.End, _tokens.Count) { Close = $@"\end{{{name}}}" });
            Emit(TokenKind.LeftRound, start, behind);
            return;
        }

        switch (name)
        {
            case "matrix" or "bmatrix" or "pmatrix" or "vmatrix" or "Bmatrix" or "smallmatrix" or "array" when name is not "array" || _frames.Any(static frame => frame.Kind is not LatexFrameKind.Lines):
                if (name is "vmatrix")
                {
                    EmitName("det", start, behind);
                    Emit(TokenKind.LeftRound, start, behind);
                }

                if (EndsOperand()) Emit(TokenKind.Times, start, start); // a bracket behind a value would be an index
                _frames.Push(new LatexFrame(LatexFrameKind.Matrix, start, behind, _tokens.Count)
                {
                    Close = $@"\end{{{name}}}",
                    HasColumns = _outline.HasColumns(start),
                    Extra = name is "vmatrix" ? 1 : 0,
                });
                Emit(TokenKind.LeftSquare, start, behind);
                if (_outline.HasColumns(start)) Emit(TokenKind.LeftSquare, behind, behind);
                break;
            case "aligned" or "align" or "align*" or "array" or "gather" or "gather*" or "gathered" or "equation" or "equation*" or "split" or "displaymath" or "math" or "multline" or "alignedat" or "alignat" or "alignat*" or "eqnarray" or "eqnarray*":
                _frames.Push(new LatexFrame(LatexFrameKind.Lines, start, behind, _tokens.Count) { Close = $@"\end{{{name}}}" });
                break;
            default:
                throw new FormulaException($"The environment '{name}' is not read here.", span);
        }
    }

    private void EndEnvironment(int start, int end)
    {
        var (name, behind) = ArgumentAt(end);
        CloseReaches();
        if (!_frames.TryPeek(out var frame) || frame.Kind is not (LatexFrameKind.Matrix or LatexFrameKind.Cases or LatexFrameKind.Lines))
            throw frame is null ? new FormulaException($"'\\end{{{name}}}' ends what was never begun.", new TextSpan(start, behind)) : NeverClosed(frame);
        if (!string.Equals(frame.Close, $@"\end{{{name}}}", StringComparison.Ordinal))
            throw new FormulaException($"'\\end{{{name}}}' cannot end {Wording.Quote(_text, frame.Span)}.", new TextSpan(start, behind), $"write {frame.Close}");
        _frames.Pop();
        _position = behind;
        switch (frame.Kind)
        {
            case LatexFrameKind.Matrix:
                if (frame.HasColumns) Emit(TokenKind.RightSquare, start, start);
                Emit(TokenKind.RightSquare, start, behind);
                for (var i = 0; i < frame.Extra; i++) Emit(TokenKind.RightRound, start, behind);
                break;
            case LatexFrameKind.Cases:
                EndCases(frame, start, behind);
                break;
            default:
                return;
        }

        // \right. after the rows of a choice that a brace opened.
        var place = SkippedFrom(_position);
        if (frame.Kind == LatexFrameKind.Cases && IsCommandAt(place, "right") && At(SkippedFrom(place + 6)) == '.') _position = SkippedFrom(place + 6) + 1;
        UnitDone();
    }

    private void EndCases(LatexFrame frame, int start, int end)
    {
        DropComma();
        if (frame.Rows < 2) throw new FormulaException("A choice has at least two rows.", frame.Span, @"write \begin{cases} a & \text{if } x > 0 \\ b & \text{otherwise} \end{cases}");
        if (frame.Condition >= 0)
        {
            // Nothing is said of points where no row applies, so that the last row is taken there.
            if (!frame.IsMarked && _tokens.Count > frame.Condition && !ComplementsRowBefore(frame))
            {
                var span = _tokens[frame.Condition].Span.To(_tokens[^1].Span);
                _notes.Add(new Note(NoteCodes.Condition, "The last row is taken wherever no row above it applies.", span.Start < span.End ? span : null));
            }

            _tokens.RemoveRange(frame.Condition - 1, _tokens.Count - frame.Condition + 1);
        }

        Emit(TokenKind.RightRound, start, end);
    }

    // x < 0 in one row and x \ge 0 in the last leave nothing out.
    private bool ComplementsRowBefore(LatexFrame frame)
    {
        var last = _tokens.GetRange(frame.Condition, _tokens.Count - frame.Condition);
        var before = _previousCondition;
        if (frame.Rows != 2 || before.Count != last.Count) return false;
        for (var i = 0; i < last.Count; i++)
        {
            var isAlike = before[i].Kind == last[i].Kind && string.Equals(before[i].Text, last[i].Text, StringComparison.Ordinal);
            var isOpposite = (before[i].Kind, last[i].Kind) is (TokenKind.Less, TokenKind.GreaterOrEqual) or (TokenKind.LessOrEqual, TokenKind.Greater)
                or (TokenKind.Greater, TokenKind.LessOrEqual) or (TokenKind.GreaterOrEqual, TokenKind.Less) or (TokenKind.Equal, TokenKind.NotEqual) or (TokenKind.NotEqual, TokenKind.Equal);
            if (!isAlike && !isOpposite) return false;
        }

        return true;
    }

    private List<Token> _previousCondition = [];

    private void DropComma()
    {
        if (_tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Comma) _tokens.RemoveAt(_tokens.Count - 1);
    }

    private void ReadColumn()
    {
        var start = _position++;
        CloseReaches();
        if (!_frames.TryPeek(out var frame) || frame.Kind == LatexFrameKind.Lines) return;
        if (frame.Kind is not (LatexFrameKind.Matrix or LatexFrameKind.Cases)) throw NeverClosed(frame);
        if (frame.Kind == LatexFrameKind.Cases)
        {
            if (frame.Condition >= 0) return; // room between words
            frame.Condition = _tokens.Count + 1;
        }

        Emit(TokenKind.Comma, start, start + 1);
    }

    private void ReadRow(int start, int end)
    {
        if (At(end) == '*') end++;
        if (At(SkippedFrom(end)) == '[' && _text.IndexOf(']', end) is var close and > 0 && IsLength(_text[(SkippedFrom(end) + 1)..close])) end = close + 1;
        _position = end;
        CloseReaches();
        if (!_frames.TryPeek(out var frame) || frame.Kind == LatexFrameKind.Lines)
        {
            if (!_outline.IsOnlyPunctuationBehind(end) && !IsCommandAt(SkippedFrom(end), "end"))
            {
                DropComma();
                Emit(TokenKind.Semicolon, start, end);
                if (_studied is null) _statement = _tokens.Count;
            }

            return;
        }

        if (frame.Kind is not (LatexFrameKind.Matrix or LatexFrameKind.Cases)) throw NeverClosed(frame);
        if (IsCommandAt(SkippedFrom(end), "end")) return;
        frame.Rows++;
        if (frame.Kind == LatexFrameKind.Matrix)
        {
            if (frame.HasColumns) Emit(TokenKind.RightSquare, start, start);
            Emit(TokenKind.Comma, start, end);
            if (frame.HasColumns) Emit(TokenKind.LeftSquare, end, end);
            return;
        }

        if (frame.Condition < 0) throw new FormulaException("A row of a choice has a value and its condition; only the last one may lack it.", new TextSpan(frame.Start, start), @"write \begin{cases} a & \text{if } x > 0 \\ b & \text{otherwise} \end{cases}");
        DropComma();
        if (_tokens.Count <= frame.Condition) throw new FormulaException("A row of a choice has a value and its condition; only the last one may lack it.", new TextSpan(start, end));
        _previousCondition = _tokens.GetRange(frame.Condition, _tokens.Count - frame.Condition);
        frame.Condition = -1;
        Emit(TokenKind.Comma, start, end);
    }

    private static bool IsLength(string text) => text.Length is > 2 and < 12 && (text[^2..] is "pt" or "ex" or "em" or "mm" or "cm");

    /// <summary>Words that are no name: if, otherwise, where; false where it is a name.</summary>
    private bool ReadWords(string command, int start, int end)
    {
        if (At(end) == '*') end++;
        var place = SkippedFrom(end);
        if (At(place) != '{') return false;
        var close = _outline.Closing(place);
        var content = _text[(place + 1)..close];
        var words = content.Replace(@"\ ", " ", StringComparison.Ordinal).Trim(' ', ',', '.', ':', '~').ToLowerInvariant();
        var behind = close + 1;
        if (content is "1" or "0" && ReadOnes(content, start, behind)) return true;
        if (command is "operatorname" or "mathrm" or "mathbf" && words is not ("and" or "or" or "if" or "otherwise" or "else"))
        {
            return false;
        }

        switch (words)
        {
            case "":
            case "if" or "for" or "when" or "for all" or "whenever" or "with" or "if and only if" or "in case":
                _position = behind;
                return true;
            case "otherwise" or "else" or "elsewhere" or "sonst" or "sinon":
                _position = behind;
                if (_frames.TryPeek(out var frame) && frame.Kind == LatexFrameKind.Cases) frame.IsMarked = true;
                return true;
            case "and" or "or":
                _position = behind;
                CloseReaches();
                Emit(words is "and" ? TokenKind.And : TokenKind.Or, start, behind);
                return true;
            case "where":
                _position = behind;
                BeginHelpers();
                return true;
            default:
                if (ReadOption(content, start, behind)) return true;
                return words.Contains(' ', StringComparison.Ordinal) ? throw new FormulaException("Words are no part of a formula.", new TextSpan(start, behind)) : false;
        }
    }

    // What was read is the function under study; what it uses comes behind.
    private void BeginHelpers()
    {
        CloseReaches();
        if (_frames.FirstOrDefault(static frame => frame.Kind != LatexFrameKind.Lines) is { } open) throw NeverClosed(open);
        while (_tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Comma or TokenKind.Semicolon) _tokens.RemoveAt(_tokens.Count - 1);
        if (_studied is not null || _tokens.Count == 0) return;
        var first = _tokens.FindLastIndex(static token => token.Kind == TokenKind.Semicolon) + 1;
        _studied = _tokens[first..];
        _tokens.RemoveRange(first, _tokens.Count - first);
    }

    // \text{axis=0} behind the argument of a function of arrays.
    private bool ReadOption(string content, int start, int end)
    {
        var sign = content.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0 || content[..sign].Trim() is not ("axis" or "dim" or "keepdims" or "keepdim" or "ddof")) return false;
        var value = content[(sign + 1)..].Trim();
        _position = end;
        Emit(TokenKind.Name, start, end, content[..sign].Trim());
        Emit(TokenKind.Assign, start, end);
        if (value.StartsWith('-')) Emit(TokenKind.Minus, start, end);
        var digits = value.TrimStart('-');
        Emit(digits.Length > 0 && digits.All(char.IsAsciiDigit) ? TokenKind.Number : TokenKind.Name, start, end, digits);
        return true;
    }

    // \mathbf{1}_{3 \times 2}, \mathbf{0}_{3}; \mathbf{1} alone with a row is that row.
    private bool ReadOnes(string content, int start, int end)
    {
        var place = SkippedFrom(end);
        if (content is "1" && (IsCommandAt(place, "left") || At(place) is '[' or '(' || IsCommandAt(place, "{"))) return Indicated(start, end);
        if (At(place) != '_')
        {
            _position = end;
            if (content is "0") Emit(TokenKind.Number, start, end, "0");
            if (content is "1" && At(place) == '^')
            {
                // v 1^T is a matrix with the column v as often as is wanted.
                _position = ArgumentAt(place + 1).End;
                Emit(TokenKind.Method, start, end, "column");
                Emit(TokenKind.LeftRound, place, _position);
                Emit(TokenKind.RightRound, place, _position);
            }

            return true;
        }

        var (lengths, after) = ArgumentAt(place + 1);
        if (lengths.AsSpan().IndexOfAny("<>=") >= 0 || lengths.Contains(@"\le", StringComparison.Ordinal) || lengths.Contains(@"\ge", StringComparison.Ordinal)) return Indicated(start, end);
        EmitName(content is "1" ? "ones" : "zeros", start, end);
        Emit(TokenKind.LeftRound, place, place + 1);
        var isFirst = true;
        foreach (var length in lengths.Split(@"\times", StringSplitOptions.TrimEntries))
        {
            if (!isFirst) Emit(TokenKind.Comma, place, after);
            isFirst = false;
            var isNumber = length.Length > 0 && length.All(char.IsAsciiDigit);
            if (!isNumber && (length.Length == 0 || !Characters.IsNameStart(length[0]) || !length.All(Characters.IsNamePart))) throw new FormulaException("The lengths of an array of ones are numbers or letters.", new TextSpan(place, after));
            Emit(isNumber ? TokenKind.Number : TokenKind.Name, place + 1, after, isNumber ? length : Resolved(length));
        }

        Emit(TokenKind.RightRound, after - 1, after);
        _position = after;
        return true;
    }

    private bool Indicated(int start, int end)
    {
        ReadIndicator(start, end);
        return true;
    }
}
