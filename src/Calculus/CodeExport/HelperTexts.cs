using System.Collections.Frozen;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.CodeExport;

/// <summary>The helpers of a language: what its library lacks, written out where it is used.</summary>
internal sealed class HelperTexts
{
    private readonly FrozenDictionary<string, string> _byName;

    private HelperTexts(FrozenDictionary<string, string> byName) => _byName = byName;

    /// <summary>The functions that code may call: the catalogue, and those that only rules produce.</summary>
    public static IEnumerable<Function> Functions =>
        Catalogue.All.Concat([RealPower.Function, SincDerivative.Function, ReciprocalOrZero.Function]);

    /// <summary>Whether a helper has this name.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>The helpers of a language.</summary>
    /// <param name="textOf">The text that defines a function's helper, or null where there is none.</param>
    /// <param name="head">What a definition in it begins with.</param>
    /// <param name="isKnown">Whether the language has a function of that name and needs no helper.</param>
    /// <param name="translated">The text in the language.</param>
    /// <param name="ofArrays">Definitions for arrays.</param>
    public static HelperTexts Of(Func<Spellings, string?> textOf, string head, Func<string, bool> isKnown, Func<string, string> translated, IEnumerable<string> ofArrays)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in ofArrays)
        {
            var own = translated(text);
            foreach (var name in Heads(text, head)) byName[name] = own;
        }

        foreach (var spellings in Functions.Select(static function => function.Spellings).OfType<Spellings>())
        {
            if (textOf(spellings) is not { Length: > 0 } text) continue;
            string[] names = [.. Heads(text, head)];
            if (isKnown(names[0])) continue;
            var own = translated(text);
            foreach (var name in names) byName[name] = own;
        }

        return new HelperTexts(byName.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The definitions that some code needs, each once, including those that they need in turn.</summary>
    public IReadOnlyList<string> NeededBy(IEnumerable<string> code)
    {
        var needed = new List<string>();
        var open = new Queue<string>(code);
        while (open.TryDequeue(out var text))
        {
            foreach (var name in CodeWords.Called(text))
            {
                if (!_byName.TryGetValue(name, out var definition) || needed.Contains(definition)) continue;
                needed.Add(definition);
                open.Enqueue(definition);
            }
        }

        return needed;
    }

    private static IEnumerable<string> Heads(string text, string head) => text.Split('\n')
        .Where(line => line.StartsWith(head, StringComparison.Ordinal))
        .Select(line => line[head.Length..line.IndexOf('(', StringComparison.Ordinal)]);
}
