using System.Globalization;

namespace Calculus.Learning.Tables;

/// <summary>What separates the whole part of a number from its fraction in a file.</summary>
internal sealed class DecimalMark
{
    private readonly bool _isComma;

    private DecimalMark(bool isComma) => _isComma = isComma;

    /// <summary>1.5</summary>
    public static DecimalMark Point { get; } = new(false);

    /// <summary>1,5</summary>
    public static DecimalMark Comma { get; } = new(true);

    /// <summary>Reads a number; blanks around it are of no importance. Too large a number reads as infinite.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number; 0 where it is none.</param>
    /// <returns>False where the text is not a number.</returns>
    public bool TryRead(string text, out double number)
    {
        const NumberStyles style = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        number = 0;
        if (_isComma && text.Contains('.', StringComparison.Ordinal)) return false;
        return double.TryParse(_isComma ? text.Replace(',', '.') : text, style, CultureInfo.InvariantCulture, out number);
    }
}
