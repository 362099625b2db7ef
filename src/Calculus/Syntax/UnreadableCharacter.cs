using System.Globalization;
using System.Text;

namespace Calculus.Syntax;

/// <summary>Refuses a character that means nothing in a definition, and says what to write instead.</summary>
internal static class UnreadableCharacter
{
    /// <summary>The refusal of the character at the position, both halves of a surrogate pair together.</summary>
    public static FormulaException At(string text, int position)
    {
        if (Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            return new FormulaException("This is half a character (a lone surrogate).", new TextSpan(position, position + 1));

        var span = new TextSpan(position, position + length);
        var name = Name(rune);
        if (Rune.IsLetter(rune))
            return new FormulaException(
                $"{name} is not a letter of this language: names are written with ASCII and Greek letters, digits and '_'.", span);

        if (Rune.IsDigit(rune))
            return new FormulaException($"{name} is not a digit of this language: numbers are written with 0 to 9.", span,
                string.Create(CultureInfo.InvariantCulture, $"write {(int)Rune.GetNumericValue(rune)}"));

        return new FormulaException($"{name} has no meaning here.", span, Hint(rune));
    }

    // Characters that are invisible, or change the direction of what follows, are named by number alone.
    private static string Name(Rune rune)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
        var visible = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);
        if (!visible) return $"The character {number}";
        return rune.IsAscii ? $"'{rune}'" : $"'{rune}' ({number})";
    }

    private static string? Hint(Rune rune) => rune.Value switch
    {
        '%' => "write /100 for a percentage, mod(a, b) for a remainder",
        '{' or '}' => "write round brackets",
        '&' => "write 'and'",
        '?' => "write if(condition, a, b)",
        '~' => "write 'not'",
        '\\' => "write '/' for a quotient; a command of LaTeX has its name behind the backslash",
        '\f' => @"of \frac JSON makes this character: write \\frac there",
        '\b' => @"of \beta JSON makes this character: write \\beta there",
        '"' or '“' or '”' => "write '' for a second derivative",
        '`' or '´' => "write ' for a derivative or a transpose",
        '.' => "a decimal point needs a digit beside it",
        '∑' => "write sum(i = 1..n, …)",
        '∏' => "write prod(i = 1..n, …)",
        '…' => "write every entry, or a range such as 1..n",
        '∛' => "write cbrt(x)",
        >= '₀' and <= '₉' => "write the digit plainly, as in x1",
        _ => null,
    };
}
