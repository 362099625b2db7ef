namespace Calculus.Syntax.Code;

/// <summary>Expressions of programs.</summary>
internal sealed partial class CodeReader
{
    // What is open: '(' of a call or a group, '[' of a list or an index.
    private readonly Stack<(char Bracket, bool IsCall)> _open = new();

    private void ReadExpression(bool untilComma = false)
    {
        var depth = _open.Count;
        var first = _tokens.Count;
        var questions = 0;
        for (; Word.Kind is not (CodeKind.Line or CodeKind.End); _at++)
        {
            _budget.Visit();
            if (_open.Count == depth && (Word.Is(";") || Word.Is("}") || (untilComma && (Word.Is(",") || Word.Is(")"))))) break;
            switch (Word.Kind)
            {
                case CodeKind.Number:
                    ReadNumber();
                    break;
                case CodeKind.Name:
                    ReadWord();
                    break;
                case CodeKind.Text:
                    throw new FormulaException("A text has no meaning in a formula.", Word.Span);
                default:
                    ReadSign(depth, ref questions);
                    break;
            }
        }

        if (_open.Count > depth) throw new FormulaException("A bracket is never closed.", new TextSpan(Math.Min(_text.Length, _tokens[^1].Start), _text.Length), "add ')'");
        if (_tokens.Count == first) throw new FormulaException("A formula is expected here.", Word.Span.Start < Word.Span.End ? Word.Span : new TextSpan(Math.Max(0, Word.Start - 1), Word.Start));
    }

    private void ReadNumber()
    {
        var (word, before, after) = (Word, _words[Math.Max(0, _at - 1)], Ahead(1));
        var inIndex = _open.TryPeek(out var top) && top is { Bracket: '[', IsCall: true };
        // Python counts from 0, and leaves out the end of a slice.
        var isPlace = inIndex && (before.Is("[") || before.Is(",")) && (after.Is("]") || after.Is(",") || after.Is(":"));
        if (isPlace && long.TryParse(word.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) && place < int.MaxValue)
            _tokens.Add(new Token(TokenKind.Number, word.Start, word.End, (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        else
            _tokens.Add(new Token(TokenKind.Number, word.Start, word.End, word.Text));
    }

    private void ReadWord()
    {
        var word = Word;
        if (_tokens.Count > 0 && _words[Math.Max(0, _at - 1)].Is(".") is false && CodeKindOfBefore() && word.Text is not ("if" or "else" or "and" or "or"))
            throw new FormulaException($"{Wording.Quote(_text, word.Span)} is not arithmetic, so it is not read here.", word.Span, Hint(word.Text));
        switch (word.Text)
        {
            case "and" or "or" or "not" when _isPython:
                Emit(word.Is("and") ? TokenKind.And : word.Is("or") ? TokenKind.Or : TokenKind.Not, word);
                return;
            case "if" or "else" when _isPython:
                Emit(word.Is("if") ? TokenKind.If : TokenKind.Else, word);
                return;
            default:
                break;
        }

        if (RefusalOf(word.Text) is { } reason) throw new FormulaException(reason, word.Span, Hint(word.Text));
        if (Ahead(1).Is("=") && !Ahead(2).Is("=") && _open.TryPeek(out var top) && top is { Bracket: '(', IsCall: true })
        {
            ReadOption(word);
            return;
        }

        if (Ahead(1).Is(".") && CodeWords.IsModule(word.Text) && !_vocabulary.Declared.Contains(word.Text))
        {
            ReadMember(word);
            return;
        }

        // What Python and JavaScript have without a library.
        if (Ahead(1).Is("(") && word.Text is "pow" or "float" or "square" && !IsDefined(word.Text) && CodeWords.Call(word.Text, word.Start, word.End) is { } own)
        {
            _tokens.Add(own);
            return;
        }

        EmitName(word);
    }

    // Two words side by side are no formula of a program.
    private bool CodeKindOfBefore() => _tokens[^1] is { Kind: TokenKind.Name or TokenKind.Number or TokenKind.RightRound or TokenKind.RightSquare or TokenKind.DotT } before && before.End <= Word.Start && _words[_at - 1].Kind is CodeKind.Name or CodeKind.Number || _words[Math.Max(0, _at - 1)].Is(")") || _words[Math.Max(0, _at - 1)].Is("]");

    private bool IsDefined(string name) => _renamed.ContainsKey(name) || _vocabulary.Declared.Contains(name);

    // np.exp, torch.nn.functional.softmax, math.pi
    private void ReadMember(CodeToken module)
    {
        while (Ahead(1).Is(".") && Ahead(2).Kind == CodeKind.Name) _at += 2;
        var member = Word;
        if (CodeWords.Constant(member.Text) is { } constant && !Ahead(1).Is("("))
        {
            _tokens.Add(new Token(TokenKind.Name, module.Start, member.End, constant));
            return;
        }

        if (!Ahead(1).Is("(") || CodeWords.Call(member.Text, module.Start, member.End) is not { } call)
            throw new FormulaException($"'{_text[module.Start..member.End]}' has no meaning in a formula here.", new TextSpan(module.Start, member.End), NearestName.Of(member.Text, _vocabulary.Functions) is { } near ? $"did you mean '{near}'?" : null);
        _tokens.Add(call);
    }

    private void ReadOption(CodeToken option)
    {
        if (option.Text is "axis" or "dim" or "keepdims" or "keepdim" or "ddof")
        {
            if (Ahead(2).Is("None"))
            {
                DropOption();
                return;
            }

            _tokens.Add(new Token(TokenKind.Name, option.Start, option.End, option.Text));
            Emit(TokenKind.Assign, Ahead(1));
            _at++;
            if (Ahead(1).Is("True") || Ahead(1).Is("False"))
            {
                _at++;
                _tokens.Add(new Token(TokenKind.Name, Word.Start, Word.End, Word.Text));
            }

            return;
        }

        if (CodeWords.IsDropped(option.Text) || (option.Is("reduction") && Ahead(2) is { Kind: CodeKind.Text, Text: "mean" }))
        {
            DropOption();
            return;
        }

        if (!CodeWords.IsPositional(option.Text))
            throw new FormulaException($"The option '{option.Text}' is not read here.", option.Span.To(Ahead(1).Span));
        _at++; // the value stands at its place
    }

    private void DropOption()
    {
        if (_tokens[^1].Kind == TokenKind.Comma) _tokens.RemoveAt(_tokens.Count - 1);
        var depth = 0;
        while (Ahead(1).Kind is not (CodeKind.Line or CodeKind.End))
        {
            if (depth == 0 && (Ahead(1).Is(",") || Ahead(1).Is(")"))) return;
            depth += Ahead(1).Is("(") || Ahead(1).Is("[") ? 1 : Ahead(1).Is(")") || Ahead(1).Is("]") ? -1 : 0;
            _at++;
        }
    }

    private void ReadSign(int depth, ref int questions)
    {
        var word = Word;
        switch (word.Text)
        {
            case "(":
                _open.Push(('(', _tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Name or TokenKind.Method && _words[_at - 1].Kind == CodeKind.Name));
                Emit(TokenKind.LeftRound, word);
                break;
            case "[":
                _open.Push(('[', EndsValue()));
                Emit(TokenKind.LeftSquare, word);
                if (_open.Peek().IsCall && Ahead(1).Is(":") && Ahead(2).Kind == CodeKind.Number) _tokens.Add(new Token(TokenKind.Number, word.Start, word.End, "1"));
                if (_open.Peek().IsCall && Ahead(1).Is("-")) throw new FormulaException("Places are counted from the beginning here.", Ahead(1).Span);
                break;
            case ")" or "]":
                if (_open.Count == depth || !_open.TryPop(out var open) || open.Bracket != (word.Is(")") ? '(' : '['))
                    throw new FormulaException($"'{word.Text}' closes a bracket that was never opened.", word.Span, "remove it, or open the bracket");
                if (_tokens[^1].Kind == TokenKind.Comma) _tokens.RemoveAt(_tokens.Count - 1);
                Emit(word.Is(")") ? TokenKind.RightRound : TokenKind.RightSquare, word);
                break;
            case ".":
                ReadMethod();
                break;
            case "=":
                throw new FormulaException("'=' does not compare.", word.Span, "write '=='");
            case "?" when !_isPython:
                questions++;
                Emit(TokenKind.If, word);
                break;
            case ":" when questions > 0:
                questions--;
                Emit(TokenKind.Else, word);
                break;
            case ":" when _open.TryPeek(out var top) && top is { Bracket: '[', IsCall: true }:
                if (Ahead(1).Is("-")) throw new FormulaException("Places are counted from the beginning here.", Ahead(1).Span);
                Emit(TokenKind.Colon, word);
                break;
            case "%" when !_isPython:
                throw new FormulaException("The remainder of JavaScript has the sign of what is divided.", word.Span, "write mod(a, b), which has the sign of the divisor");
            default:
                Emit(SignOf(word), word);
                break;
        }
    }

    private bool EndsValue() => _tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Name or TokenKind.RightRound or TokenKind.RightSquare or TokenKind.DotT && _at > 0
        && (_words[_at - 1].Kind == CodeKind.Name || _words[_at - 1].Is(")") || _words[_at - 1].Is("]"));

    private TokenKind SignOf(CodeToken word) => word.Text switch
    {
        "+" => TokenKind.Plus,
        "-" => TokenKind.Minus,
        "*" => TokenKind.Times,
        "/" => TokenKind.Divide,
        "**" => TokenKind.Power,
        "//" when _isPython => TokenKind.FloorDivide,
        "%" => TokenKind.Modulo,
        "@" when _isPython => TokenKind.At,
        "," => TokenKind.Comma,
        "<" => TokenKind.Less,
        "<=" => TokenKind.LessOrEqual,
        ">" => TokenKind.Greater,
        ">=" => TokenKind.GreaterOrEqual,
        "==" or "===" => TokenKind.Equal,
        "!=" or "!==" => TokenKind.NotEqual,
        "&" when _isPython => TokenKind.And,
        "|" when _isPython => TokenKind.Or,
        "~" when _isPython => TokenKind.Not,
        "&&" when !_isPython => TokenKind.And,
        "||" when !_isPython => TokenKind.Or,
        "!" when !_isPython => TokenKind.Not,
        _ => throw new FormulaException($"'{word.Text}' is not arithmetic, so it is not read here.", word.Span),
    };

    // X.T, x.sum(axis=0), x.dot(y)
    private void ReadMethod()
    {
        var point = Word;
        var member = Ahead(1);
        if (member.Kind != CodeKind.Name || _tokens.Count == 0) throw new FormulaException("'.' is not arithmetic, so it is not read here.", point.Span);
        _at++;
        if (member.Is("T") && !Ahead(1).Is("("))
        {
            _tokens.Add(new Token(TokenKind.DotT, point.Start, member.End, ""));
            return;
        }

        if (!Ahead(1).Is("(") || CodeWords.Call(member.Text, point.Start, member.End) is not { } call)
            throw new FormulaException($"'.{member.Text}' has no meaning in a formula here.", new TextSpan(point.Start, member.End), member.Text is "shape" or "size" ? "give the length as a name in data, or use mean" : null);
        _tokens.Add(call with { Kind = TokenKind.Method });
    }

    private void EmitName(CodeToken word, bool defines = false)
    {
        var name = word.Text;
        // A program may give a function of its own the name of one that this language has.
        if (defines && _vocabulary.Functions.Contains(name)) _renamed.TryAdd(name, "own_" + name);
        _tokens.Add(new Token(TokenKind.Name, word.Start, word.End, _renamed.GetValueOrDefault(name, name)));
    }

    private void Emit(TokenKind kind, CodeToken word) => _tokens.Add(new Token(kind, word.Start, word.End, ""));

    private static string? RefusalOf(string word) => word switch
    {
        "for" or "while" => "A loop is not read here.",
        "if" or "elif" or "else" => "A statement that branches is not read here.",
        "in" or "is" => "Only comparisons of numbers are read here.",
        "class" or "with" or "try" or "raise" or "assert" or "del" or "global" or "yield" or "async" or "await" or "print" or "while" or "exec" or "eval" or "open" or "new" or "this" or "self" =>
            $"'{word}' is not arithmetic, so it is not read here.",
        "lambda" => "A function within an expression is not read here.",
        "None" or "True" or "False" or "null" or "undefined" or "true" or "false" => $"'{word}' is no number.",
        "return" => "'return' stands outside a function.",
        "range" or "len" or "zip" or "enumerate" => $"'{word}' is not read here.",
        _ => null,
    };

    private string? Hint(string word) => word switch
    {
        "if" or "elif" or "else" => _isPython ? "write a if condition else b" : "write condition ? a : b",
        "for" or "while" => "write np.sum(…), or sum(i = 1..n, …) in the function language",
        "len" => "give the length as a name in data, or use mean",
        _ => null,
    };
}
