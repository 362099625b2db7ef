using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>The head of one statement and where its body begins.</summary>
/// <param name="Name">The name that it defines, or null for a bare expression.</param>
/// <param name="Parameters">The parameters of a signature, otherwise null.</param>
/// <param name="Body">The index of the body's first token; the body goes on to the next end token.</param>
internal sealed record StatementHead(Token? Name, IReadOnlyList<Parameter>? Parameters, int Body);

/// <summary>A name that a statement defines.</summary>
/// <param name="Statement">Which statement, from 0.</param>
/// <param name="Parameters">How many parameters it takes; null for a value.</param>
internal readonly record struct DefinedName(int Statement, int? Parameters);

/// <summary>
/// The statements of a text before any expression is read: brackets are matched, new lines inside them dropped, and
/// each statement's head is known, so that a body can tell functions from values.
/// <code>
/// definition = statement { (";" | NEWLINE) statement }
/// statement  = NAME "(" NAME { "," NAME } ")" "=" expression
///            | NAME "=" expression
///            | expression                                      (the last statement only)
/// </code>
/// </summary>
internal sealed class Outline
{
    private readonly string _text;
    private readonly Budget _budget;
    private readonly List<Token> _tokens = [];

    // Of each token the bracket that closes it, or 0.
    private readonly List<int> _partners = [];
    private readonly List<int> _starts = [];

    private Outline(string text, Budget budget)
    {
        _text = text;
        _budget = budget;
    }

    /// <summary>The tokens without new lines; each statement ends in an end token.</summary>
    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>The statements in order; at least one.</summary>
    public IReadOnlyList<StatementHead> Statements { get; private set; } = [];

    /// <summary>Matches the brackets of the tokens and finds the statements and their heads.</summary>
    /// <exception cref="FormulaException">A bracket is stray, a head is not one, or there is no statement.</exception>
    public static Outline Of(string text, List<Token> tokens, Budget budget) => Of(text, tokens, null, budget);

    /// <summary>The same for a text whose first statement is an expression in the given variables.</summary>
    /// <exception cref="FormulaException">A bracket is stray, a later head is not one, or there is no statement.</exception>
    public static Outline OfFormula(string text, List<Token> tokens, IReadOnlyList<Parameter> parameters, Budget budget) => Of(text, tokens, parameters, budget);

    private static Outline Of(string text, List<Token> tokens, IReadOnlyList<Parameter>? ofFormula, Budget budget)
    {
        var outline = new Outline(text, budget);
        outline.Split(tokens);
        if (outline._starts.Count == 0)
            throw new FormulaException("There is nothing here to read; a formula is expected.", new TextSpan(0, text.Length),
                "write for example x^2 + 3");

        var heads = new StatementHead[outline._starts.Count];
        for (var i = 0; i < heads.Length; i++)
        {
            var isFormula = i == 0 && ofFormula is not null;
            heads[i] = isFormula ? new StatementHead(null, ofFormula, outline._starts[0]) : outline.Head(outline._starts[i]);
            if (heads[i].Name is null && !isFormula && i < heads.Length - 1)
                throw outline.BareHelper(heads[i].Body);
        }

        outline.Statements = heads;
        return outline;
    }

    private void Split(List<Token> tokens)
    {
        var open = new Stack<int>();
        var started = false;
        var afterLine = false;
        foreach (var token in tokens)
        {
            _budget.Visit();
            if (token.Kind == TokenKind.NewLine && open.Count > 0) continue;

            if (token.Kind is TokenKind.Semicolon or TokenKind.NewLine)
            {
                if (open.Count > 0) throw Unclosed(_tokens[open.Peek()], token);
                afterLine = token.Kind == TokenKind.NewLine && (started || afterLine);
                if (started) Add(new Token(TokenKind.End, token.Start, token.Start, afterLine ? "\n" : ";"));
                started = false;
                continue;
            }

            if (!started)
            {
                // A sum broken over two lines would otherwise be read as two statements.
                if (afterLine && Operators.IsBinary(token.Kind)) throw BeginsWithOperator(token);
                _starts.Add(_tokens.Count);
                started = true;
                afterLine = false;
            }

            Match(token, open);
            Add(token);
        }

        if (open.Count > 0) throw Unclosed(_tokens[open.Peek()], null);
        if (started) Add(new Token(TokenKind.End, _text.Length, _text.Length, ""));
    }

    private void Add(Token token)
    {
        _tokens.Add(token);
        _partners.Add(0);
    }

    private void Match(Token token, Stack<int> open)
    {
        if (token.Kind is TokenKind.LeftRound or TokenKind.LeftSquare) open.Push(_tokens.Count);
        if (token.Kind is not (TokenKind.RightRound or TokenKind.RightSquare)) return;

        if (!open.TryPop(out var partner))
            throw new FormulaException($"{Wording.Quote(_text, token.Span)} closes a bracket that was never opened.", token.Span,
                "remove it, or open the bracket");

        var wanted = _tokens[partner].Kind == TokenKind.LeftRound ? TokenKind.RightRound : TokenKind.RightSquare;
        if (wanted != token.Kind)
            throw new FormulaException(
                $"{Wording.Quote(_text, token.Span)} cannot close {Wording.Quote(_text, _tokens[partner].Span)}.", token.Span,
                wanted == TokenKind.RightRound ? "write ')'" : "write ']'");
        _partners[partner] = _tokens.Count;
    }

    private FormulaException BeginsWithOperator(Token token) =>
        new($"A new line ends a statement, and this one begins with {Wording.Quote(_text, token.Span)}.", token.Span,
            "to go on over several lines put the expression in brackets; to begin a statement end the one before with ';'");

    private FormulaException Unclosed(Token bracket, Token? end)
    {
        var quoted = Wording.Quote(_text, bracket.Span);
        var square = bracket.Kind == TokenKind.LeftSquare;
        if (end is null) return new FormulaException($"{quoted} is never closed.", bracket.Span, square ? "add ']'" : "add ')'");
        // Where decimals have a comma, arguments are set apart by ';'.
        var isCall = !square && _tokens.FindIndex(token => token.Start == bracket.Start) is > 0 and var place
            && _tokens[place - 1] is { Kind: TokenKind.Name } name && name.End == bracket.Start;
        return new FormulaException($"{quoted} is not closed before ';', which ends a statement.", bracket.Span,
            square ? "a matrix is written by rows: [[1, 2], [3, 4]]" : isCall ? "write a comma between arguments, and a point in decimals; or add ')'" : "add ')'");
    }

    private FormulaException BareHelper(int body)
    {
        var end = body;
        while (_tokens[end].Kind != TokenKind.End) end++;
        var last = _tokens[end - 1];
        if (Operators.IsBinary(last.Kind) && string.Equals(_tokens[end].Text, "\n", StringComparison.Ordinal))
            return new FormulaException($"The line ends after {Wording.Quote(_text, last.Span)}, where a value is expected.", last.Span,
                "a new line ends a statement; to go on over several lines put the expression in brackets");

        return new FormulaException("A helper needs a name; an expression without one may only come last.",
            _tokens[body].Span.To(last.Span), "write for example p = …, or name(x) = …");
    }

    private StatementHead Head(int start)
    {
        var first = _tokens[start];
        if (first.Kind == TokenKind.Name && _tokens[start + 1].Kind == TokenKind.Assign)
            return new StatementHead(first, null, start + 2);

        var close = _partners[start + 1];
        if (first.Kind == TokenKind.Name && _tokens[start + 1].Kind == TokenKind.LeftRound && _tokens[close + 1].Kind == TokenKind.Assign)
            return new StatementHead(first, Parameters(start + 1, close), close + 2);

        for (var i = start; _tokens[i].Kind != TokenKind.End; i++)
        {
            if (_partners[i] > 0) i = _partners[i];
            else if (_tokens[i].Kind == TokenKind.Assign) throw Equation(start, i);
        }

        return new StatementHead(null, null, start);
    }

    private FormulaException Equation(int start, int sign)
    {
        var token = _tokens[sign];
        if (sign == start)
            return new FormulaException("'=' has no name before it.", token.Span, "write name = … or name(x) = …");
        if (Operators.MisspeltComparison(token, _tokens[sign + 1]) is { } hint)
            return new FormulaException("This is not an operator.", token.Span.To(_tokens[sign + 1].Span), hint);
        return new FormulaException(
            $"Equations are not accepted here: '=' defines, and {Wording.Quote(_text, _tokens[start].Span.To(_tokens[sign - 1].Span))}"
            + " is neither a name nor a signature such as f(x).", token.Span, "to compare, write '=='");
    }

    private List<Parameter> Parameters(int open, int close)
    {
        if (close == open + 1)
            throw new FormulaException("A signature names at least one parameter.", _tokens[open].Span.To(_tokens[close].Span),
                "write f(x) = …, or f = … for a value");

        var parameters = new List<Parameter>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = open + 1; ; i += 2)
        {
            var token = _tokens[i];
            if (token.Kind != TokenKind.Name)
                throw new FormulaException($"A signature lists names, not {Wording.Found(_text, token)}.", token.Span);
            if (!seen.Add(token.Text))
                throw new FormulaException($"The signature has the parameter '{token.Text}' twice.", token.Span);
            DefinedNames.RefuseConstant(token, _text);
            parameters.Add(new Parameter(token.Text, token.Span));

            if (i + 1 == close) return parameters;
            if (_tokens[i + 1].Kind != TokenKind.Comma)
                throw new FormulaException(
                    $"A signature lists names separated by commas; {Wording.Found(_text, _tokens[i + 1])} is not a comma.",
                    _tokens[i + 1].Span, "write f(x, y) = …");
        }
    }
}
