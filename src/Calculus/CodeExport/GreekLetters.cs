using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Calculus.CodeExport;

/// <summary>Greek letters by their English names.</summary>
internal static class GreekLetters
{
    private static readonly FrozenDictionary<char, string> s_names =
        "α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi ο omicron π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega"
            .Split(' ').Chunk(2).ToFrozenDictionary(static pair => pair[0][0], static pair => pair[1]);

    /// <summary>A name in ASCII: theta for θ, Theta for Θ; other letters by their number.</summary>
    public static string Spelled(string name)
    {
        var spelled = new StringBuilder();
        foreach (var letter in name)
        {
            // Accents and variants become the plain letter: ϕ is φ, µ is μ.
            var plain = letter.ToString().Normalize(NormalizationForm.FormKD)[0];
            if (plain < 128) spelled.Append(plain);
            else if (s_names.TryGetValue(plain, out var lower)) spelled.Append(lower);
            else if (s_names.TryGetValue(char.ToLowerInvariant(plain), out var upper)) spelled.Append(char.ToUpperInvariant(upper[0])).Append(upper, 1, upper.Length - 1);
            else spelled.Append(CultureInfo.InvariantCulture, $"u{(int)letter:x4}");
        }

        return spelled.ToString();
    }
}
