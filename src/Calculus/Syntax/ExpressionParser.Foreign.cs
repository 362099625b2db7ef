namespace Calculus.Syntax;

/// <summary>What the language shares with other notations: remainders between operands, degrees, choices in a line, chains of comparisons, methods.</summary>
internal sealed partial class ExpressionParser
{
    // x^T of a vector or matrix, unless T is declared.
    private bool IsTransposition() => Current.Kind == TokenKind.Power && Next is { Kind: TokenKind.Name, Text: "T" } && _scope.KnowsArrays && !_scope.IsDeclared("T")
        && (_tokens[_position - 1].Kind is TokenKind.RightRound or TokenKind.RightSquare || _scope.IsArray(_tokens[_position - 1].Text));

    private void Transpose()
    {
        var operand = Take();
        Push(new SyntaxNode(SyntaxKind.Transpose, operand.Span.To(Next.Span), "", operand.Node), operand.Depth + 1);
        _position += 2;
    }

    // ||x| - 1| is an absolute value within another, ||x|| the norm.
    private bool HoldsNestedBars()
    {
        var first = NextBar(_position + 2);
        return first >= 0 && !DoubleBarAt(first) && NextBar(first + 1) >= 0;
    }

    // |2|x| - 3|: the bar behind 2 opens, since a sign between operands follows the next one, and another bar that.
    private bool OpensNestedBar()
    {
        if (Next.Kind is not (TokenKind.Name or TokenKind.Number or TokenKind.LeftRound)) return false;
        var second = NextBar(_position + 1);
        return second >= 0 && Operators.IsBinary(_tokens[second + 1].Kind) && NextBar(second + 1) >= 0;
    }

    // The next bar outside of other brackets, before the bracket around ends; -1 where there is none.
    private int NextBar(int position)
    {
        for (var depth = 0; _tokens[position].Kind != TokenKind.End; position++)
        {
            _context.Budget.Visit();
            if (_tokens[position].Kind is TokenKind.LeftRound or TokenKind.LeftSquare) depth++;
            else if (_tokens[position].Kind is TokenKind.RightRound or TokenKind.RightSquare && --depth < 0) return -1;
            else if (_tokens[position].Kind == TokenKind.Bar && depth == 0) return position;
        }

        return -1;
    }

    // 10 mod 3, but 2 mod(x, 3) is a product with a call.
    private bool IsInfixRemainder()
    {
        if (Current.Text is not "mod" || _scope.IsDeclared("mod") || !_scope.IsFunction("mod")) return false;
        if (Next.Kind != TokenKind.LeftRound) return true;
        _lists ??= Lists();
        return !_lists[_position + 1];
    }

    // Which brackets have a comma of their own, found in one walk: nested ones would be looked through again and again.
    private bool[] Lists()
    {
        var lists = new bool[_tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; _tokens[i].Kind != TokenKind.End; i++)
        {
            _context.Budget.Visit();
            if (_tokens[i].Kind is TokenKind.LeftRound or TokenKind.LeftSquare) open.Push(i);
            else if (_tokens[i].Kind is TokenKind.RightRound or TokenKind.RightSquare) open.TryPop(out _);
            else if (_tokens[i].Kind == TokenKind.Comma && open.TryPeek(out var around)) lists[around] = true;
        }

        return lists;
    }

    private void MakeInfix(Token sign)
    {
        var first = _operands.Count - 2;
        var span = _operands[first].Span.To(_operands[^1].Span);
        if (sign.Kind == TokenKind.FloorDivide)
        {
            MakeBinary(SyntaxKind.Divide, false, span);
            MakeNode(SyntaxKind.Call, "floor", _operands.Count - 1, span);
            return;
        }

        MakeNode(SyntaxKind.Call, sign.Kind == TokenKind.Outer ? "outer" : "mod", first, span);
    }

    // 90° is (90*pi/180).
    private void MakeDegrees()
    {
        var token = Current;
        _position++;
        var span = _operands[^1].Span.To(token.Span);
        Push(new SyntaxNode(SyntaxKind.Name, token.Span, "pi"), 0);
        MakeBinary(SyntaxKind.Multiply, false, span);
        Push(new SyntaxNode(SyntaxKind.Number, token.Span, "180"), 0);
        MakeBinary(SyntaxKind.Divide, false, span);
        _operands[^1] = _operands[^1] with { Brackets = 1 };
    }

    // x.sum(axis=0): the operand is the first argument.
    private void ReadMethod()
    {
        var head = new FunctionHead(Current.Text, Current with { Kind = TokenKind.Name });
        var below = _operands.Count - 1;
        _position++;
        if (_tokens[_position + 1].Kind == TokenKind.RightRound)
        {
            _position += 2;
            MakeCall(head, below, _tokens[_position - 1].End, withoutBrackets: false);
            return;
        }

        _groups.Push(new Group(GroupKind.Call, _position, below, head));
        _pending.Add(new Pending(PendingShape.Group, Level.Group, default, _position));
        _position++;
        _wantsOperand = true;
    }

    private void OpenChoice()
    {
        ReduceFor(Level.Choice, insideApplication: false);
        Open(GroupKind.Choice, 1);
    }

    private void CloseCondition()
    {
        ReduceToGroup();
        if (!_groups.TryPeek(out var group) || group.Kind != GroupKind.Choice)
            throw new FormulaException($"{Quote(Current.Span)} belongs to a choice, and none is open here.", Current.Span);
        _groups.Pop();
        _pending.RemoveAt(_pending.Count - 1);
        _pending.Add(new Pending(PendingShape.Choice, Level.Choice, SyntaxKind.Call, group.Token));
        _position++;
        _wantsOperand = true;
    }

    // a if c else b, c ? a : b
    private void MakeChoice()
    {
        var last = Take();
        var middle = Take();
        var first = Take();
        var isPython = _context.Format == SourceFormat.Python;
        var (condition, then) = isPython ? (middle, first) : (first, middle);
        var node = new SyntaxNode(SyntaxKind.Call, first.Span.To(last.Span), "if", condition.Node, then.Node, last.Node);
        Push(node, Math.Max(first.Depth, Math.Max(middle.Depth, last.Depth)) + 1);
    }

    private FormulaException WithoutElse(Group group) =>
        new("A choice in one line has two outcomes, and this one lacks the second.", _tokens[group.Token].Span.To(Current.Span),
            _context.Format == SourceFormat.Python ? "write a if condition else b" : "write condition ? a : b");

    // a < b < c: the comparison before is kept, and its right side begins the next one.
    private Operand? Chained()
    {
        var before = _operands[^1];
        var last = before.Node;
        if (before.Brackets > 0) return null;
        if (last.Kind == SyntaxKind.And) last = last.Children[1];
        if (Operators.LevelOf(last.Kind) != Level.Comparison || last.Brackets > 0) return null;
        _operands[^1] = before with { Node = last.Children[1], Depth = 0, Span = last.Children[1].Span };
        return before;
    }

    private void JoinChain(Operand before)
    {
        var next = Take();
        var node = new SyntaxNode(SyntaxKind.And, before.Span.To(next.Span), "", before.Node, next.Node);
        Push(node, Math.Max(before.Depth, next.Depth) + 1);
    }

    // What calls of other notations make of their arguments; false where it is a call after all.
    private bool MakeInForm(FunctionHead function, int first, TextSpan span)
    {
        var count = _operands.Count - first;
        var token = function.Token;
        switch (token.Form)
        {
            case CallForm.LastFirst or CallForm.Field:
                _isReordered |= token.Form == CallForm.Field;
                var last = _operands[^1];
                _operands.RemoveAt(_operands.Count - 1);
                _operands.Insert(first, last);
                MakeNode(SyntaxKind.Call, function.Name, first, span);
                return true;
            case CallForm.FirstLast:
                _isReordered = true; // what a table holds comes behind its ranges
                var body = _operands[first];
                _operands.RemoveAt(first);
                _operands.Add(body);
                MakeNode(SyntaxKind.Call, function.Name, first, span);
                return true;
            case CallForm.PairsTurned:
                for (var i = first; i + 1 < _operands.Count; i += 2) (_operands[i], _operands[i + 1]) = (_operands[i + 1], _operands[i]);
                MakeNode(SyntaxKind.Call, function.Name, first, span);
                return true;
            case CallForm.Itself when count == 1:
                return true;
            case CallForm.Square when count == 1:
                Push(new SyntaxNode(SyntaxKind.Number, token.Span, "2"), 0);
                MakeOperation(SyntaxKind.Power, span);
                return true;
            case CallForm.Operation when count == 2:
                MakeOperation(token.Operation, span);
                return true;
            default:
                var wanted = token.Form == CallForm.Operation ? 2 : 1;
                SyntaxNode[] given = [.. _operands.Skip(first).Select(static operand => operand.Node)];
                throw new FormulaException(
                    $"{Quote(token.Span)} takes {(wanted == 2 ? "2 arguments" : "1 argument")}; there {(count == 1 ? "is" : "are")} {count}.", span,
                    DecimalComma.Hint(Quote(token.Span)[1..^1], given, wanted, wanted));
        }
    }

    // The brackets of a call hold each argument together, and the whole.
    private void MakeOperation(SyntaxKind kind, TextSpan span)
    {
        for (var i = _operands.Count - 2; i < _operands.Count; i++)
        {
            if (Operators.LevelOf(_operands[i].Node.Kind) != Level.Group && _operands[i].Brackets == 0) _operands[i] = _operands[i] with { Brackets = 1 };
        }

        MakeBinary(_context.NodeOf(kind), false, span);
        _operands[^1] = _operands[^1] with { Brackets = 1 };
    }
}
