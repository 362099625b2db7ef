using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.GradientCheck;

/// <summary>Looks for the slip that leads to what is claimed, by trying every one of the catalogue.</summary>
/// <param name="written">The definition as written, in a graph that rewrites nothing and has a budget of its own.</param>
/// <param name="print">An expression as people read it.</param>
internal sealed class SlipSearch(BoundDefinition written, Func<Expression, string> print)
{
    private const int MostDiagnoses = 3;
    private const int MostEdits = 4_000;

    // Rounding of single precision: a claim may have been computed in it.
    private const double Same = 2e-6;

    private readonly EditedDerivatives _edited = new(written.Function);

    // A slip that would lead to a claim; the smaller its tier, the likelier it is thought to be.
    private sealed record Suspicion(Slip Slip, int Tier, int Rank, FormattableString Words, double Value);

    /// <summary>Whether a claim is a value up to single precision, or the value rounded to the digits that the claim has.</summary>
    public static bool IsSame(double claimed, double value) =>
        Agreement.RelativeError(claimed, value) <= Same || Agreement.IsRounded(claimed, value);

    /// <summary>For each wrong component the slips that explain it, the likeliest first; those that explain every wrong component before others.</summary>
    /// <param name="wrong">The wrong components.</param>
    /// <param name="isCut">Whether the work allowed was spent before every slip was tried.</param>
    public IReadOnlyList<IReadOnlyList<Diagnosis>> Of(IReadOnlyList<Component> wrong, out bool isCut)
    {
        isCut = false;
        var found = new List<List<Suspicion>>();
        foreach (var component in wrong)
        {
            var suspicions = new List<Suspicion>();
            try
            {
                // What is right wherever it was compared has no slip.
                if (!Explains(component, component.Exact, 0))
                {
                    suspicions.AddRange(FromValues(component));
                    AddFromRules(component, suspicions);
                }
            }
            catch (LimitException)
            {
                isCut = true; // told to the client by a note
            }

            found.Add(suspicions);
        }

        var common = found.Select(static suspicions => suspicions.Select(static each => each.Slip.Id))
            .Aggregate(static (all, ids) => all.Intersect(ids, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return [.. wrong.Zip(found, (component, suspicions) => Best(component, suspicions, common))];
    }

    private List<Diagnosis> Best(Component component, List<Suspicion> suspicions, HashSet<string> common)
    {
        var ordered = suspicions
            .OrderBy(each => common.Contains(each.Slip.Id) ? 0 : 1).ThenBy(static each => each.Tier).ThenBy(static each => each.Rank)
            .DistinctBy(static each => each.Slip.Id, StringComparer.Ordinal).ToList();
        return
        [
            .. ordered
                .Where(each => each.Tier == ordered[0].Tier && common.Contains(each.Slip.Id) == common.Contains(ordered[0].Slip.Id))
                .Take(MostDiagnoses)
                .Select(each => new Diagnosis(each.Slip.Id, each.Slip.Title, $"{Text(each.Words)} {each.Slip.Meaning}", Evidence(component, each))),
        ];
    }

    private static string Evidence(Component component, Suspicion suspicion) => !component.IsNumber
        ? "With this mistake the derivative equals the claim in every entry."
        : component.HasSeveral
        ? string.Create(CultureInfo.InvariantCulture, $"With this mistake the derivative equals the claim at all {component.Comparisons.Count} points compared.")
        : string.Create(CultureInfo.InvariantCulture, $"With this mistake the derivative at the point would be {suspicion.Value:G7}; the claim is {component.Claimed[0]:G7}, and {component.Exact[0]:G7} is right. A single number can have several causes: enter the formula to be sure.");

    private static IEnumerable<Suspicion> FromValues(Component component)
    {
        var rank = -Slips.InValues.Length;
        foreach (var slip in Slips.InValues)
        {
            var place = slip.Order == 0 && !slip.IsNamedFirst ? rank + (2 * Slips.InValues.Length) + Slips.InRules.Length : rank;
            rank++;
            foreach (var guess in slip.Guesses(component))
            {
                if (Explains(component, guess.Values, guess.Slack)) yield return new Suspicion(slip, slip.Order + 1, place, guess.Words, guess.Values[0]);
            }
        }
    }

    private void AddFromRules(Component component, List<Suspicion> suspicions)
    {
        var edits = new List<EditedDerivative>();
        try
        {
            foreach (var edit in _edited.By(written.Variables[component.Place]).Take(MostEdits)) edits.Add(edit);
        }
        finally
        {
            // What was found before the budget ran out is still tried.
            if (edits.Count > 0) Try(component, edits, suspicions);
        }
    }

    private void Try(Component component, List<EditedDerivative> edits, List<Suspicion> suspicions)
    {
        Expression[] outputs = [.. edits.Select(static edit => edit.Change).Distinct()];
        var places = new Dictionary<Expression, int>(outputs.Length);
        for (var i = 0; i < outputs.Length; i++) places[outputs[i]] = i;
        var direction = _edited.DirectionOf(written.Variables[component.Place]);
        var limits = written.Function.Graph.Budget;
        var program = Evaluator.Of(
            outputs, direction is null ? written.Variables : [.. written.Variables, direction], written.Data, new Budget(limits.Limits, limits.Cancellation));
        double[][] changes = [.. component.Comparisons.Select(comparison => program.At(direction is null ? comparison.Point : [.. comparison.Point, .. comparison.Direction]))];

        // The difference may cancel: the rest is accurate to the rounding of its parts.
        var exact = component.Exact;
        var slack = 1e-12 * exact.Max(Math.Abs);
        foreach (var edit in edits)
        {
            double[] values = [.. exact.Select((right, k) => right + changes[k][places[edit.Change]])];
            if (Explains(component, values, slack))
                suspicions.Add(new Suspicion(edit.Slip, edit.IsEverywhere ? 2 : 1, Slips.InRules.IndexOf(edit.Slip), edit.Words, values[0]));
        }
    }

    private static bool Explains(Component component, double[] values, double slack)
    {
        for (var k = 0; k < values.Length; k++)
        {
            var (claimed, rounding) = (component.Comparisons[k].Claimed, component.Comparisons[k].Slack);
            if (!double.IsFinite(values[k])) return false;
            if (Math.Abs(claimed - values[k]) > slack + rounding && !IsSame(claimed, values[k])) return false;
        }

        return true;
    }

    private string Text(FormattableString words) => string.Format(
        CultureInfo.InvariantCulture,
        words.Format,
        Array.ConvertAll(words.GetArguments(), argument => argument switch
        {
            Expression expression => print(expression),
            double number => number.ToString("G7", CultureInfo.InvariantCulture),
            _ => argument,
        }));
}
