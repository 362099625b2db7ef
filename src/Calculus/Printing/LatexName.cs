using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>
/// A name in LaTeX: Greek names as letters, digits and what follows an underscore as an index, longer names upright.
/// Only letters and digits pass as they are, so that no name can inject other LaTeX.
/// </summary>
internal static class LatexName
{
    private const string GreekNames =
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega "
        + "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega varepsilon vartheta varphi varrho varsigma varpi";

    // Letters of the Greek block and what draws them; capitals that look Latin are upright Latin letters.
    private const string GreekLetters =
        @"α\alpha β\beta γ\gamma δ\delta ε\varepsilon ζ\zeta η\eta θ\theta ι\iota κ\kappa λ\lambda μ\mu ν\nu ξ\xi οo π\pi ρ\rho "
        + @"ς\varsigma σ\sigma τ\tau υ\upsilon φ\varphi χ\chi ψ\psi ω\omega ϑ\vartheta ϕ\phi ϖ\varpi ϱ\varrho ϵ\epsilon ϐ\beta µ\mu "
        + @"Γ\Gamma Δ\Delta Θ\Theta Λ\Lambda Ξ\Xi Π\Pi Σ\Sigma Υ\Upsilon Φ\Phi Ψ\Psi Ω\Omega ϴ\Theta "
        + @"Α\mathrm{A} Β\mathrm{B} Ε\mathrm{E} Ζ\mathrm{Z} Η\mathrm{H} Ι\mathrm{I} Κ\mathrm{K} Μ\mathrm{M} Ν\mathrm{N} Ο\mathrm{O} "
        + @"Ρ\mathrm{P} Τ\mathrm{T} Χ\mathrm{X} ά\acute{\alpha} έ\acute{\varepsilon} ή\acute{\eta} ί\acute{\iota} ό\acute{o} "
        + @"ύ\acute{\upsilon} ώ\acute{\omega} ϊ\ddot{\iota} ϋ\ddot{\upsilon}";

    private static readonly FrozenSet<string> s_greekNames = GreekNames.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, string> s_greekLetters =
        GreekLetters.Split(' ').ToFrozenDictionary(static entry => entry[0], static entry => entry[1..]);

    /// <summary>The LaTeX of a symbol.</summary>
    public static string Of(Symbol symbol) =>
        symbol is { Role: SymbolRole.Constant, Name: NamedConstants.Infinity } ? @"\infty" : Of(symbol.Name);

    /// <summary>The LaTeX of a name.</summary>
    public static string Of(string name)
    {
        var places = EntryName.PlacesIn(name);
        return places.Length == 0 ? OfWhole(name) : $"{{{OfWhole(EntryName.ArrayOf(name))}}}_{{{string.Join(", ", places.Select(static place => char.IsAsciiDigit(place[0]) ? place : OfWhole(place)))}}}";
    }

    private static string OfWhole(string name)
    {
        var parts = name.Split('_');
        if (Array.Exists(parts, static part => part.Length == 0)) return Upright(name);
        var digits = parts[0].Length;
        while (digits > 0 && char.IsAsciiDigit(parts[0][digits - 1])) digits--;
        if (digits == 0 || parts[0].AsSpan(0, digits).ContainsAnyInRange('0', '9')) return Upright(name);

        var indices = new List<string>();
        if (digits < parts[0].Length) indices.Add(parts[0][digits..]);
        foreach (var part in parts.AsSpan(1)) indices.Add(Word(part));
        var body = Word(parts[0][..digits]);
        return indices.Count == 0 ? body : $"{body}_{{{string.Join(',', indices)}}}";
    }

    /// <summary>Whether a name's LaTeX would run together with the next one.</summary>
    public static bool IsWord(string latex) => latex.StartsWith(@"\mathrm{", StringComparison.Ordinal);

    private static string Word(string word)
    {
        if (s_greekNames.Contains(word)) return $@"\{word}";
        if (word.Length == 1) return Letter(word[0]);
        return word.AsSpan().ContainsAnyExceptInRange('0', '9') ? Upright(word) : word;
    }

    private static string Upright(string word)
    {
        var text = new StringBuilder(@"\mathrm{");
        foreach (var c in word)
        {
            var letter = Letter(c);
            text.Append(letter);
            if (letter.Length > 1 && char.IsAsciiLetter(letter[^1])) text.Append(' '); // otherwise \alpha and x would become \alphax
        }

        return text.Append('}').ToString();
    }

    private static string Letter(char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) return c.ToString();
        if (c == '_') return @"\_";
        return s_greekLetters.TryGetValue(c, out var greek)
            ? greek
            : string.Create(CultureInfo.InvariantCulture, $@"\mathrm{{u{(int)c:X4}}}");
    }
}
