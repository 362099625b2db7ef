using System.Collections.Immutable;

namespace Calculus.Syntax;

/// <summary>Names: which are values, which are functions, and what may come between a function and its argument.</summary>
internal sealed partial class ExpressionParser
{
    private const string LogarithmPrefix = "log_";

    private enum Role
    {
        Value,
        Call,
        Application,
    }

    private void ReadName()
    {
        if (TryReadOption()) return;
        if (Next.Kind == TokenKind.Assign && BeginsElement(GroupKind.Call)
            && _groups.Peek().Function is { Primes: 0, Name: "sum" or "prod" or "table" })
        {
            DefinedNames.RefuseConstant(Current, _context.Text);
            _groups.Peek().RangeName = Current;
            _position += 2;
            return;
        }

        RefuseLeibniz();
        switch (RoleAt(_position))
        {
            case Role.Value:
                PushLeaf(SyntaxKind.Name, Current);
                _position++;
                break;
            case Role.Call:
                ReadCall();
                break;
            default:
                ReadApplication();
                break;
        }
    }

    /// <summary>Decides what a name is; never by its letters alone, but by what is declared and what follows.</summary>
    private Role RoleAt(int position)
    {
        var token = _tokens[position];
        var name = token.Text;
        if (token.Form == CallForm.Value) return Role.Value;
        var isKnown = token.Form != CallForm.Plain;
        var isFunction = isKnown || (token.IsSymbol ? name is "sqrt" : _scope.IsFunction(name) || LogarithmBase(token) is not null);

        var behind = position + 1;
        while (_tokens[behind].Kind == TokenKind.Prime) behind++;
        if (_tokens[behind].Kind == TokenKind.LeftRound)
        {
            if (isFunction || s_foreign.Any(foreign => IsForeign(position, foreign))) return Role.Call;
            if (token.IsSymbol || (_context.JoinsNames && behind == position + 1 && !Scope.NamesFunctions(name) && !_scope.IsDefinedHere(name, out _)) || (behind == position + 1 ? _scope.IsValueBeforeBracket(name) : _scope.IsDeclared(name)))
                return Role.Value;
            throw UnknownFunction(token);
        }

        if (token.IsSymbol || isKnown) return isFunction ? Role.Application : Role.Value;
        if (_scope.IsDeclared(name)) return Role.Value;
        if (isFunction && Scope.IsSoft(name)) return _tokens[position + 1].Kind is TokenKind.Name or TokenKind.Number or TokenKind.Power or TokenKind.Superscript ? Role.Application : Role.Value;
        if (isFunction && !Scope.IsOrdinary(name)) return Role.Application;
        if (_scope.IsDefinedHere(name, out var later)) throw DefinedTooLate(token, later);
        if (!Scope.IsConstant(name) && _scope.TakenApart(name) is { } proposal)
            throw new FormulaException($"'{name}' is read as one name, and it is not declared; names are never split.", token.Span,
                $"did you mean '{proposal}'?");
        if (_context.Format == SourceFormat.Text && _scope.Glued(name) is { } product) _context.Notes.Glued(token, product);
        return Role.Value;
    }

    // log_2(x), log_b(x): the base is part of the name, unless that name is itself a function.
    private Token? LogarithmBase(Token token)
    {
        var name = token.Text;
        if (token.IsSymbol || !name.StartsWith(LogarithmPrefix, StringComparison.Ordinal) || _scope.IsFunction(name)
            || _scope.IsDeclared(name) || !_scope.IsFunction("log")) return null;

        var rest = name[LogarithmPrefix.Length..];
        var start = token.Start + LogarithmPrefix.Length;
        if (rest.Length > 0 && rest.All(char.IsAsciiDigit)) return new Token(TokenKind.Number, start, token.End, rest);
        return rest is "e" || _scope.IsDeclared(rest) ? new Token(TokenKind.Name, start, token.End, rest) : null;
    }

    private FunctionHead Head()
    {
        var token = IsForeign(_position, "pow") || IsForeign(_position, "power") ? Current with { Form = CallForm.Operation, Operation = SyntaxKind.Power }
            : IsForeign(_position, "square") ? Current with { Form = CallForm.Square }
            : Current;
        return LogarithmBase(token) is { } number
            ? new FunctionHead("log", token) { LogarithmBase = number }
            : new FunctionHead(IsForeign(_position, "where") ? "if" : token.Text, token);
    }

    private static readonly ImmutableArray<string> s_foreign = ["pow", "power", "square", "where"];

    // pow(x, 2) is x^2 and where(c, a, b) is if(c, a, b), unless the definition has a function of that name.
    private bool IsForeign(int position, string name) => _tokens[position].Form == CallForm.Plain && string.Equals(_tokens[position].Text, name, StringComparison.Ordinal)
        && _tokens[position + 1].Kind == TokenKind.LeftRound && !_scope.IsFunction(name) && !_scope.IsDeclared(name);

    private void ReadCall()
    {
        var head = Head();
        var primes = 0;
        for (_position++; Current.Kind == TokenKind.Prime; _position++) primes++;
        if (primes > Limits.DerivativeOrder)
            throw new Budgets.LimitException("derivativeOrder", Limits.DerivativeOrder,
                $"A function has at most {Limits.DerivativeOrder} primes; this one has {primes}.", primes)
            { Start = head.Token.Start, End = Current.Start };

        Open(GroupKind.Call, 1, head with { Primes = primes });
    }

    private void ReadApplication()
    {
        var head = Head();
        _position++;
        if (Current.Kind is TokenKind.Power or TokenKind.Superscript) head = WithExponent(head);
        if (Current.Kind == TokenKind.LeftRound)
        {
            Open(GroupKind.Call, 1, head);
            return;
        }

        if (!BeginsArgument() || head.Name is "if" or "piecewise") throw WithoutArgument(head);
        if (_scope.Parameters(head.Name) is > 1 and var count)
            throw new FormulaException($"'{head.Name}' takes {count} arguments, so they need brackets.", head.Token.Span,
                $"write {head.Name}(…)");
        _pending.Add(new Pending(PendingShape.Application, Level.Product, SyntaxKind.Call, _position, Function: head));
    }

    // A sign followed by a space joins two terms: f + 1 lacks the argument of f.
    private bool BeginsArgument() => Current.Kind is TokenKind.Number or TokenKind.Name or TokenKind.Bar or TokenKind.LeftSquare
        || (Current.Kind is TokenKind.Plus or TokenKind.Minus && Current.End == Next.Start);

    private FunctionHead WithExponent(FunctionHead head)
    {
        var token = Current;
        if (token.Kind == TokenKind.Superscript)
        {
            _position++;
            var negative = token.Text[0] == '-';
            return Raised(head, negative ? token with { Text = token.Text[1..] } : token, negative ? token : null);
        }

        var position = _position + 1;
        var inBrackets = _tokens[position].Kind == TokenKind.LeftRound;
        if (inBrackets) position++;
        Token? sign = _tokens[position].Kind == TokenKind.Minus ? _tokens[position++] : null;
        var number = _tokens[position++];
        if (number.Kind != TokenKind.Number || (inBrackets && _tokens[position++].Kind != TokenKind.RightRound))
            throw new FormulaException($"The exponent between '{head.Name}' and its argument must be a number.",
                head.Token.Span.To(number.Kind == TokenKind.End ? token.Span : number.Span), $"write ({head.Name}(x))^n");

        _position = position;
        return Raised(head, number with { Kind = TokenKind.Number }, sign);
    }

    private static FunctionHead Raised(FunctionHead head, Token exponent, Token? sign)
    {
        if (sign is null || exponent.Text is not "1") return head with { Exponent = exponent, ExponentSign = sign };

        if (head.LogarithmBase is null && Inverses.Of(head.Name) is { } inverse)
            return head with { Name = inverse, IsInverse = true };
        throw new FormulaException($"The inverse of '{head.Name}' has no name here, and '{head.Name}^-1' could also mean a quotient.",
            head.Token.Span.To(exponent.Span), $"write 1/{head.Name}(…) for the quotient");
    }
}
