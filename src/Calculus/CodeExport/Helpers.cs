using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.CodeExport;

/// <summary>The helpers of a language: what its library lacks, written out where it is used.</summary>
internal sealed partial class Helpers
{
    private readonly FrozenDictionary<string, string> _byName;

    private Helpers(FrozenDictionary<string, string> byName) => _byName = byName;

    /// <summary>The functions that code may call: the catalogue, and those that only rules make.</summary>
    public static IReadOnlyList<Function> Functions { get; } =
        [.. Catalogue.All, RealPower.Function, SincDerivative.Function, ReciprocalOrZero.Function];

    /// <summary>The names of all helpers.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The helpers of a language.</summary>
    /// <param name="definitionOf">The text that defines a function's helper, or null where the language has the function.</param>
    public static Helpers Of(Func<Spellings, string?> definitionOf)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var spellings in Functions.Select(static function => function.Spellings).OfType<Spellings>())
        {
            if (definitionOf(spellings) is not { Length: > 0 } text) continue;
            foreach (Match match in Definitions().Matches(text)) byName[match.Groups["name"].Value] = text;
        }

        return new Helpers(byName.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The definitions that some code needs, each once, with those that they need in turn.</summary>
    public IReadOnlyList<string> NeededBy(IEnumerable<string> code)
    {
        var needed = new List<string>();
        var open = new Queue<string>(code);
        while (open.TryDequeue(out var text))
        {
            foreach (Match match in Calls().Matches(text))
            {
                if (!_byName.TryGetValue(match.Value, out var definition) || needed.Contains(definition)) continue;
                needed.Add(definition);
                open.Enqueue(definition);
            }
        }

        return needed;
    }

    /// <summary>The heads of the definitions in C.</summary>
    public static IEnumerable<string> Heads(IEnumerable<string> definitions) =>
        definitions.SelectMany(static text => CHeads().Matches(text)).Select(static match => match.Value);

    [GeneratedRegex(@"^(def|double|(private )?static double|function| {4}def| {4}from jax\.scipy\.special import \w+ as) (?<name>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Definitions();

    [GeneratedRegex(@"(?<![\w.])[a-z]\w*(?=\()", RegexOptions.CultureInvariant)]
    private static partial Regex Calls();

    [GeneratedRegex(@"^static double \w+\([^)]*\)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex CHeads();
}
