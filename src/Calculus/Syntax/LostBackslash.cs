using System.Collections.Immutable;

namespace Calculus.Syntax;

/// <summary>
/// Commands of LaTeX whose backslash and first letter a text of JSON takes for white space: of <c>\theta</c> with one backslash it makes a tab and
/// the name <c>heta</c>, which would be read as something else.
/// </summary>
internal static class LostBackslash
{
    // Names that nobody has behind such a space. A line may well begin with u, so \nu is not among them.
    private static readonly ImmutableArray<string> s_commands =
        ["theta", "times", "tau", "tan", "tanh", "text", "tfrac", "top", "nabla", "rho", "right", "rangle", "rvert"];

    /// <summary>Refuses the white space at the position, where it was a command; otherwise null.</summary>
    public static FormulaException? At(string text, int position)
    {
        var letter = text[position] switch { '\t' => 't', '\n' => 'n', '\r' => 'r', _ => '\0' };
        if (letter == '\0' || !IsCommand(text, position, letter)) return null;
        var end = position + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        var command = string.Concat(letter.ToString(), text.AsSpan(position + 1, end - position - 1));
        if (!s_commands.Contains(command, StringComparer.Ordinal)) return null;
        return new FormulaException(
            $@"Of \{command} with one backslash a text of JSON makes white space and '{command[1..]}'.", new TextSpan(position, end), $@"write \\{command} in JSON");
    }

    // A tab at the beginning of a further line sets it in; a return before a new line ends a line.
    private static bool IsCommand(string text, int position, char letter) => letter switch
    {
        't' => position == 0 || text[position - 1] is not ('\t' or '\n' or '\r'),
        'r' => position + 1 < text.Length && text[position + 1] != '\n',
        _ => true,
    };
}
