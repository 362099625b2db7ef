namespace Calculus.Syntax;

/// <summary>What the parser says when it cannot go on: what it found, what it expected, and a repair where one is likely.</summary>
internal sealed partial class ExpressionParser
{
    private string Quote(TextSpan span) => Wording.Quote(_context.Text, span);

    private FormulaException MissingOperand()
    {
        var token = Current;
        var found = Wording.Found(_context.Text, token);
        if (_position == _first && (_position == 0 || _tokens[_position - 1].Kind != TokenKind.Assign))
            return new FormulaException($"A value is expected here, not {found}.", token.Span, HintForOperand(token));

        var before = _tokens[_position - 1];
        var isEnd = token.Kind == TokenKind.End;
        var group = _groups.TryPeek(out var innermost) && innermost.Token == _position - 1 ? innermost : null;
        var span = before.Span.To(token.Span);
        if (token.Kind is TokenKind.RightRound or TokenKind.RightSquare)
        {
            if (innermost is { Kind: GroupKind.Bar or GroupKind.Norm }) return Unclosed(innermost);
            switch (group?.Kind)
            {
                case GroupKind.Call:
                    return new FormulaException($"'{group.Function!.Name}' is called without an argument.",
                        group.Function.Token.Span.To(token.Span), $"write {group.Function.Name}(x)");
                case GroupKind.Round:
                    return new FormulaException("There is nothing between these brackets.", span);
                case GroupKind.List or GroupKind.Index:
                    return new FormulaException("There is nothing between these brackets; at least one entry is expected.", span);
                default:
                    break;
            }
        }

        if (Operators.MisspeltComparison(before, token) is { } hint)
            return new FormulaException("This is not an operator.", before.Span.To(token.Span), hint);
        return new FormulaException($"A value is expected after {Quote(before.Span)}, not {found}.",
            isEnd ? before.Span : token.Span, HintForOperand(token));
    }

    private string? HintForOperand(Token token) => token switch
    {
        { Kind: TokenKind.Factorial } => "write 'not' for a negation",
        { Kind: TokenKind.End, Text: "\n" } => "a new line ends a statement; to go on over several lines put the expression in brackets",
        { Kind: TokenKind.End } when _groups.Count > 0 => "a '|' opens an absolute value; write 'or' for a disjunction",
        { Kind: TokenKind.RightSquare } when _tokens[_position - 1].Kind == TokenKind.Colon => "a slice names both ends: x[2:5]",
        { Kind: TokenKind.DotT } => "write A.T after a value",
        _ => null,
    };

    private FormulaException NotInside() =>
        new("'not' cannot follow an operator that binds more tightly.", Current.Span, "write (not …)");

    private FormulaException Unclosed(Group group)
    {
        var norm = group.Kind == GroupKind.Norm;
        var start = _tokens[group.Token].Start;
        return new FormulaException($"'{(norm ? "||" : "|")}' is never closed.",
            new TextSpan(start, start + (norm ? 2 : 1)),
            norm ? "write norm(…), abs(abs(x) - 1) where bars are nested, or 'or' for a disjunction"
                : "write abs(…), or 'or' for a disjunction");
    }

    private FormulaException UnknownFunction(Token token)
    {
        var name = token.Text;
        if (_scope.IsDefinedHere(name, out var later)) return DefinedTooLate(token, later);
        string hint;
        if (name.Length > LogarithmPrefix.Length && name.StartsWith(LogarithmPrefix, StringComparison.Ordinal))
            hint = $"write log(x, {name[LogarithmPrefix.Length..]})";
        else if (_scope.TakenApartBeforeArgument(name) is { } product) hint = $"did you mean '{product}(…)'?";
        else if (_scope.NearestFunction(name) is { } nearest) hint = $"did you mean '{nearest}'?";
        else if (Next.Kind == TokenKind.Prime) hint = $"define it first, as in {name}(x) = …";
        else hint = $"write {name}*(…) for a product";
        return new FormulaException($"'{name}' is followed by a bracket but is not a known function.", token.Span, hint);
    }

    private static FormulaException DefinedTooLate(Token token, bool later) => later
        ? new FormulaException($"'{token.Text}' is used before it is defined.", token.Span, "put its definition first")
        : new FormulaException($"'{token.Text}' is used within its own definition.", token.Span);

    private FormulaException WithoutArgument(FunctionHead head)
    {
        var hint = head.Name is "if" or "piecewise" ? $"write {head.Name}(condition, a, b)" : $"write {head.Token.Text}(x)";
        return Current.Kind == TokenKind.Prime
            ? new FormulaException($"The derivative '{head.Token.Text}'' needs its argument in brackets.",
                head.Token.Span.To(Current.Span), $"write {head.Token.Text}'(x)")
            : new FormulaException($"'{head.Token.Text}' is a function and needs an argument.", head.Token.Span, hint);
    }

    // d/dx x^2 would otherwise be a quotient times x^2.
    private void RefuseLeibniz()
    {
        if (Current.Text is not "d" || Next.Kind != TokenKind.Divide || _scope.IsDeclared("d")) return;
        var denominator = _tokens[_position + 2];
        if (denominator.Kind != TokenKind.Name || denominator.Text is not ['d', _, ..] || _scope.IsDeclared(denominator.Text)) return;
        if (_tokens[_position + 3].Kind is TokenKind.Name or TokenKind.Number or TokenKind.LeftRound or TokenKind.LeftSquare or TokenKind.Bar)
            throw new FormulaException($"'d/{denominator.Text}' is not read as a derivative.", Current.Span.To(denominator.Span),
                $"write diff(…, {denominator.Text[1..]}), or f'(x) of a named function");
    }

    private void RefuseProse(SyntaxNode before, Token name)
    {
        var symbols = _tokens[_position - 1].IsSymbol || name.IsSymbol;
        if (symbols || (IsGiven(before.Text) && IsGiven(name.Text))) return;
        // x e^x, 2pi r: a constant beside a letter.
        if (before.Text.Length <= 2 && name.Text.Length <= 2 && (Scope.IsConstant(before.Text) || Scope.IsConstant(name.Text))) return;
        var isSentence = Next is { Kind: TokenKind.Name, Text.Length: > 1 } && before.Text.Length > 1 && name.Text.Length > 1;
        throw new FormulaException($"'{before.Text}' and '{name.Text}' are written side by side, and at least one of them is not declared.",
            before.Span.To(name.Span), _scope.TakenApartBeforeArgument(before.Text) is { } product
                ? $"did you mean '{product}({name.Text})'?"
                : isSentence ? "write a formula, such as x^2 + 3" : $"write {before.Text}*{name.Text} for a product");
    }

    // [1 -2] has two entries elsewhere, and would be one here.
    private void RefuseSignedEntry(Token sign)
    {
        if (sign.Kind is not (TokenKind.Plus or TokenKind.Minus) || !_groups.TryPeek(out var group) || group.Kind != GroupKind.List
            || _tokens[_position - 1].End == sign.Start || sign.End != Next.Start) return;
        throw new FormulaException($"In a list {Quote(sign.Span.To(Next.Span))} can be an entry of its own or belong to what comes before it.",
            sign.Span, "write a comma between entries, or spaces on both sides of the sign");
    }

    private bool IsGiven(string name) => Scope.IsConstant(name) || _scope.IsDeclared(name);

    private FormulaException NumberBehindOperand()
    {
        var (before, number) = (_tokens[_position - 1], Current);
        if (before.Kind != TokenKind.Number)
            return new FormulaException($"A number cannot directly follow {Quote(before.Span)}.", before.Span.To(number.Span),
                "write '*' for a product, '^' for a power");

        string hint;
        if (_groups.TryPeek(out var group) && group.Kind == GroupKind.List) hint = "write a comma between entries";
        else if (IsThousandsGroup(number)) hint = "write one number without spaces, or '*' for a product";
        else hint = "write '*' for a product";
        return new FormulaException("Two numbers are written side by side.", before.Span.To(number.Span), hint);
    }

    private bool IsThousandsGroup(Token number) => number.End - number.Start == 3
        && _context.Text.AsSpan(number.Start, 3).IndexOfAnyExceptInRange('0', '9') < 0;

    private FormulaException StrayComma()
    {
        var (before, comma, number) = (_tokens[_position - 1], Current, Next);
        if (before.Kind == TokenKind.Number && number.Kind == TokenKind.Number && before.End == comma.Start && comma.End == number.Start)
        {
            var (left, right) = (Quote(before.Span)[1..^1], Quote(number.Span)[1..^1]);
            if (right.IndexOf('.', StringComparison.Ordinal) == 3 && !left.Contains('.', StringComparison.Ordinal))
                return new FormulaException("A number has no comma between its thousands.", before.Span.To(number.Span), $"write {left}{right}");
            // 1.500,23 has points between thousands.
            var whole = left.Replace(".", "", StringComparison.Ordinal);
            var hint = $"write {whole}.{right}";
            return new FormulaException("A number has a decimal point, not a comma.", before.Span.To(number.Span),
                IsThousandsGroup(number) ? hint + ", or leave out a comma that separates thousands" : hint);
        }

        return new FormulaException("A comma separates arguments or entries, and there are none here.", comma.Span,
            "write [a, b] for a vector");
    }

    private FormulaException StrayDivider() => Current.Kind == TokenKind.Colon
        ? new FormulaException("An index has at most one ':', as in x[2:5].", Current.Span)
        : new FormulaException("A range belongs after an index and '=', as in sum(i = 1..n, …).", Current.Span);

    private FormulaException UnexpectedBehindOperand()
    {
        var token = Current;
        if (token.Kind == TokenKind.Assign && Operators.MisspeltComparison(token, Next) is { } hint)
            return new FormulaException("This is not an operator.", token.Span.To(Next.Span), hint);
        if (token.Kind == TokenKind.Assign && _groups.TryPeek(out var group) && group is { Kind: GroupKind.Call, Function.Name: not ("if" or "piecewise") }
            && _tokens[_position - 1].Kind == TokenKind.Name
            && (_position == group.Token + 2 || _tokens[_position - 2].Kind == TokenKind.Comma))
            return new FormulaException("Arguments are given by position, not by name.", _tokens[_position - 1].Span.To(token.Span),
                "leave the name out; to compare write '=='");
        if (token.Kind == TokenKind.Assign)
            return new FormulaException("'=' defines a name at the beginning of a statement; it does not compare.",
                token.Span, "write '=='");
        return new FormulaException($"An operator is expected after {Quote(_tokens[_position - 1].Span)}, not {Quote(token.Span)}.",
            token.Span, token.Kind == TokenKind.Not ? "write 'and not' or 'or not'" : null);
    }
}
