using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Programs;
using Calculus.Seams;
using Calculus.Simplification;

namespace Calculus.GradientCheck;

/// <summary>Compares claimed partial derivatives with the right ones, and looks for the slips that explain the wrong ones.</summary>
/// <param name="bound">The function, a number.</param>
/// <param name="partials">Its derivative by each variable.</param>
/// <param name="numbers">The function and its derivatives as numbers, with the limits of both sides where branches meet.</param>
/// <param name="print">A formula as people read it.</param>
/// <param name="budget">Pays for everything but the search for slips, which has as much of its own.</param>
internal sealed class GradientChecker(BoundDefinition bound, IReadOnlyList<DerivedFormula> partials, FormulaValues numbers, Func<Expression, string> print, Budget budget)
{
    // The largest errors first: a thousand wrong components usually have one cause.
    private const int MostDiagnosed = 16;

    // Some four hundred values for one numeric derivative.
    private const long NumericValues = 400;
    private const long NumericOperations = 50_000_000;

    // The most entries of a claim whose slopes are also measured on both sides.
    private const int MostMeasured = 64;

    private readonly IReadOnlyList<string> _variables = [.. bound.Variables.Select(static symbol => symbol.Name)];
    private readonly Evaluator _function = Evaluator.Of([bound.Function], bound.Variables, bound.Data, budget);
    private readonly Dictionary<int, Evaluator> _slopes = [];

    /// <summary>Compares claims with what is right.</summary>
    /// <param name="claims">The claims, at most one for each variable, each in the shape of its variable or of its transpose.</param>
    /// <param name="point">One number for each coordinate.</param>
    /// <param name="tolerance">The relative tolerance; by default that of <see cref="Agreement"/> for values and for formulas.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    /// <exception cref="LimitException">More entries are claimed than are checked at once.</exception>
    public GradientReport Check(IReadOnlyList<Claim> claims, double[] point, double? tolerance)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(point);
        var (entries, most) = (claims.Sum(claim => bound.Layout.Length(claim.Place)), budget.Limits.CheckedEntries);
        if (entries > most) throw new LimitException("checkedEntries", most, $"The claimed gradient has {entries} entries; at most {most} are checked.", entries);

        var samples = Sample.Around(point, claims, partials, numbers, bound, budget);
        var isMeasured = NumericValues * _function.Operations * entries <= NumericOperations;
        Judgement[] judged = [.. claims.Select((claim, i) => Judged(claim, i, samples, tolerance))];
        ComponentReport[] reports = [.. claims.Select((claim, i) => Report(claim, samples, judged[i], samples[0].Claimed[i], isMeasured))];
        int[] wrong =
        [
            .. Enumerable.Range(0, reports.Length).Where(i => reports[i].Correct == false && judged[i].Compared.Count > 0)
                .OrderByDescending(i => reports[i].RelativeError).Take(MostDiagnosed).Order(),
        ];
        var gradient = InNumbers(claims, samples[0], entries);
        var searched = wrong.Where(i => !IsTurned(claims[i]))
            .Select(i => (Place: i, Component: new Component(gradient, claims[i].Place, [.. judged[i].Compared.SelectMany(k => Comparison.Of(samples[k], claims[i], i))])))
            .Where(static each => each.Component.Comparisons.Count > 0).ToList();
        var found = Diagnoses([.. searched.Select(static each => each.Component)], out var isCut);
        for (var i = 0; i < searched.Count; i++) reports[searched[i].Place] = reports[searched[i].Place] with { Diagnoses = found[i] };
        return Summary(reports, wrong, isCut) with { Notes = numbers.At(partials, point).Notes };
    }

    private GradientReport Summary(ComponentReport[] reports, int[] wrong, bool isCut)
    {
        bool? correct = Array.Exists(reports, static report => report.Correct == false) ? false
            : Array.Exists(reports, static report => report.Correct is null) ? null : true;
        // A slip explains the whole only if it is the likeliest for every wrong component.
        var first = wrong.Length > 1 ? Likeliest(reports[wrong[0]]) : null;
        var common = first is not null && Array.TrueForAll(wrong, i => string.Equals(Likeliest(reports[i])?.Slip, first.Slip, StringComparison.Ordinal)) ? first : null;
        return new GradientReport(correct, VerdictWords.Of(correct, reports, _variables, common), common, reports, isCut);
    }

    private static Diagnosis? Likeliest(ComponentReport report) => report.Diagnoses is [var first, ..] ? first : null;

    private bool IsTurned(Claim claim) => claim.Shape != bound.Variables[claim.Place].Shape;

    private ArrayValue Upright(Claim claim, ArrayValue value) => IsTurned(claim) ? value.Transposed() : value;

    private Judgement Judged(Claim claim, int i, IReadOnlyList<Sample> samples, double? tolerance)
    {
        var largest = samples[0].Gradient.SelectMany(static value => value.Entries).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var (isFormula, point, measured) = (claim.Formula is not null, samples[0].Point, 0);
        return Judgement.Of(
            [.. samples.Take(isFormula ? samples.Count : 1).Select(PairOf)], Kink,
            tolerance ?? (isFormula ? Agreement.FormulaTolerance : Agreement.NumberTolerance), Agreement.ZeroTolerance * (largest == 0 ? 1 : largest));

        Pair PairOf(Sample sample)
        {
            var (claimed, right) = (Upright(claim, sample.Claimed[i]).Entries, sample.Gradient[claim.Place].Entries);
            var (claimedBeside, rightBeside) = (Upright(claim, sample.ClaimedBeside[i]).Entries, sample.GradientBeside[claim.Place].Entries);
            return new Pair(claimed, right, [.. right.Select((x, k) => Moved(x, rightBeside[k]) + Moved(claimed[k], claimedBeside[k]))]);
        }

        (string Where, double Left, double Right)? Kink(int entry, bool differs)
        {
            var coordinate = bound.Layout.Offset(claim.Place) + entry;
            var slopes = numbers.SlopesAtKink(partials[claim.Place], entry, point);
            // With arrays, not every kink is known.
            if (slopes is null && differs && !bound.Function.Graph.IsOfNumbers && measured++ < MostMeasured)
                slopes = OneSidedSlopes.Of(Along(coordinate, point), point[coordinate]);
            return slopes is { } sides ? (bound.Variables[claim.Place].Shape.IsScalar ? "The point" : $"Along {bound.Layout.NameOf(coordinate)} the point", sides.Left, sides.Right) : null;
        }
    }

    private static double Moved(double value, double beside) => 4 * Math.Abs(beside - value) is var moved && double.IsFinite(moved) ? moved : 0;

    private ComponentReport Report(Claim claim, IReadOnlyList<Sample> samples, Judgement judged, ArrayValue claimed, bool isMeasured)
    {
        var (here, variable, right) = (samples[0], bound.Variables[claim.Place], samples[0].Gradient[claim.Place]);
        var (error, worst) = Agreement.Worst(Upright(claim, claimed).Entries, right.Entries);
        var coordinates = Enumerable.Range(bound.Layout.Offset(claim.Place), bound.Layout.Length(claim.Place));
        var report = new ComponentReport(
            claim, claimed, right, partials[claim.Place],
            isMeasured ? right with { Entries = [.. coordinates.Select(i => NumericDerivative.Of(Along(i, here.Point), here.Point[i]).Value)] } : null,
            error, variable.Shape.IsScalar || double.IsNaN(error) ? null : [.. Places.Of(variable.Shape, worst).Select(static index => index + 1)],
            judged.Correct, judged.Precision, judged.Compared.Count, judged.DiffersAt is { } k ? samples[k].Point : null, judged.Remark, []);
        return IsTurned(claim) ? report with { Correct = false, Precision = Precision.None, Diagnoses = [Transposed(claim, variable, judged.Correct == true)] } : report;
    }

    private static Diagnosis Transposed(Claim claim, Symbol variable, bool isRight)
    {
        var slip = Slips.InValues.First(static slip => string.Equals(slip.Id, "transposed", StringComparison.Ordinal));
        return new Diagnosis(
            slip.Id, slip.Title, $"The claim is {claim.Shape}, but {variable.Name} is {variable.Shape}. {slip.Meaning}",
            isRight ? "With rows and columns exchanged the claim is right." : "With rows and columns exchanged the shape is right, but some entries are still wrong.");
    }

    private CheckedGradient InNumbers(IReadOnlyList<Claim> claims, Sample here, int entries) => new(
        _variables, bound.Layout,
        [.. claims.Select((claim, i) => (claim, i)).Where(each => !IsTurned(each.claim)).Select(each => (Comparison.Sum(here.Claimed[each.i], 0), Comparison.Sum(here.Gradient[each.claim.Place], 0)))],
        entries, DefinitionTraits.Of(bound.Function, bound.Data.Values), at => _function.At(at)[0], Slope);

    private IReadOnlyList<IReadOnlyList<Diagnosis>> Diagnoses(IReadOnlyList<Component> wrong, out bool isCut)
    {
        isCut = false;
        if (wrong.Count == 0) return [];
        BoundDefinition written;
        try
        {
            written = Binder.Bind(bound.Definition, bound.Context, new Graph(new Budget(budget.Limits, budget.Cancellation), Rewriting.None));
        }
        catch (LimitException)
        {
            isCut = true; // told to the client by a note
            return [.. wrong.Select(static _ => Array.Empty<Diagnosis>())];
        }

        // Numbers are shown as they were written, arrays in the notation of matrices.
        var asWritten = new HashSet<Expression>();
        foreach (var node in Reachable.From(written.Function))
        {
            if (node.Shape.Count == 1 && Enumerable.Range(0, node.ChildCount).All(place => asWritten.Contains(node.Child(place)))) asWritten.Add(node);
        }

        var none = new Dictionary<Symbol, Expression>();
        return new SlipSearch(written, part => print(asWritten.Contains(part) ? part : Simplify.Of(Rebuild.In(part, bound.Function.Graph, none)))).Of(wrong, out isCut);
    }

    private double Slope(int place, double[] point)
    {
        if (!_slopes.TryGetValue(place, out var slope)) _slopes[place] = slope = Evaluator.Of([partials[place].Exact], bound.Variables, bound.Data, budget);
        return slope.At(point)[0];
    }

    private Func<double, double> Along(int coordinate, double[] point)
    {
        double[] moved = [.. point];
        return x =>
        {
            moved[coordinate] = x;
            return _function.At(moved)[0];
        };
    }
}
