namespace Calculus.Syntax;

/// <summary>Brackets of every kind and what they hold.</summary>
internal sealed partial class ExpressionParser
{
    private void Open(GroupKind kind, int tokens, FunctionHead? function = null)
    {
        // The first operand of an index is what it indexes.
        var below = kind == GroupKind.Index ? _operands.Count - 1 : _operands.Count;
        _groups.Push(new Group(kind, _position, below, function));
        _pending.Add(new Pending(PendingShape.Group, Level.Group, default, _position));
        _position += tokens;
        _wantsOperand = true;
    }

    /// <summary>True where an element of the innermost bracket begins, and that bracket is of the given kind.</summary>
    private bool BeginsElement(GroupKind kind) =>
        _groups.TryPeek(out var group) && group.Kind == kind
        && (_position == group.Token + 1 || _tokens[_position - 1].Kind == TokenKind.Comma)
        && _pending[^1].Shape == PendingShape.Group;

    private void ReadBarBehindOperand()
    {
        if (!_groups.TryPeek(out var group) || group.Kind is not (GroupKind.Bar or GroupKind.Norm))
        {
            Juxtapose();
            return;
        }

        if (group.Kind == GroupKind.Bar && OpensNestedBar())
        {
            Juxtapose();
            return;
        }

        if (group.Kind == GroupKind.Norm && !DoubleBarAt(_position)) throw Unclosed(group);
        Close();
    }

    private void Close()
    {
        ReduceToGroup();
        var group = _groups.Peek();
        var tokens = group.Kind == GroupKind.Norm ? 2 : 1;
        if (Current.Kind != TokenKind.Bar && group.Kind is GroupKind.Bar or GroupKind.Norm) throw Unclosed(group);
        FinishElement(group);
        _groups.Pop();
        _pending.RemoveAt(_pending.Count - 1);

        var end = _tokens[_position + tokens - 1].End;
        var span = new TextSpan(_tokens[group.Token].Start, end);
        _position += tokens;
        _wantsOperand = false;
        switch (group.Kind)
        {
            case GroupKind.Round:
                Enclose(span);
                break;
            case GroupKind.Call:
                MakeCall(group.Function!, group.Operands, end, withoutBrackets: false);
                break;
            case GroupKind.List:
                MakeNode(SyntaxKind.List, "", group.Operands, span);
                break;
            case GroupKind.Index:
                MakeNode(SyntaxKind.Index, "", group.Operands, new TextSpan(_operands[group.Operands].Span.Start, end));
                break;
            case GroupKind.Choice:
                throw WithoutElse(group);
            default:
                MakeNode(SyntaxKind.Call, group.Kind == GroupKind.Bar ? "abs" : "norm", group.Operands, span);
                break;
        }
    }

    private void Enclose(TextSpan span)
    {
        var operand = _operands[^1];
        if (operand.Brackets == Limits.Brackets)
            throw new Budgets.LimitException("brackets", Limits.Brackets,
                $"More than {Limits.Brackets} brackets directly enclose an expression.")
            { Start = span.Start, End = span.End };
        _operands[^1] = operand with { Brackets = operand.Brackets + 1, Span = span, Application = null };
    }

    /// <summary>Makes a node of all operands from an index on.</summary>
    private void MakeNode(SyntaxKind kind, string text, int first, TextSpan span, int primes = 0, bool withoutBrackets = false)
    {
        var children = new SyntaxNode[_operands.Count - first];
        var depth = 0;
        for (var i = children.Length - 1; i >= 0; i--)
        {
            var operand = Take();
            children[i] = operand.Node;
            depth = Math.Max(depth, operand.Depth);
        }

        var node = new SyntaxNode(kind, span, text, children) { Primes = primes };
        Push(node, depth + 1, withoutBrackets ? node : null);
    }

    private void MakeCall(FunctionHead function, int first, int end, bool withoutBrackets)
    {
        var span = new TextSpan(Math.Min(function.Token.Start, _operands[first].Span.Start), end);
        if (function.Token.Form is not (CallForm.Plain or CallForm.Known or CallForm.Value) && MakeInForm(function, first, span)) return;
        if (function.LogarithmBase is { } number)
        {
            if (_operands.Count - first > 1)
                throw new FormulaException($"'{function.Token.Text}' has its base in its name and takes one argument.", span,
                    "write log(x, b)");
            Push(new SyntaxNode(number.Kind == TokenKind.Number ? SyntaxKind.Number : SyntaxKind.Name, number.Span, number.Text), 0);
        }
        else if (function.Name is "log" && _operands.Count - first == 1)
        {
            _context.Notes.NaturalLogarithm(function.Token.Span);
        }

        MakeNode(SyntaxKind.Call, function.Name, first, span, function.Primes, withoutBrackets);
        if (function.Exponent is { } exponent)
        {
            var application = _operands[^1].Application;
            PushSignedNumber(exponent, function.ExponentSign);
            MakeBinary(_context.NodeOf(SyntaxKind.Power), false, span);
            _operands[^1] = _operands[^1] with { Application = application };
        }

        if (function.Exponent is not null || function.IsInverse) _context.Notes.FunctionPower(function, _operands[^1].Node);
    }

    private void ReadComma()
    {
        ReduceToGroup();
        if (!_groups.TryPeek(out var group) || group.Kind is GroupKind.Round or GroupKind.Bar or GroupKind.Norm or GroupKind.Choice)
            throw StrayComma();
        FinishElement(group);
        _position++;
        _wantsOperand = true;
    }

    /// <summary>The <c>:</c> of a slice or the <c>..</c> of an index range.</summary>
    private void ReadDivider()
    {
        ReduceToGroup();
        var token = Current;
        var group = _groups.TryPeek(out var innermost) ? innermost : null;
        var isPlaced = token.Kind == TokenKind.Colon ? group?.Kind == GroupKind.Index : group?.RangeName is not null;
        if (!isPlaced || group!.Divided) throw StrayDivider();
        group.Divided = true;
        _position++;
        _wantsOperand = true;
    }

    private void FinishElement(Group group)
    {
        if (group.RangeName is { } name)
        {
            if (!group.Divided)
                throw new FormulaException($"A range is expected after '{name.Text} ='.", name.Span.To(_operands[^1].Span),
                    $"write {name.Text} = 1..n, or '==' to compare");
            var range = new TextSpan(name.Start, _operands[^1].Span.End);
            MakeNode(SyntaxKind.IndexRange, name.Text, _operands.Count - 2, range);
        }
        else if (group.Divided)
        {
            MakeNode(SyntaxKind.Slice, "", _operands.Count - 2, _operands[^2].Span.To(_operands[^1].Span));
        }

        group.RangeName = null;
        group.Divided = false;
    }

    private void ReadWholeAxis()
    {
        var token = Current;
        if (Next.Kind is not (TokenKind.Comma or TokenKind.RightSquare))
            throw new FormulaException("A slice names both ends; a ':' alone is the whole axis.", token.Span, "write 1:5");
        Push(new SyntaxNode(SyntaxKind.Slice, token.Span, ""), 0);
        _position++;
        _wantsOperand = false;
    }
}
