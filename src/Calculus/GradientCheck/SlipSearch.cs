using System.Globalization;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Programs.Arrays;

namespace Calculus.GradientCheck;

/// <summary>Looks for the slip that leads to what is claimed, by trying every one of the catalogue.</summary>
/// <param name="written">The definition as written, in a graph that rewrites nothing and has a budget of its own.</param>
/// <param name="inputs">Its variables, in the order of a point's coordinates.</param>
/// <param name="data">Values of its constants.</param>
/// <param name="print">An expression as people read it.</param>
internal sealed class SlipSearch(Expression written, IReadOnlyList<Symbol> inputs, IReadOnlyDictionary<string, double> data, Func<Expression, string> print)
{
    private const int MostDiagnoses = 3;
    private const int MostEdits = 4_000;

    // Rounding of single precision: a claim may have been computed in it.
    private const double Same = 2e-6;

    private readonly EditedDerivatives _edited = new(written);

    /// <summary>Where vectors and matrices occur: the values of all constants.</summary>
    public IReadOnlyDictionary<string, ArrayValue>? Arrays { get; init; }

    // A slip that would lead to a claim; the smaller its tier, the readier it is believed.
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
                suspicions.AddRange(FromValues(component));
                AddFromRules(component, suspicions);
            }
            catch (LimitException)
            {
                isCut = true; // told to the client by a note
            }

            found.Add(suspicions);
        }

        var common = found.Select(static suspicions => suspicions.Select(static each => each.Slip.Id).ToHashSet(StringComparer.Ordinal))
            .Aggregate((HashSet<string>?)null, static (all, ids) =>
            {
                if (all is null) return ids;
                all.IntersectWith(ids);
                return all;
            }) ?? [];
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

    private static string Evidence(Component component, Suspicion suspicion) => component.Directions is not null
        ? "With this mistake the derivative equals the claim in every entry."
        : component.IsFormula
        ? string.Create(CultureInfo.InvariantCulture, $"With this mistake the derivative equals the claim at all {component.Claimed.Length} points compared.")
        : string.Create(CultureInfo.InvariantCulture, $"With this mistake the derivative at the point would be {suspicion.Value:G7}; {component.Claimed[0]:G7} is claimed and {component.Exact[0]:G7} is right. One number can have several causes: claim the formula to be sure.");

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
            foreach (var edit in _edited.By(inputs[component.Place]).Take(MostEdits)) edits.Add(edit);
        }
        finally
        {
            // What was found before the budget was spent is tried all the same.
            if (edits.Count > 0) Try(component, edits, suspicions);
        }
    }

    private void Try(Component component, List<EditedDerivative> edits, List<Suspicion> suspicions)
    {
        Expression[] outputs = [.. edits.Select(static edit => edit.Change).Distinct()];
        var places = new Dictionary<Expression, int>(outputs.Length);
        for (var i = 0; i < outputs.Length; i++) places[outputs[i]] = i;
        var budget = new Budget(written.Graph.Budget.Limits, written.Graph.Budget.Cancellation);
        var count = component.Claimed.Length;
        var changes = Arrays is null ? Changes(component, outputs, budget) : ChangesOfArrays(component, outputs, budget);

        var values = new double[count];
        foreach (var edit in edits)
        {
            for (var k = 0; k < count; k++) values[k] = component.Exact[k] + changes[k][places[edit.Change]];
            // The difference may cancel: what is left of it is good to the rounding of its parts.
            var slack = 1e-12 * component.Exact.Max(Math.Abs);
            if (!Explains(component, values, slack)) continue;
            var rank = Slips.InRules.IndexOf(edit.Slip);
            suspicions.Add(new Suspicion(edit.Slip, edit.IsEverywhere ? 2 : 1, rank, edit.Words, values[0]));
        }
    }

    private double[][] Changes(Component component, Expression[] outputs, Budget budget)
    {
        string[] names = [.. inputs.Select(static symbol => symbol.Name)];
        var program = Lowering.Compile(outputs, inputs, data, names, budget);
        var changes = new double[component.Claimed.Length][];
        for (var k = 0; k < changes.Length; k++)
        {
            changes[k] = new double[outputs.Length];
            program.Evaluate(component.Gradient.Points[k], changes[k], budget);
        }

        return changes;
    }

    private double[][] ChangesOfArrays(Component component, Expression[] outputs, Budget budget)
    {
        var direction = _edited.DirectionOf(inputs[component.Place]);
        var program = ArrayProgram.Compile(outputs, direction is null ? inputs : [.. inputs, direction], Arrays!, budget);
        var changes = new double[component.Claimed.Length][];
        for (var k = 0; k < changes.Length; k++)
        {
            var (values, next) = (new List<ArrayValue>(), 0);
            foreach (var input in inputs)
            {
                var count = (int)input.Shape.Count;
                values.Add(new ArrayValue(input.Shape, component.Gradient.Points[k][next..(next + count)]));
                next += count;
            }

            if (direction is not null) values.Add(new ArrayValue(direction.Shape, component.Directions![k]));
            changes[k] = [.. program.Evaluate(values, budget).Select(static change => change.Number)];
        }

        return changes;
    }

    private static bool Explains(Component component, double[] values, double slack)
    {
        for (var k = 0; k < values.Length; k++)
        {
            var claimed = component.Claimed[k];
            if (!double.IsFinite(values[k])) return false;
            if (Math.Abs(claimed - values[k]) > slack + (component.Slack?[k] ?? 0) && !IsSame(claimed, values[k])) return false;
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
