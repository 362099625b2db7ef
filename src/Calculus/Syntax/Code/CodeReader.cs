using Calculus.Budgets;

namespace Calculus.Syntax.Code;

/// <summary>
/// Python and JavaScript to the tokens of the function language, each at the place of the characters that it comes from: an expression, or
/// functions of assignments and one return. Nothing is run; what is not arithmetic is refused with its place.
/// </summary>
internal sealed partial class CodeReader
{
    private readonly string _text;
    private readonly Vocabulary _vocabulary;
    private readonly bool _isPython;
    private readonly List<CodeToken> _words;
    private readonly List<Token> _tokens = [];
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private readonly Budget _budget;
    private int _at;

    private CodeReader(string text, bool isPython, Vocabulary vocabulary, Budget budget)
    {
        (_text, _isPython, _vocabulary, _budget) = (text, isPython, vocabulary, budget);
        _words = CodeLexer.Read(text, isPython, budget);
    }

    /// <summary>Every token of the text.</summary>
    /// <exception cref="FormulaException">Something is more than arithmetic.</exception>
    /// <exception cref="LimitException">The text is too long.</exception>
    public static List<Token> Read(string text, bool isPython, Vocabulary vocabulary, Budget budget)
    {
        var reader = new CodeReader(text, isPython, vocabulary, budget);
        reader.ReadStatements();
        return reader._tokens;
    }

    private CodeToken Word => _words[_at];

    private CodeToken Ahead(int by) => _words[Math.Min(_at + by, _words.Count - 1)];

    private void ReadStatements()
    {
        while (Word.Kind != CodeKind.End)
        {
            _budget.Visit();
            if (Word.Kind == CodeKind.Line || Word.Is(";") || Word.Is("}")) _at++;
            else if (Word.Kind == CodeKind.Text) _at++;
            else ReadStatement();
        }

        if (_tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Semicolon) _tokens.RemoveAt(_tokens.Count - 1);
    }

    private void ReadStatement()
    {
        if (Word.Is("import") || Word.Is("from"))
        {
            SkipLine();
            return;
        }

        if (_isPython && Word.Is("def"))
        {
            ReadDefinition(_at + 1, isBlock: true);
            return;
        }

        if (!_isPython)
        {
            if (Word.Is("const") || Word.Is("let") || Word.Is("var") || Word.Is("export")) _at++;
            if (Word.Is("function"))
            {
                ReadDefinition(_at + 1, isBlock: true);
                return;
            }
        }

        if (Word.Kind == CodeKind.Name && !Word.Is("lambda") && RefusalOf(Word.Text) is { } reason && !Ahead(1).Is("=")) throw new FormulaException(reason, Word.Span, Hint(Word.Text));
        if (Word.Kind == CodeKind.Name && Ahead(1).Is(":") && _isPython && !Word.Is("lambda")) SkipAnnotation();
        else if (Word.Kind == CodeKind.Name && Ahead(1).Is("="))
        {
            var name = _at;
            _at += 2;
            if (BeginsFunction())
            {
                ReadFunction(_words[name]);
                return;
            }

            EmitName(_words[name]);
            Emit(TokenKind.Assign, _words[name + 1]);
        }

        if (BeginsFunction()) ReadFunction(null);
        else ReadExpression();
        EndStatement();
    }

    private void SkipAnnotation()
    {
        var name = Word;
        while (Word.Kind != CodeKind.Line && !Word.Is("=")) _at++;
        if (!Word.Is("=")) throw new FormulaException("A name is declared here without a value.", name.Span);
        EmitName(name);
        Emit(TokenKind.Assign, Word);
        _at++;
    }

    private void SkipLine()
    {
        while (Word.Kind is not (CodeKind.Line or CodeKind.End) && !Word.Is(";")) _at++;
    }

    private void EndStatement()
    {
        if (Word.Kind is not (CodeKind.Line or CodeKind.End) && !Word.Is(";") && !Word.Is("}"))
            throw new FormulaException($"{Wording.Quote(_text, Word.Span)} is not arithmetic, so it is not read here.", Word.Span, Hint(Word.Text));
        _tokens.Add(new Token(TokenKind.Semicolon, Word.Start, Word.Start, ""));
    }

    // lambda x: …, x => …, (x, y) => …
    private bool BeginsFunction()
    {
        if (_isPython) return Word.Is("lambda");
        if (Word.Kind == CodeKind.Name && Ahead(1).Is("=>")) return true;
        if (!Word.Is("(")) return false;
        var i = 1;
        while (Ahead(i).Kind == CodeKind.Name || Ahead(i).Is(",")) i++;
        return Ahead(i).Is(")") && Ahead(i + 1).Is("=>");
    }

    private void ReadFunction(CodeToken? name)
    {
        var start = Word;
        var parameters = new List<CodeToken>();
        if (_isPython) _at++;
        for (; !Word.Is(":") && !Word.Is("=>"); _at++)
        {
            if (Word.Kind is CodeKind.Line or CodeKind.End) throw new FormulaException("A function is never given its value here.", start.Span, _isPython ? "write lambda x: x**2" : "write x => x**2");
            if (Word.Kind == CodeKind.Name) parameters.Add(Word);
            else if (Word.Is("=") && _isPython) throw new FormulaException("A parameter with a value of its own is not read in a lambda.", Word.Span, "write def f(x): …");
        }

        _at++;
        if (Word.Is("{")) throw new FormulaException("A function in one line has its value behind '=>', not a block.", Word.Span, "write x => x**2");
        EmitHead(name, start, parameters);
        ReadExpression();
        if (name is not null) EndStatement();
    }

    private void EmitHead(CodeToken? name, CodeToken start, List<CodeToken> parameters)
    {
        if (name is { } given) EmitName(given, defines: true);
        else _tokens.Add(new Token(TokenKind.Name, start.Start, start.End, FreshName(parameters)));
        if (parameters.Count > 0)
        {
            Emit(TokenKind.LeftRound, start);
            for (var i = 0; i < parameters.Count; i++)
            {
                if (i > 0) Emit(TokenKind.Comma, parameters[i]);
                EmitName(parameters[i]);
            }

            Emit(TokenKind.RightRound, start);
        }

        Emit(TokenKind.Assign, start);
    }

    private static string FreshName(List<CodeToken> parameters) => parameters.Any(static each => each.Is("f")) ? "g" : "f";

    // def f(w, b=0): assignments, return; function f(w, b) { … }
    private void ReadDefinition(int at, bool isBlock)
    {
        var keyword = Word;
        _at = at;
        var name = Word;
        if (name.Kind != CodeKind.Name || !Ahead(1).Is("(")) throw new FormulaException("A function has a name and its parameters in brackets.", keyword.Span, "write def f(x): return x**2");
        _at += 2;
        var parameters = new List<CodeToken>();
        for (; !Word.Is(")"); _at++)
        {
            if (Word.Kind is CodeKind.Line or CodeKind.End) throw new FormulaException("'(' is never closed.", name.Span, "add ')'");
            if (Word.Is(",")) continue;
            if (Word.Kind != CodeKind.Name) throw new FormulaException($"A parameter is a name, not {Wording.Quote(_text, Word.Span)}.", Word.Span);
            var parameter = Word;
            if (Ahead(1).Is(":")) while (!Ahead(1).Is(",") && !Ahead(1).Is(")") && !Ahead(1).Is("=") && Ahead(1).Kind != CodeKind.End) _at++;
            if (!Ahead(1).Is("="))
            {
                parameters.Add(parameter);
                continue;
            }

            // A parameter with a value is a named value before the function.
            _at += 2;
            EmitName(parameter);
            Emit(TokenKind.Assign, parameter);
            ReadExpression(untilComma: true);
            _tokens.Add(new Token(TokenKind.Semicolon, Word.Start, Word.Start, ""));
            _at--;
        }

        _at++;
        while (!Word.Is(":") && !Word.Is("{") && Word.Kind is not (CodeKind.Line or CodeKind.End)) _at++;
        if (!Word.Is(":") && !Word.Is("{")) throw new FormulaException("What the function is made of is missing.", name.Span, _isPython ? "write def f(x): return x**2" : "write function f(x) { return x**2; }");
        _at++;
        ReadBody(name, parameters);
    }

    private void ReadBody(CodeToken name, List<CodeToken> parameters)
    {
        var hasAssignments = false;
        while (true)
        {
            _budget.Visit();
            if (Word.Kind == CodeKind.Line || Word.Is(";") || Word.Kind == CodeKind.Text)
            {
                _at++;
                continue;
            }

            if (Word.Is("return"))
            {
                _at++;
                EmitHead(name, name, parameters);
                if (BeginsFunction()) throw new FormulaException("A function that returns a function is not read here.", Word.Span);
                ReadExpression();
                EndStatement();
                break;
            }

            if (!_isPython && (Word.Is("const") || Word.Is("let") || Word.Is("var"))) _at++;
            if (Word.Kind == CodeKind.Name && Ahead(1).Is("="))
            {
                hasAssignments = true;
                EmitName(Word);
                Emit(TokenKind.Assign, Ahead(1));
                _at += 2;
                ReadExpression();
                EndStatement();
                continue;
            }

            throw Word.Kind == CodeKind.End
                ? new FormulaException($"'{name.Text}' returns nothing.", name.Span, "end it with return …")
                : new FormulaException("A function here has assignments and one return.", Word.Span, Hint(Word.Text));
        }

        while (Word.Kind == CodeKind.Line || Word.Is(";") || Word.Is("}")) _at++;
        if (hasAssignments && Word.Kind != CodeKind.End)
            throw new FormulaException($"Only the last function has assignments of its own, and '{name.Text}' is not the last.", name.Span, "write its value in one return");
    }
}
