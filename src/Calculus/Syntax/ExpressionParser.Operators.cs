namespace Calculus.Syntax;

/// <summary>What may follow an operand, and the nodes that operators make.</summary>
internal sealed partial class ExpressionParser
{
    private void ReadOperator()
    {
        var token = Current;
        if (Operators.Binary(token.Kind) is { } kind)
        {
            if (Operators.MisspeltComparison(token, Next) is { } hint)
                throw new FormulaException("This is not an operator.", token.Span.To(Next.Span), hint);
            if (IsTransposition())
            {
                Transpose();
                return;
            }

            RefuseSignedEntry(token);
            PushBinary(_context.NodeOf(kind));
            return;
        }

        switch (token.Kind)
        {
            case TokenKind.Name when IsInfixRemainder():
                PushBinary(SyntaxKind.Call);
                break;
            case TokenKind.Degree:
                MakeDegrees();
                break;
            case TokenKind.Method:
                ReadMethod();
                break;
            case TokenKind.If:
                OpenChoice();
                break;
            case TokenKind.Else:
                CloseCondition();
                break;
            case TokenKind.Factorial:
                Postfix(SyntaxKind.Factorial);
                break;
            case TokenKind.Prime or TokenKind.DotT:
                Postfix(SyntaxKind.Transpose);
                break;
            case TokenKind.Superscript:
                RaiseToSuperscript();
                break;
            case TokenKind.LeftSquare when _tokens[_position - 1].Kind != TokenKind.Number:
                Open(GroupKind.Index, 1);
                break;
            case TokenKind.Name or TokenKind.Number or TokenKind.LeftRound or TokenKind.LeftSquare:
                Juxtapose();
                break;
            case TokenKind.Bar:
                ReadBarBehindOperand();
                break;
            case TokenKind.RightRound or TokenKind.RightSquare:
                Close();
                break;
            case TokenKind.Comma:
                ReadComma();
                break;
            case TokenKind.Colon or TokenKind.Range:
                ReadDivider();
                break;
            default:
                throw UnexpectedBehindOperand();
        }
    }

    private void PushBinary(SyntaxKind kind)
    {
        var isBetween = _context.Format == SourceFormat.Latex && Current.Kind is TokenKind.Outer or TokenKind.DotTimes or TokenKind.DotDivide;
        var level = isBetween ? Level.Between : kind == SyntaxKind.Call ? Level.Product : Operators.LevelOf(kind);
        ReduceFor(level, insideApplication: false);
        var chain = level == Level.Comparison ? Chained() : null;
        var doubt = level == Level.Product && _operands[^1].Application is { } application
            ? new Doubt(DoubtKind.Application, application)
            : null;
        _pending.Add(new Pending(PendingShape.Binary, level, kind, _position++, Doubt: doubt, Chain: chain));
        _wantsOperand = true;
    }

    /// <summary>Two operands side by side: a product, on the level of <c>*</c>.</summary>
    private void Juxtapose()
    {
        var token = Current;
        if (token.Kind == TokenKind.Number) throw NumberBehindOperand();

        var before = _operands[^1];
        var nameBefore = before is { Brackets: 0, Node.Kind: SyntaxKind.Name } ? before.Node : null;
        var role = token.Kind == TokenKind.Name ? RoleAt(_position) : Role.Value;
        var inExponent = nameBefore is not null && InExponent();
        if (token.Kind == TokenKind.Name && role == Role.Value && nameBefore is not null && !inExponent && !_context.JoinsNames)
            RefuseProse(nameBefore, token);
        if (token.Kind == TokenKind.Name && role == Role.Value)
            _context.Notes.ScientificNumber(_context.Text, _tokens[_position - 1], token);

        var power = ReduceFor(Level.Product, insideApplication: role == Role.Value);
        var doubt = _operands[^1] switch
        {
            { Brackets: 0, Node.Kind: SyntaxKind.Divide or SyntaxKind.ElementDivide or SyntaxKind.Over } quotient =>
                new Doubt(DoubtKind.Quotient, quotient.Node),
            _ when power is not null && IsExponential(power) && _tokens[_position - 1].End == token.Start =>
                new Doubt(DoubtKind.Exponent, power),
            _ when nameBefore is not null && !inExponent && token.Kind == TokenKind.LeftRound
                && nameBefore.Text is not ("pi" or "tau" or "inf") => new Doubt(DoubtKind.NameBeforeBracket, nameBefore),
            { Application: { } application } => new Doubt(DoubtKind.Application, application),
            _ => null,
        };
        _pending.Add(new Pending(PendingShape.Binary, Level.Product, _context.NodeOf(SyntaxKind.Multiply), _position, Implied: true, Doubt: doubt));
        _wantsOperand = true;
    }

    private bool InExponent()
    {
        var below = _pending.Count - 1;
        while (below >= 0 && _pending[below] is { Shape: PendingShape.Prefix, Level: Level.Sign }) below--;
        return below >= 0 && _pending[below].Level == Level.Power;
    }

    // 2^3x and e^x(x + 1) are read in two ways; x^2y never is.
    private bool IsExponential(SyntaxNode power)
    {
        var (root, exponent) = (power.Children[0], power.Children[1]);
        if (exponent.Brackets > 0) return false;
        if (root.Brackets == 0 && (root.Kind == SyntaxKind.Number || (root is { Kind: SyntaxKind.Name, Text: "e" } && !_scope.IsDeclared("e"))))
            return true;
        return (exponent.Kind == SyntaxKind.Negate ? exponent.Children[0] : exponent).Kind != SyntaxKind.Number;
    }

    private void Postfix(SyntaxKind kind)
    {
        var token = Current;
        _position++;
        var operand = Take();
        Push(new SyntaxNode(kind, operand.Span.To(token.Span), "", operand.Node), operand.Depth + 1);
    }

    private void RaiseToSuperscript()
    {
        var token = Current;
        _position++;
        if (Current.Kind is TokenKind.Power or TokenKind.DotPower or TokenKind.Superscript)
            throw new FormulaException("A power of a superscript can be read in two ways.", token.Span.To(Current.Span),
                "write brackets, as in (x^2)^3");

        var root = _operands[^1];
        PushSignedNumber(token.Text[0] == '-' ? token with { Text = token.Text[1..] } : token, token.Text[0] == '-' ? token : null);
        MakeBinary(_context.NodeOf(SyntaxKind.Power), false, root.Span.To(token.Span));
    }

    private void PushSignedNumber(Token number, Token? sign)
    {
        Push(new SyntaxNode(SyntaxKind.Number, number.Span, number.Text), 0);
        if (sign is not { } minus) return;
        var operand = Take();
        Push(new SyntaxNode(SyntaxKind.Negate, minus.Span.To(number.Span), "", operand.Node), 1);
    }

    /// <summary>Makes the nodes of all pending operators that bind at least as tightly as the next one.</summary>
    /// <param name="level">The level of the next operator.</param>
    /// <param name="insideApplication">True where what comes next still belongs to the argument of a function without brackets.</param>
    /// <returns>The outermost power made last, or null.</returns>
    private SyntaxNode? ReduceFor(Level level, bool insideApplication)
    {
        SyntaxNode? power = null;
        while (_pending.Count > 0)
        {
            var top = _pending[^1];
            if (top.Level < level || (top.Level == level && level is Level.Power or Level.Choice)) break;
            if (insideApplication && top.Shape == PendingShape.Application) break;
            if (level == Level.Comparison && top.Level == Level.Comparison && !_context.ChainsComparisons)
                throw new FormulaException("Comparisons cannot be chained.", _tokens[top.Token].Span.To(Current.Span),
                    "write a < b and b < c");

            Reduce();
            if (top.Level == Level.Power) power = _operands[^1].Node;
        }

        return power;
    }

    private void ReduceToGroup()
    {
        while (_pending.Count > 0 && _pending[^1].Level != Level.Group) Reduce();
    }

    private void Reduce()
    {
        _context.Budget.Visit();
        var top = _pending[^1];
        _pending.RemoveAt(_pending.Count - 1);
        switch (top.Shape)
        {
            case PendingShape.Application:
                var argument = _operands[^1];
                MakeCall(top.Function!, _operands.Count - 1, argument.Span.End, withoutBrackets: true);
                _context.Notes.ApplicationMade(top.Function!, argument, _operands[^1].Node);
                break;
            case PendingShape.Choice:
                MakeChoice();
                break;
            case PendingShape.Binary when top.Kind == SyntaxKind.Call:
                MakeInfix(_tokens[top.Token]);
                break;
            case PendingShape.Prefix:
                var operand = Take();
                Push(new SyntaxNode(top.Kind, _tokens[top.Token].Span.To(operand.Span), "", operand.Node), operand.Depth + 1);
                break;
            default:
                MakeBinary(top.Kind, top.Implied, _operands[^2].Span.To(_operands[^1].Span));
                if (top.Chain is { } before) JoinChain(before);
                if (top.Doubt is not null) _context.Notes.Resolve(top.Doubt, _operands[^1].Node);
                break;
        }
    }

    private void MakeBinary(SyntaxKind kind, bool implied, TextSpan span)
    {
        var right = Take();
        var left = Take();
        var node = new SyntaxNode(kind, span, "", left.Node, right.Node) { Implied = implied };

        var depth = Math.Max(Operators.ContinuesChain(kind, left.Node) ? left.Depth : left.Depth + 1, right.Depth + 1);
        Push(node, depth, Operators.LevelOf(kind) == Level.Product && right.Brackets == 0 ? right.Application : null);
    }
}
