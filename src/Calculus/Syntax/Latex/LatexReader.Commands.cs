using System.Collections.Immutable;
namespace Calculus.Syntax.Latex;

/// <summary>Commands, each by what it stands for.</summary>
internal sealed partial class LatexReader
{
    private void ReadCommand()
    {
        var start = _position;
        var command = CommandAt(start, out var end);
        if (LatexWords.Operator(command) is { } kind)
        {
            _position = end;
            Operator(kind, start, end);
            return;
        }

        if (LatexWords.IsSpace(command))
        {
            _position = end;
            return;
        }

        if (LatexWords.IsSpaceWithArgument(command))
        {
            _position = ArgumentAt(end).End;
            return;
        }

        if (LatexWords.Function(command) is { } function)
        {
            ReadFunction(function, start, end);
            return;
        }

        switch (command)
        {
            case "," or ";" or ":" or "!" or ">" or " " or "/":
                _isSpaced = command is "," or ";" or ":" or " " || _isSpaced;
                _position = end;
                break;
            case @"\":
                ReadRow(start, end);
                break;
            case "frac" or "dfrac" or "tfrac" or "cfrac":
                ReadFraction(start, end);
                break;
            case "sqrt":
                ReadRoot(start, end);
                break;
            case "sum" or "prod":
                ReadSum(command, start, end);
                break;
            case "left":
                ReadLeft(start, end);
                break;
            case "right":
                ReadRight(start, end);
                break;
            case "lvert" or "lVert" or "lfloor" or "lceil":
                OpenRound(start, end, @"\r" + command[1..], FunctionOf(DelimiterAt(start).Sign));
                break;
            case "rvert" or "rVert" or "rfloor" or "rceil":
                CloseDelimiter(command, start, end);
                break;
            case "{" or "lbrace":
                OpenRound(start, end, @"\}");
                break;
            case "}" or "rbrace":
                CloseDelimiter(@"\}", start, end);
                break;
            case "lbrack":
                OpenSquare(start, end);
                break;
            case "rbrack":
                CloseDelimiter("]", start, end);
                break;
            case "|" or "Vert":
                ReadBar(@"\|", start, end);
                break;
            case "vert":
                ReadBar("|", start, end);
                break;
            case "mid":
                _position = end;
                CloseReaches();
                Emit(TokenKind.Comma, start, end);
                break;
            case "begin":
                BeginEnvironment(start, end);
                break;
            case "end":
                EndEnvironment(start, end);
                break;
            case "nabla":
                ReadNabla(start, end);
                break;
            case "boxed" or "displaylines":
                _position = end;
                break;
            case "infty" or "pi":
                Emit(new Token(TokenKind.Name, start, end, command is "pi" ? "pi" : "inf"));
                _position = end;
                UnitDone();
                break;
            case "ell":
                ReadName();
                break;
            case "mathbb":
                ReadBlackboard(start, end);
                break;
            case "top" or "intercal":
                Emit(TokenKind.DotT, start, end);
                _position = end;
                break;
            default:
                if (LatexWords.IsFont(command) && ReadWords(command, start, end)) return;
                if (LatexWords.IsGreek(command) || LatexWords.IsFont(command) || LatexWords.Accent(command) is not null)
                {
                    ReadName();
                    return;
                }

                throw Refused(command, start, end);
        }
    }

    private FormulaException Refused(string command, int start, int end)
    {
        var span = new TextSpan(start, end);
        if (LatexWords.Refusal(command) is { } reason) return new FormulaException(reason, span);
        var nearest = command.Length > 1 ? NearestName.Of(command, s_commands) : null;
        return new FormulaException($"The command {Wording.Quote(_text, span)} is not read here.", span, nearest is null ? null : $@"did you mean '\{nearest}'?");
    }

    private static readonly ImmutableArray<string> s_commands =
        ["frac", "sqrt", "sum", "prod", "left", "right", "begin", "end", "cdot", "times", "sin", "cos", "tan", "exp", "ln", "log", "alpha", "beta", "gamma", "theta", "lambda", "sigma", "infty", "operatorname", "mathrm", "top", "odot"];

    private void ReadFunction(string function, int start, int end)
    {
        _position = end;
        var place = SkippedFrom(end);
        if (function is "log" && IsCommandAt(place, "det"))
        {
            _ = CommandAt(place, out _position);
            EmitName("logdet", start, _position);
            return;
        }

        if (function is "ln" or "log" && IsAbsoluteGamma(place, out var inner))
        {
            OpenRound(start, inner, @"\right)", "lgamma");
            _frames.Peek().ClosesBar = true;
            return;
        }

        if (function is "log" && At(place) == '_')
        {
            ReadLogarithm(start, end, place + 1);
            return;
        }

        if (function is "max" or "min" && At(place) == '_')
            throw new FormulaException($"What '\\{function}' runs over is not read.", new TextSpan(start, ArgumentAt(place + 1).End), $"write \\{function}(…) of what is compared, or of a vector");
        EmitName(function, start, end);
        EndFunction();
    }

    // \ln\left|\Gamma\left(x\right)\right| is the function lgamma.
    private bool IsAbsoluteGamma(int position, out int inner)
    {
        const string head = @"\left|\Gamma\left(";
        inner = position + head.Length;
        return string.CompareOrdinal(_text, position, head, 0, head.Length) == 0;
    }

    // sin{x} and sin^2 x go on as they stand; one sign of an argument is the function's name alone.
    private void EndFunction()
    {
        if (_frames.TryPeek(out var top) && top.Kind == LatexFrameKind.Single)
            throw new FormulaException($"{Wording.Quote(_text, top.Span)} takes what stands in braces, or one sign.", top.Span.To(new TextSpan(_position - 1, _position)), "write {…}");
    }

    private void ReadLogarithm(int start, int end, int @base)
    {
        var (content, behind) = ArgumentAt(@base);
        if (content is "2" or "10" or "e" or @"\mathrm{e}")
        {
            _position = behind;
            EmitName(content is "2" ? "log2" : content is "10" ? "log10" : "ln", start, end);
            EndFunction();
            return;
        }

        EmitName("log", start, end, CallForm.LastFirst);
        Emit(TokenKind.LeftRound, start, end);
        ReadArgument(start, @base, at =>
        {
            Emit(TokenKind.Comma, at, at);
            ReadOperand(start, end, 1, isShort: true);
        });
    }

    /// <summary>What a sign is before: a bracket, or what belongs to it without one.</summary>
    private void ReadOperand(int start, int end, int extra, bool isShort)
    {
        var place = SkippedFrom(_position);
        while (At(place) == '\\' && LatexWords.IsSpace(CommandAt(place, out var behind))) place = SkippedFrom(behind);
        _position = place;
        if (At(place) is '(' or '[' || IsCommandAt(place, "left")) _extra = extra;
        else Reach(start, end, extra, isShort);
    }

    private void ReadRoot(int start, int end)
    {
        var place = SkippedFrom(end);
        if (At(place) != '[')
        {
            Emit(new Token(TokenKind.Name, start, end, "sqrt") { Form = CallForm.Known });
            Emit(TokenKind.LeftRound, start, end);
            ReadArgument(start, end, Finish);
            return;
        }

        Emit(new Token(TokenKind.Name, start, end, "root") { Form = CallForm.LastFirst });
        Emit(TokenKind.LeftRound, start, end);
        _position = place + 1;
        _frames.Push(new LatexFrame(LatexFrameKind.Argument, place, place + 1, _tokens.Count)
        {
            Close = "]",
            Then = at =>
            {
                Emit(TokenKind.Comma, at, at);
                ReadArgument(start, at, Finish);
            },
        });
    }

    private void Finish(int at)
    {
        Emit(TokenKind.RightRound, at - 1, at);
        UnitDone();
    }

    private void ReadFraction(int start, int end)
    {
        if (ReadDerivative(start, end)) return;
        Emit(TokenKind.LeftRound, start, end);
        Emit(TokenKind.LeftRound, start, end);
        ReadArgument(start, end, at =>
        {
            Emit(TokenKind.RightRound, at - 1, at);
            Emit(_ofAll > 0 ? TokenKind.DotDivide : TokenKind.Divide, start, end);
            Emit(TokenKind.LeftRound, at, at);
            ReadArgument(start, at, below =>
            {
                Emit(TokenKind.RightRound, below - 1, below);
                Emit(TokenKind.RightRound, below - 1, below);
                UnitDone();
            });
        });
    }
}
