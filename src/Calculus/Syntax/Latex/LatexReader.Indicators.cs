namespace Calculus.Syntax.Latex;

/// <summary>Letters with double strokes: sets and expectations, which are refused, and indicators of conditions.</summary>
internal sealed partial class LatexReader
{
    private void ReadBlackboard(int start, int end)
    {
        var (content, behind) = ArgumentAt(end);
        if (content is "1" or "I")
        {
            ReadIndicator(start, behind);
            return;
        }

        throw new FormulaException(
            content is "E" ? "An expectation is not computed here; write the mean of its sample, or its formula."
            : content is "P" ? "A probability is not computed here; write its formula."
            : content is "V" ? "A variance is not computed here; write var(v) of a sample, or its formula."
            : "A set is not part of a formula.", new TextSpan(start, behind));
    }

    // \mathbb{1}[x > 0] is 1 where the condition holds and 0 elsewhere.
    private void ReadIndicator(int start, int end)
    {
        Emit(new Token(TokenKind.Name, start, end, "if") { Form = CallForm.Known });
        var place = SkippedFrom(end);
        void Finished(int at)
        {
            foreach (var text in (string[])["1", "0"])
            {
                Emit(TokenKind.Comma, at, at);
                Emit(TokenKind.Number, start, end, text);
            }
        }

        if (At(place) == '_')
        {
            Emit(TokenKind.LeftRound, start, end);
            ReadArgument(start, place + 1, at =>
            {
                Finished(at);
                Finish(at);
            });
            return;
        }

        var opens = place;
        if (IsCommandAt(place, "left")) opens = SkippedFrom(place + 5);
        var (sign, behind) = DelimiterAt(opens);
        if (sign is not ("(" or "[" or "{"))
            throw new FormulaException("An indicator is followed by its condition in brackets.", new TextSpan(start, end), @"write \mathbb{1}[x > 0]");
        var close = (opens == place ? "" : @"\right") + sign switch { "(" => ")", "[" => "]", _ => @"\}" };
        _frames.Push(new LatexFrame(LatexFrameKind.Fence, place, behind, _tokens.Count) { Close = close, Before = Finished });
        Emit(TokenKind.LeftRound, place, behind);
        _position = behind;
    }

    // The raw text of an argument, and where it ends.
    private (string Content, int End) ArgumentAt(int position)
    {
        position = SkippedFrom(position);
        if (At(position) == '{')
        {
            var close = _outline.Closing(position);
            return (_text[(position + 1)..close].Trim(), close + 1);
        }

        if (At(position) == '\\')
        {
            var command = CommandAt(position, out var end);
            if (LatexWords.IsFont(command) && At(SkippedFrom(end)) == '{') end = _outline.Closing(SkippedFrom(end)) + 1;
            return (_text[position..end], end);
        }

        return position < _end ? (_text[position].ToString(), position + 1) : ("", position);
    }
}
