using Calculus.Syntax;

namespace Calculus;

/// <summary>An equation lhs = rhs as the function lhs − (rhs), whose places can be told in the equation's own text.</summary>
/// <param name="Function">The definition of the difference.</param>
/// <param name="Sign">Where the equals sign stands in the equation.</param>
/// <param name="Sides">The definitions of the two sides alone, at the places where they stand in the equation.</param>
internal sealed record Equation(string Function, int Sign, IReadOnlyList<string> Sides)
{
    /// <summary>Reads the last statement of a text as an equation.</summary>
    /// <exception cref="FormulaException">It has no equals sign, or more than one.</exception>
    public static Equation Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = WithoutMarks(text);
        var (start, end, depth) = (0, text.Length, 0);
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ';')) end--;
        for (var i = 0; i < end; i++)
        {
            depth += text[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (text[i] == ';' || (text[i] == '\n' && depth <= 0)) start = i + 1;
        }

        var (sign, braces) = (-1, 0);
        for (var i = start; i < end; i++)
        {
            braces += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (braces > 0 || text[i] != '=' || (i > 0 && "<>!=:".Contains(text[i - 1], StringComparison.Ordinal)) || (i + 1 < end && text[i + 1] == '=')) continue;
            if (sign >= 0) throw new FormulaException("An equation has one equals sign, and this one has two.", new TextSpan(i, i + 1));
            sign = i;
        }

        if (sign < 0) throw new FormulaException("An equation is expected here, and this has no equals sign.", new TextSpan(start, end), "write lhs = rhs, as in x^2 + y^2 = 25");
        if (text.AsSpan(start, sign - start).IsWhiteSpace()) throw new FormulaException("There is nothing before the equals sign.", new TextSpan(sign, sign + 1));
        if (text.AsSpan(sign + 1, end - sign - 1).IsWhiteSpace()) throw new FormulaException("There is nothing behind the equals sign.", new TextSpan(sign, sign + 1));
        var right = $"{text[..start]}{new string(' ', sign + 1 - start)}{text[(sign + 1)..end]}";
        var (open, close) = IsSum(text.AsSpan(sign + 1, end - sign - 1)) ? ('(', ')') : (' ', ' ');
        return new Equation($"{text[..sign]}-{open}{text[(sign + 1)..end]}{close}", sign, [text[..sign], right]);
    }

    // Only a sum, a condition or a choice needs brackets behind a minus.
    private static bool IsSum(ReadOnlySpan<char> side) =>
        side.IndexOfAnyExcept(s_ofProducts) >= 0;

    private static readonly System.Buffers.SearchValues<char> s_ofProducts =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.*^ ");

    // What only sets LaTeX as mathematics is no part of an equation.
    private static string WithoutMarks(string text) => text.Contains('$', StringComparison.Ordinal) || text.Contains(@"\[", StringComparison.Ordinal) || text.Contains(@"\(", StringComparison.Ordinal)
        ? text.Replace("$", " ", StringComparison.Ordinal).Replace(@"\[", "  ", StringComparison.Ordinal).Replace(@"\]", "  ", StringComparison.Ordinal).Replace(@"\(", "  ", StringComparison.Ordinal).Replace(@"\)", "  ", StringComparison.Ordinal)
        : text;

    /// <summary>A stretch of <see cref="Function"/> as one of the equation.</summary>
    public TextSpan InEquation(TextSpan span) => new(Place(span.Start), Place(span.End));

    // The minus and its bracket are one character more than the equals sign; the closing bracket stands behind the end.
    private int Place(int place) => Math.Min(place <= Sign ? place : place - 1, Function.Length - 2);
}
