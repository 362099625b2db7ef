using System.Collections.Immutable;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Verification;

/// <summary>
/// Formulas that hold for any lengths, which are letters. They are compared where the letters are numbers: the definition is bound
/// again, and the formulas are made again with these lengths.
/// </summary>
internal static class Lengths
{
    // Distinct lengths, so that no axis is mistaken for another. At first there are more rows than columns, as in data; then fewer; then all
    // are long enough for entries that a definition names by their numbers.
    private static readonly ImmutableArray<ImmutableArray<int>> s_lengths = [[5, 3, 4, 2, 7, 6, 8, 9], [3, 5, 2, 4, 6, 7, 9, 8], [13, 11, 12, 10, 15, 14, 16, 17]];

    /// <summary>The verdict on a claim with letters for lengths.</summary>
    /// <param name="claim">The formulas, and what they are said to be.</param>
    /// <param name="verify">The verdict on a claim with numbers for lengths.</param>
    /// <param name="budget">What the check may spend, apart from the question.</param>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    public static Verdict Verified(Claim claim, Func<Claim, Verdict> verify, Budget budget)
    {
        string[] letters = [.. claim.Bound.Context.Shapes.Values.SelectMany(static shape => shape.Dimensions.ToArray()).Select(static length => length.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (letters.Length > s_lengths[0].Length) return Verifier.Open("Too many lengths are letters here to try numbers for all of them.");
        var none = Verifier.Open("Lengths are letters here, but the definition has no meaning for the numbers that were tried.");
        foreach (var numbers in s_lengths)
        {
            var lengths = letters.Zip(numbers).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
            try
            {
                var verdict = verify(At(claim, lengths, budget));
                var said = $"Lengths are letters here; these were compared: {string.Join(", ", lengths.Select(static pair => $"{pair.Key} = {pair.Value}"))}.";
                none = verdict with { Reason = verdict.Reason is { } reason ? $"{said} {reason}" : said };
                if (verdict.Verified is not null) break;
            }
            catch (FormulaException)
            {
                // For example, the text names an entry beyond this length: a greater length may have it.
            }
        }

        return none;
    }

    private static Claim At(Claim claim, Dictionary<string, int> lengths, Budget budget)
    {
        // A letter for a length may also occur in the text as a number.
        var (definition, context) = (claim.Bound.Definition, claim.Bound.Context);
        var data = new Dictionary<string, double>(context.Data, StringComparer.Ordinal);
        var signature = definition.Statements[^1].Parameters?.Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var (letter, length) in lengths)
        {
            if (!signature.Contains(letter)) data[letter] = length;
        }

        var graph = new Graph(budget);
        var shapes = context.Shapes.ToDictionary(static entry => entry.Key, entry => Known(entry.Value), StringComparer.Ordinal);
        var bound = Binder.Bind(definition, context with { Data = data, Shapes = shapes }, graph);
        var made = WithLengths.In(graph, lengths, [.. claim.Formulas]);
        return claim with { Bound = bound, Formulas = [.. claim.Formulas.Select(formula => graph.Fit(made[formula], Known(formula.Shape)))] };

        Shape Known(Shape shape) => new([.. shape.Dimensions.ToArray().Select(length => length.Name is { } letter ? lengths[letter] : length)]);
    }
}
