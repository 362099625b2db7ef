using System.Text;
using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>
/// Reads a numeric literal without ever turning it into floating point, since a number is exact.
/// <code>
/// number   = digits [ "." [ digits ] ] [ exponent ] | "." digits [ exponent ]
/// exponent = ( "e" | "E" ) [ "+" | "-" ] digits
/// </code>
/// </summary>
internal static class NumberScanner
{
    private const int ExponentDigits = 6;

    /// <summary>True where a number begins.</summary>
    public static bool BeginsAt(string text, int position) =>
        IsDigit(text, position) || (text[position] == '.' && IsDigit(text, position + 1));

    /// <summary>Reads the literal that begins at the position.</summary>
    /// <returns>The token; its text has a digit on both sides of a point, a lower-case <c>e</c> and no plus sign.</returns>
    /// <exception cref="FormulaException">It has two points, an underscore, a huge exponent, or is not decimal.</exception>
    /// <exception cref="LimitException">It is longer than a literal may be.</exception>
    public static Token Scan(string text, int start, Limits limits)
    {
        if (WholeEnd(text, start) is { } end && end - start <= limits.LiteralLength)
        {
            RefuseWhatIsGluedOn(text, start, end);
            return new Token(TokenKind.Number, start, end, text[start..end]);
        }

        var spelling = new StringBuilder();
        var position = Digits(text, start, spelling);
        if (spelling.Length == 0) spelling.Append('0');

        if (IsDigit(text, position + 1) && text[position] == '.')
        {
            spelling.Append('.');
            position = Digits(text, position + 1, spelling);
        }
        else if (EndsInPoint(text, position))
        {
            position++;
        }

        position = Exponent(text, start, position, spelling);
        if (position - start > limits.LiteralLength)
            throw SyntaxLimits.LiteralTooLong(limits, position - start, new TextSpan(start, position));

        RefuseWhatIsGluedOn(text, start, position);
        return new Token(TokenKind.Number, start, position, spelling.ToString());
    }

    // Where a number ends that is digits and nothing else; null for others.
    private static int? WholeEnd(string text, int start)
    {
        var end = start;
        while (IsDigit(text, end)) end++;
        return end > start && (end == text.Length || text[end] is not ('.' or 'e' or 'E')) ? end : null;
    }

    private static bool IsDigit(string text, int position) =>
        position < text.Length && char.IsAsciiDigit(text[position]);

    private static int Digits(string text, int position, StringBuilder spelling)
    {
        for (; IsDigit(text, position); position++) spelling.Append(text[position]);
        return position;
    }

    // In 5.*x, 5./x, 5.^2, 1..n and 5.T the point belongs to what follows.
    private static bool EndsInPoint(string text, int position)
    {
        if (position >= text.Length || text[position] != '.') return false;
        if (position + 1 == text.Length) return true;
        return text[position + 1] is not ('.' or '*' or '/' or '^' or 'T');
    }

    private static int Exponent(string text, int start, int position, StringBuilder spelling)
    {
        if (position >= text.Length || text[position] is not ('e' or 'E')) return position;

        var digits = position + 1;
        var negative = digits < text.Length && Characters.IsMinus(text[digits]);
        if (negative || (digits < text.Length && text[digits] == '+')) digits++;
        if (!IsDigit(text, digits)) return position;

        while (text[digits] == '0' && IsDigit(text, digits + 1)) digits++;
        spelling.Append('e').Append(negative ? "-" : "");
        var end = Digits(text, digits, spelling);
        if (end - digits > ExponentDigits)
            throw new FormulaException(
                $"The exponent of this number has {end - digits} digits; at most {ExponentDigits} are allowed.", new TextSpan(start, end));
        return end;
    }

    private static void RefuseWhatIsGluedOn(string text, int start, int end)
    {
        if (end >= text.Length) return;

        if (text[end] == '.' && IsDigit(text, end + 1))
        {
            var stop = end + 1;
            while (IsDigit(text, stop)) stop++;
            throw new FormulaException("A number has one decimal point, and none in its exponent.", new TextSpan(start, stop));
        }

        if (text[end] == '_')
            throw new FormulaException("A number is written without '_'.", new TextSpan(end, end + 1),
                "leave the '_' out; for a product write '*'");

        if (end == start + 1 && text[start] == '0' && text[end] is 'x' or 'X' or 'b' or 'B' or 'o' or 'O' && IsDigit(text, end + 1))
            throw new FormulaException("This looks like a hexadecimal, octal or binary number; numbers here are decimal.",
                new TextSpan(start, end + 2), "write the number in decimal digits; for a product write '*'");
    }
}
