using Library = Calculus.Budgets.Limits;

namespace CalcApi.Limits;

/// <summary>What the library's limits count, in a sentence each.</summary>
internal static class LibraryLimitMeanings
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        [nameof(Library.TextLength)] = "Characters in one definition.",
        [nameof(Library.Tokens)] = "Tokens in one definition.",
        [nameof(Library.SyntaxNodes)] = "Nodes of the syntax tree of one definition.",
        [nameof(Library.Depth)] = "Depth of nesting of whatever makes nodes: calls, powers, signs.",
        [nameof(Library.Brackets)] = "Brackets nested directly in one another.",
        [nameof(Library.NameLength)] = "Characters in one name.",
        [nameof(Library.LiteralLength)] = "Characters in one numeric literal.",
        [nameof(Library.Variables)] = "Variables of one function.",
        [nameof(Library.DerivativeOrder)] = "Order of a derivative.",
        [nameof(Library.GraphNodes)] = "Nodes of the shared expression graph, over all passes of a request.",
        [nameof(Library.ExactBits)] = "Bits in the numerator or the denominator of an exact number.",
        [nameof(Library.SimplificationTrials)] = "Nodes that the trials of simplification look at; beyond that the best form reached is given.",
        [nameof(Library.PrintedLength)] = "Characters of one printed text.",
        [nameof(Library.Steps)] = "Steps of one explanation.",
        [nameof(Library.StepsLength)] = "Characters of all lines of one explanation, as text and as LaTeX.",
        [nameof(Library.Operations)] = "Elementary operations that a quick question may spend on numbers.",
        [nameof(Library.AllocatedBytes)] = "Bytes of memory that a quick question allocates, whether it keeps them or not; a backstop, since the other limits count work.",
        [nameof(Library.CheckedEntries)] = "Entries of a claimed gradient of vectors and matrices.",
        [nameof(Library.ArrayEntries)] = "Entries of vectors and matrices that are held at once.",
        [nameof(Library.CriticalOperations)] = "Elementary operations that a search for critical points spends on ranges; beyond that the answer says what is undecided.",
        [nameof(Library.CriticalPoints)] = "Critical points that are searched for; beyond that the answer says what is undecided.",
    };

    /// <summary>The sentence of a limit.</summary>
    /// <exception cref="KeyNotFoundException">The limit has no sentence: an error that a test finds.</exception>
    public static string Of(string name) => Sentences[name];
}
