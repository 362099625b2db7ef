using System.Collections.Immutable;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Verification;

/// <summary>
/// Formulas that hold for any lengths, which are letters. They are compared where the letters are numbers: the definition is bound
/// anew, and the formulas are read back from their texts, so that what is checked is what is answered.
/// </summary>
/// <param name="Definition">The definition as written.</param>
/// <param name="Context">What its names mean besides; shapes have letters.</param>
/// <param name="Variables">The names of its variables in order.</param>
/// <param name="By">The places of the variables that the derivatives are taken by.</param>
/// <param name="Texts">The formulas as they are answered, as in <see cref="ArrayClaim.Formulas"/>.</param>
/// <param name="Order">1 or 2.</param>
public sealed record LetteredClaim(Definition Definition, BindingContext Context, IReadOnlyList<string> Variables, IReadOnlyList<int> By, IReadOnlyList<string> Texts, int Order)
{
    // Distinct lengths, so that no axis is taken for another. Rows are more than columns at first, as in data; then fewer; then all are
    // long enough for entries that a definition takes by their numbers.
    private static readonly ImmutableArray<ImmutableArray<int>> s_lengths = [[5, 3, 4, 2, 7, 6, 8, 9], [3, 5, 2, 4, 6, 7, 9, 8], [13, 11, 12, 10, 15, 14, 16, 17]];

    /// <summary>The verdict on a claim. It never refuses: what cannot be told is null, with the reason.</summary>
    /// <param name="claim">The formulas, and what they are said to be.</param>
    /// <param name="budget">What the check may spend, apart from the question.</param>
    /// <exception cref="OperationCanceledException">The request was called off.</exception>
    public static Verdict Verify(LetteredClaim claim, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        var letters = claim.Letters();
        if (letters.Count > s_lengths[0].Length) return new Verdict(null, 0) { Reason = "Too many lengths are letters here to try numbers for all." };
        var none = new Verdict(null, 0) { Reason = "Lengths are letters here, and the definition has no meaning for the numbers that were tried." };
        foreach (var lengths in s_lengths)
        {
            try
            {
                var verdict = claim.At(letters.Zip(lengths).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal), budget);
                if (verdict.Verified is not null) return verdict;
                none = verdict;
            }
            catch (FormulaException)
            {
                // Such as an entry by a number that lies beyond this length: a longer one may have it.
            }
            catch (LimitException limit)
            {
                return new Verdict(null, 0) { Reason = $"The check was given up: {limit.Message}" };
            }
        }

        return none;
    }

    private List<string> Letters() =>
        [.. Context.Shapes.Values.SelectMany(static shape => shape.Dimensions.ToArray()).Select(static length => length.Name).OfType<string>().Distinct(StringComparer.Ordinal)];

    private Verdict At(Dictionary<string, int> lengths, Budget budget)
    {
        // A letter that the text uses as a number is one: its length.
        var data = new Dictionary<string, double>(Context.Data, StringComparer.Ordinal);
        var signature = Definition.Statements[^1].Parameters?.Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var (letter, length) in lengths)
        {
            if (!signature.Contains(letter)) data[letter] = length;
        }

        var context = Context with
        {
            Data = data,
            Shapes = Context.Shapes.ToDictionary(
                static entry => entry.Key, entry => new Shape([.. entry.Value.Dimensions.ToArray().Select(length => length.Name is { } letter ? lengths[letter] : length)]), StringComparer.Ordinal),
        };
        var graph = new Graph(budget);
        var bound = Binder.Bind(Definition, context, graph);
        Expression[] formulas = [.. Texts.Select(text => Read(text, context, graph, budget))];
        for (var k = 0; k < formulas.Length; k++)
        {
            var expected = ShapeOf(bound, k);
            if (formulas[k].Shape != expected)
                return new Verdict(null, 0) { Reason = $"Formula {k + 1} reads back as {formulas[k].Shape} where the derivative is {expected}." };
        }

        var verdict = ArrayVerifier.Of(new ArrayClaim(Definition, context, bound.Variables, bound.Function, By, formulas, Order), [], budget);
        var said = $"Lengths are letters here; these were compared: {string.Join(", ", lengths.Select(static pair => $"{pair.Key} = {pair.Value}"))}.";
        return verdict with { Reason = verdict.Reason is { } reason ? $"{said} {reason}" : said };
    }

    private Shape ShapeOf(BoundDefinition bound, int formula)
    {
        var columns = bound.Variables[By[formula % By.Count]].Shape;
        var rows = Order == 2 ? bound.Variables[By[formula / By.Count]].Shape : bound.Function.Shape;
        return new Shape([.. rows.Dimensions, .. columns.Dimensions]);
    }

    // Under the signature of the definition's variables; parts that were given names stand before the last statement.
    private Expression Read(string text, BindingContext context, Graph graph, Budget budget)
    {
        var name = "formula";
        while (text.Contains(name, StringComparison.Ordinal) || Variables.Contains(name, StringComparer.Ordinal)) name += "_";
        var last = text.LastIndexOf(';') + 1;
        var declared = context.Declared.Concat(Variables).Concat(context.Data.Keys).Concat(context.Arrays.Keys).Concat(context.Shapes.Keys).ToHashSet(StringComparer.Ordinal);
        var written = Variables.Count == 0 ? text : $"{text[..last]} {name}({string.Join(", ", Variables)}) = {text[last..]}";
        return Binder.Bind(DefinitionParser.Parse(written, new Vocabulary(Binder.FunctionNames, declared), budget), context, graph).Function;
    }
}
