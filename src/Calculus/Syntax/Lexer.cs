using System.Globalization;
using System.Text;
using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>Text to tokens. Symbols of copied text become what they stand for.</summary>
internal sealed class Lexer(string text, Budget budget)
{
    private readonly List<Token> _tokens = [];
    private int _position;

    /// <summary>Every token of the text, new lines included, without an end mark.</summary>
    /// <exception cref="FormulaException">A character means nothing here.</exception>
    /// <exception cref="LimitException">The text, a name or a literal is too long, or there are too many tokens.</exception>
    public List<Token> Read()
    {
        if (text.Length > budget.Limits.TextLength)
            throw SyntaxLimits.TooLong(budget.Limits, text.Length, new TextSpan(budget.Limits.TextLength, text.Length));

        while (_position < text.Length)
        {
            budget.Visit();
            ReadOne();
        }

        return _tokens;
    }

    private void ReadOne()
    {
        var c = text[_position];
        var next = _position + 1 < text.Length ? text[_position + 1] : '\0';

        if (c is '\t' or '\n' or '\r' && LostBackslash.At(text, _position) is { } lost) throw lost;
        if (Characters.IsSpace(c)) _position++;
        else if (Characters.IsLineEnd(c)) Add(TokenKind.NewLine, 1);
        else if (Characters.IsNameStart(c)) ReadName();
        else if (NumberScanner.BeginsAt(text, _position)) ReadNumber();
        else if (Characters.Superscript(c) != '\0') ReadSuperscript();
        else if (c == '√') Add(TokenKind.Name, 1, "sqrt");
        else if (c == '∞') Add(TokenKind.Name, 1, "inf");
        else if (c is '″' or '‴') AddPrimes(c == '″' ? 2 : 3);
        else if (c == '°') Add(TokenKind.Degree, 1);
        else if (Characters.VulgarFraction(c) is not (0, 0)) ReadVulgarFraction();
        else if (c == '.' && next == 'T' && !IsNamePart(_position + 2)) Add(TokenKind.DotT, 2);
        else if (Characters.Pair(c, next) is var pair and not TokenKind.End) Add(pair, 2);
        else if (c == ':' && next == '=')
            throw new FormulaException("':=' is not used here.", new TextSpan(_position, _position + 2), "write '='");
        else if (Characters.Single(c) is var single and not TokenKind.End) Add(single, 1);
        else throw UnreadableCharacter.At(text, _position);
    }

    private bool IsNamePart(int position) => position < text.Length && Characters.IsNamePart(text[position]);

    private void Add(TokenKind kind, int length, string spelling = "")
    {
        Add(new Token(kind, _position, _position + length, spelling) { IsSymbol = kind == TokenKind.Name && spelling.Length != length });
        _position += length;
    }

    private void Add(Token token)
    {
        if (_tokens.Count == budget.Limits.Tokens)
            throw new LimitException("tokens", budget.Limits.Tokens,
                $"A definition has at most {budget.Limits.Tokens} tokens.")
            { Start = token.Start, End = token.End };
        _tokens.Add(token);
    }

    private void AddPrimes(int count)
    {
        for (; count > 1; count--) Add(new Token(TokenKind.Prime, _position, _position + 1, ""));
        Add(TokenKind.Prime, 1);
    }

    // ½x is (1/2)x, and 2½ the number 2 + 1/2.
    private void ReadVulgarFraction()
    {
        var (numerator, denominator) = Characters.VulgarFraction(text[_position]);
        var whole = _tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Number } before && before.End == _position ? before : (Token?)null;
        if (whole is not null) _tokens.RemoveAt(_tokens.Count - 1);
        var start = whole?.Start ?? _position;
        Add(new Token(TokenKind.LeftRound, start, start, ""));
        if (whole is { } number)
        {
            Add(number);
            Add(new Token(TokenKind.Plus, _position, _position, ""));
        }

        Add(new Token(TokenKind.Number, _position, _position + 1, numerator.ToString(CultureInfo.InvariantCulture)));
        Add(new Token(TokenKind.Divide, _position, _position + 1, ""));
        Add(new Token(TokenKind.Number, _position, _position + 1, denominator.ToString(CultureInfo.InvariantCulture)));
        Add(TokenKind.RightRound, 1);
    }

    // x₁ is x1.
    private static string WithPlainDigits(string name) =>
        name.AsSpan().IndexOfAnyInRange('₀', '₉') < 0 ? name : string.Concat(name.Select(static c => c is >= '₀' and <= '₉' ? (char)('0' + (c - '₀')) : c));

    private void ReadNumber()
    {
        var token = NumberScanner.Scan(text, _position, budget.Limits);
        Add(token);
        _position = token.End;
    }

    private void ReadName()
    {
        var end = _position;
        while (IsNamePart(end)) end++;
        if (end - _position > budget.Limits.NameLength)
            throw SyntaxLimits.NameTooLong(budget.Limits, end - _position, new TextSpan(_position, end));

        // The micro sign of keyboards is the Greek letter.
        var name = text[_position..end].Replace('µ', 'μ');
        switch (name)
        {
            case "and": Add(TokenKind.And, 3); break;
            case "or": Add(TokenKind.Or, 2); break;
            case "not": Add(TokenKind.Not, 3); break;
            case "π": Add(TokenKind.Name, 1, "pi"); break;
            default: Add(TokenKind.Name, name.Length, WithPlainDigits(name)); break;
        }
    }

    private void ReadSuperscript()
    {
        var end = _position;
        var spelling = new StringBuilder();
        for (; end < text.Length && Characters.Superscript(text[end]) is var c and not '\0'; end++)
        {
            if (!char.IsAsciiDigit(c) && end > _position)
                throw new FormulaException("A superscript is a whole number.", new TextSpan(_position, end + 1), "write '^' and brackets");
            if (c != '+') spelling.Append(c);
        }

        var span = new TextSpan(_position, end);
        if (spelling.Length == 0 || !char.IsAsciiDigit(spelling[^1]))
            throw new FormulaException("A superscript is a whole number; this one has no digits.", span, "write '^' and brackets");
        if (end - _position > budget.Limits.LiteralLength)
            throw SyntaxLimits.LiteralTooLong(budget.Limits, end - _position, span);
        Add(TokenKind.Superscript, end - _position, spelling.ToString());
    }
}
