using Calculus.Budgets;

namespace Calculus.Syntax.Latex;

/// <summary>
/// LaTeX to the tokens of the function language, each at the place of the characters that it comes from. What is open stands on a stack
/// of its own, so that no text is too deep; the time is linear in the text.
/// </summary>
internal sealed partial class LatexReader
{
    private readonly string _text;
    private readonly Vocabulary _vocabulary;
    private readonly Budget _budget;
    private readonly LatexOutline _outline;
    private readonly List<Token> _tokens = [];
    private readonly List<Note> _notes = [];
    private readonly Stack<LatexFrame> _frames = new();
    private readonly Dictionary<int, int> _jumps = [];
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _functions = new(StringComparer.Ordinal);
    private List<Token>? _studied;
    private int _position, _end, _ofAll, _statement;
    private bool _isEntry, _isSpaced;

    private LatexReader(string text, Vocabulary vocabulary, IEnumerable<string> known, Budget budget)
    {
        (_text, _vocabulary, _budget) = (text, vocabulary, budget);
        _outline = new LatexOutline(text, budget);
        (_position, _end) = (_outline.Start, _outline.End);
        foreach (var name in vocabulary.Declared.Concat(known).Order(StringComparer.Ordinal)) _names.TryAdd(LatexWords.Key(name), name);
        foreach (var name in vocabulary.Functions.Order(StringComparer.Ordinal)) _functions.TryAdd(LatexWords.Plain(name), name);
    }

    /// <summary>Every token of the text, and notes where it can be read in two ways.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vocabulary">The names that have a meaning beforehand.</param>
    /// <param name="known">Other names that are declared.</param>
    /// <param name="budget">What may be spent.</param>
    /// <exception cref="FormulaException">Something is not read, or has no partner.</exception>
    /// <exception cref="LimitException">The text is too long.</exception>
    public static (List<Token> Tokens, IReadOnlyList<Note> Notes) Read(string text, Vocabulary vocabulary, IEnumerable<string> known, Budget budget)
    {
        var reader = new LatexReader(text, vocabulary, known, budget);
        reader.Read();
        return (reader._tokens, reader._notes);
    }

    private void Read()
    {
        while (true)
        {
            _budget.Visit();
            SkipSpaces();
            if (_position >= _end) break;
            ReadOne();
            EndUnits();
        }

        CloseReaches();
        if (_frames.TryPeek(out var open)) throw NeverClosed(open);
        while (_tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Comma or TokenKind.Semicolon) _tokens.RemoveAt(_tokens.Count - 1);
        if (_studied is not null)
        {
            _tokens.Add(new Token(TokenKind.Semicolon, _text.Length, _text.Length, ""));
            _tokens.AddRange(_studied);
        }

        LatexFields.Complete(_tokens, _vocabulary, _budget);
    }

    private void SkipSpaces()
    {
        while (true)
        {
            if (_jumps.TryGetValue(_position, out var target)) _position = target;
            else if (_position < _end && (Characters.IsSpace(_text[_position]) || Characters.IsLineEnd(_text[_position]) || _text[_position] is '~' or '$')) _position++;
            else if (_position < _end && _text[_position] == '%') _position = _outline.LineEnd(_position);
            else return;
        }
    }

    private char At(int position) => position < _end ? _text[position] : '\0';

    // The command that begins at a place, without its backslash: letters, or one sign.
    private string CommandAt(int position, out int end)
    {
        end = position + 1;
        while (end < _end && char.IsAsciiLetter(_text[end])) end++;
        if (end == position + 1 && end < _end) end++;
        return _text[(position + 1)..end];
    }

    private bool IsCommandAt(int position, string command) =>
        At(position) == '\\' && string.Equals(CommandAt(position, out _), command, StringComparison.Ordinal);

    private int SkippedFrom(int position)
    {
        while (position < _end && (Characters.IsSpace(_text[position]) || Characters.IsLineEnd(_text[position]) || _text[position] == '~')) position++;
        return position;
    }

    private void ReadOne()
    {
        var c = _text[_position];
        switch (c)
        {
            case '\\':
                ReadCommand();
                break;
            case '{':
                _frames.Push(new LatexFrame(LatexFrameKind.Braces, _position, _position + 1, _tokens.Count));
                Emit(TokenKind.LeftRound, _position, ++_position);
                break;
            case '}':
                CloseBraces();
                break;
            case '^':
                ReadSuperscript();
                break;
            case '_':
                ReadStraySubscript();
                break;
            case '&':
                ReadColumn();
                break;
            case '(':
                OpenRound(_position, _position + 1, ")");
                break;
            case '[':
                OpenSquare(_position, _position + 1);
                break;
            case ')' or ']':
                CloseDelimiter(c.ToString(), _position, _position + 1);
                break;
            case '|':
                ReadBar("|", _position, _position + 1);
                break;
            case ',' or ';':
                ReadSeparator(c);
                break;
            case '\'' or '’' or '′':
                Emit(TokenKind.Prime, _position, ++_position);
                break;
            default:
                ReadPlain(c);
                break;
        }
    }

    private void ReadPlain(char c)
    {
        if (NumberScanner.BeginsAt(_text, _position))
        {
            ReadNumber();
        }
        else if (Characters.IsNameStart(c))
        {
            ReadName();
        }
        else if (c == '=')
        {
            CloseReaches();
            var isDouble = At(_position + 1) == '=';
            if (_frames.TryPeek(out var holder) && holder.Kind == LatexFrameKind.Square) holder.HoldsCondition = true;
            var defines = (holder is { HoldsRanges: true } || !isDouble) && !_frames.Any(static frame => frame.Kind is not LatexFrameKind.Lines && !frame.HoldsRanges);
            Emit(defines || holder is { HoldsRanges: true } ? TokenKind.Assign : TokenKind.Equal, _position, _position += isDouble ? 2 : 1);
        }
        else if (c == ':' && At(_position + 1) == '=')
        {
            Emit(TokenKind.Assign, _position, _position += 2);
        }
        else if (Characters.Pair(c, At(_position + 1)) is var pair and (TokenKind.LessOrEqual or TokenKind.GreaterOrEqual or TokenKind.NotEqual or TokenKind.Range))
        {
            Operator(pair, _position, _position += 2);
        }
        else if (c == '.' && _outline.IsOnlyPunctuationBehind(_position))
        {
            _position++;
        }
        else if (Characters.Single(c) is var single and not (TokenKind.End or TokenKind.At))
        {
            Operator(single, _position, ++_position);
        }
        else
        {
            throw UnreadableCharacter.At(_text, _position);
        }
    }

    private void ReadNumber()
    {
        var start = _position;
        if (_frames.TryPeek(out var top) && top.Kind == LatexFrameKind.Single)
        {
            Emit(new Token(TokenKind.Number, start, ++_position, _text[start].ToString()));
            UnitDone();
            return;
        }

        var token = NumberScanner.Scan(_text, start, _budget.Limits);
        // 1{,}000 and 1{,}000{,}000
        while (string.CompareOrdinal(_text, token.End, "{,}", 0, 3) == 0 && _outline.HasThreeDigits(token.End + 3))
            token = new Token(TokenKind.Number, start, token.End + 6, token.Text + _text[(token.End + 3)..(token.End + 6)]);
        Emit(token);
        _position = token.End;
    }

    private void ReadSeparator(char c)
    {
        var start = _position++;
        CloseReaches();
        if (!_frames.TryPeek(out var top) || top.Kind == LatexFrameKind.Lines)
        {
            // A comma behind a formula belongs to the sentence around it.
            if (c == ';') Emit(TokenKind.Semicolon, start, _position);
            else if (!_outline.IsOnlyPunctuationBehind(_position)) Emit(TokenKind.Comma, start, _position);
            return;
        }

        if (_deltas.TryPeek(out var delta) && delta == start)
        {
            _deltas.Pop();
            Emit(TokenKind.Equal, start, _position);
            return;
        }

        if (top.Kind is LatexFrameKind.Cases or LatexFrameKind.Matrix)
        {
            var next = SkippedFrom(_position);
            var isLast = At(next) == '&' || IsCommandAt(next, @"\") || IsCommandAt(next, "end") || IsCommandAt(next, "quad") || IsCommandAt(next, "text");
            if (!isLast) Emit(TokenKind.Comma, start, _position);
            return;
        }

        if (top.Kind == LatexFrameKind.Square && !top.IsMarked)
        {
            top.IsMarked = true;
            _tokens[top.Token] = _tokens[top.Token] with { Kind = TokenKind.LeftSquare };
        }

        Emit(TokenKind.Comma, start, _position);
    }

    private void Operator(TokenKind kind, int start, int end)
    {
        var isUnary = kind is TokenKind.Plus or TokenKind.Minus && !EndsOperand();
        if (isUnary || kind == TokenKind.Not)
        {
            Emit(kind, start, end);
            return;
        }

        if (kind is TokenKind.Factorial or TokenKind.Prime)
        {
            Emit(kind, start, end);
            return;
        }

        if (kind is TokenKind.Times or TokenKind.Divide or TokenKind.DotTimes or TokenKind.DotDivide or TokenKind.Outer or TokenKind.Modulo) CloseReaches(onlyShort: true);
        else CloseReaches();
        if (_ofAll > 0 && kind is TokenKind.Times or TokenKind.Divide) kind = kind == TokenKind.Times ? TokenKind.DotTimes : TokenKind.DotDivide;
        Emit(kind, start, end);
    }

    private bool EndsOperand() => _tokens.Count > 0
        && (!_frames.TryPeek(out var top) || top.Token < _tokens.Count || top.Kind is LatexFrameKind.Single)
        && EndsOperand(_tokens[^1]);

    private static bool EndsOperand(Token token) => token.Kind is TokenKind.Number or TokenKind.RightRound or TokenKind.RightSquare or TokenKind.Prime or TokenKind.DotT
        or TokenKind.Factorial or TokenKind.Degree || (token.Kind == TokenKind.Name && token.Form is CallForm.Plain or CallForm.Value);

    private void Emit(TokenKind kind, int start, int end, string text = "") => Emit(new Token(kind, start, end, text));

    private void Emit(Token token)
    {
        if (_tokens.Count + 1 >= _budget.Limits.Tokens)
            throw new LimitException("tokens", _budget.Limits.Tokens, $"A definition has at most {_budget.Limits.Tokens} tokens.") { Start = token.Start, End = token.End };
        // Within a sum over all entries factors are multiplied entry by entry.
        if (_ofAll > 0 && token.Kind is TokenKind.Name or TokenKind.Number or TokenKind.LeftRound && EndsOperand()
            && (token.Kind != TokenKind.LeftRound || _tokens[^1].Kind != TokenKind.Name || _isEntry))
            _tokens.Add(new Token(TokenKind.DotTimes, token.Start, token.Start, ""));
        // A little room says that what follows is a factor, be it a bracket behind a name.
        else if (_isSpaced && token.Kind is TokenKind.LeftRound or TokenKind.Name or TokenKind.Number && EndsOperand())
            _tokens.Add(new Token(TokenKind.Times, token.Start, token.Start, ""));
        (_isEntry, _isSpaced) = (false, false);
        _tokens.Add(token);
    }

    private void EmitName(string function, int start, int end, CallForm form = CallForm.Known)
    {
        if (_frames.TryPeek(out var top) && top is { Kind: LatexFrameKind.Reach, IsShort: true } && top.Token < _tokens.Count) CloseReaches(onlyShort: true);
        Emit(new Token(TokenKind.Name, start, end, function) { Form = form });
    }

    private FormulaException NeverClosed(LatexFrame frame) => frame.Kind is LatexFrameKind.Single or LatexFrameKind.Reach
        ? new FormulaException($"{Wording.Quote(_text, frame.Span)} lacks what belongs to it.", frame.Span)
        : new FormulaException($"{Wording.Quote(_text, frame.Span)} is never closed.", frame.Span, $"add {frame.Close}");
}
