using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.GradientCheck;
using Calculus.Numerics;
using Calculus.Programs;
using Calculus.Simplification;

namespace Calculus;

/// <summary>A gradient that someone claims, compared with the right one.</summary>
public sealed partial class Study
{
    private const int PointsAround = 8;

    // The largest errors first: who has a thousand wrong components has one mistake.
    private const int MostDiagnosed = 16;

    // Some four hundred values for one numeric derivative.
    private const long NumericValues = 400;
    private const long NumericOperations = 50_000_000;

    private const int LongestPart = 80;

    /// <summary>Compares claimed partial derivatives with the right ones, and looks for the slips that explain the wrong ones.</summary>
    /// <param name="claims">The claims, at most one for each variable.</param>
    /// <param name="point">One number for each of <see cref="Variables"/>; of vectors and matrices the entries in order, a matrix row by row.</param>
    /// <param name="tolerance">The relative tolerance; by default that of <see cref="Agreement"/> for numbers and for formulas.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    /// <exception cref="LimitException">More entries are claimed than are checked at once.</exception>
    public GradientReport CheckGradient(IReadOnlyList<Claim> claims, double[] point, double? tolerance = null)
    {
        if (HasArrays) return CheckArrayGradient(claims, point, tolerance);
        var formulas = Gradient([.. claims.Select(claim => Variables[claim.Place])]);
        Expression[] claimed = [.. claims.Select(static claim => claim.Formula).OfType<Expression>()];
        var gradient = InNumbers(claims, claimed, point, out var claimedValues, out var uncertainty);
        if (!double.IsFinite(gradient.Values[0])) NoteUndefined([Function], point);
        else if (claims.Any(claim => !double.IsFinite(gradient.Exact[claim.Place][0]))) NoteUndefined([.. formulas], point);
        var zero = Agreement.ZeroTolerance * LargestOf(gradient);
        var numeric = NumericValues * Operations * claims.Count <= NumericOperations;

        var reports = new List<ComponentReport>();
        var components = new List<Component>();
        for (var i = 0; i < claims.Count; i++)
        {
            var claim = claims[i];
            double[] values = claim.Formula is null ? [claim.Number] : claimedValues[Array.IndexOf(claimed, claim.Formula)];
            var exact = gradient.Exact[claim.Place];
            var judged = Judgement.Of(
                values, exact, uncertainty[claim.Place], SlopesAtKink(claim.Place, point),
                tolerance ?? (claim.Formula is null ? Agreement.NumberTolerance : Agreement.FormulaTolerance), zero);
            reports.Add(new ComponentReport(
                claim, values[0], exact[0], formulas[i],
                numeric ? NumericDerivative.Of(Along(Function, claim.Place, point), point[claim.Place]).Value : null,
                double.IsFinite(values[0]) && double.IsFinite(exact[0]) ? Agreement.RelativeError(values[0], exact[0]) : double.NaN,
                judged.Correct, judged.Precision, judged.Compared.Count,
                judged.DiffersAt is { } k ? gradient.Points[k] : null, judged.Remark, []));
            int[] compared = claim.Formula is null ? [0] : [.. judged.Compared];
            components.Add(new Component(
                gradient with
                {
                    Points = [.. compared.Select(k => gradient.Points[k])],
                    Values = [.. compared.Select(k => gradient.Values[k])],
                    Exact = [.. gradient.Exact.Select(column => compared.Select(k => column[k]).ToArray())],
                },
                claim.Place, [.. compared.Select(k => values[k])]));
        }

        int[] wrong = [.. Enumerable.Range(0, reports.Count).Where(i => reports[i].Correct == false && components[i].Claimed.Length > 0)
            .OrderByDescending(i => reports[i].RelativeError).Take(MostDiagnosed).Order()];
        var found = Diagnose([.. wrong.Select(i => components[i])], out var isCut);
        for (var i = 0; i < wrong.Length; i++) reports[wrong[i]] = reports[wrong[i]] with { Diagnoses = found[i] };
        return Summary(reports, wrong, isCut);
    }

    private GradientReport Summary(List<ComponentReport> reports, int[] wrong, bool isCut)
    {
        bool? correct = reports.Exists(static report => report.Correct == false) ? false
            : reports.Exists(static report => report.Correct is null) ? null : true;
        // A slip explains the whole only if every wrong component has it for the likeliest.
        var first = wrong.Length > 1 ? Likeliest(reports[wrong[0]]) : null;
        var common = first is not null && Array.TrueForAll(wrong, i => string.Equals(Likeliest(reports[i])?.Slip, first.Slip, StringComparison.Ordinal)) ? first : null;
        return new GradientReport(correct, Verdict.Of(correct, reports, Variables, common), common, reports, isCut);
    }

    private static Diagnosis? Likeliest(ComponentReport report) => report.Diagnoses is [var first, ..] ? first : null;

    private CheckedGradient InNumbers(IReadOnlyList<Claim> claims, Expression[] claimed, double[] point, out double[][] claimedValues, out double[][] uncertainty)
    {
        List<double[]> points = [point];
        // Numbers are compared at the point alone; one backward walk is enough for them.
        if (claimed.Length > 0) points.AddRange(SamplePoints.Around(point));
        var partials = Gradient(Variables);
        Expression[] outputs = [Function, .. partials, .. claimed];
        var values = EvaluateAt(outputs, points);
        var usable = Enumerable.Range(0, points.Count)
            .Where(k => k == 0 || values.Take(1 + partials.Count).All(column => double.IsFinite(column[k])))
            .Take(1 + PointsAround).ToArray();
        points = [.. usable.Select(k => points[k])];
        values = [.. values.Select(column => usable.Select(k => column[k]).ToArray())];

        // What a last digit of the point changes, rounding changes too.
        var beside = EvaluateAt(outputs, [.. points.Select(static each => Array.ConvertAll(each, static x => x * (1 + Math.ScaleB(1, -50))))]);
        uncertainty = new double[partials.Count][];
        for (var i = 0; i < uncertainty.Length; i++)
        {
            var formula = Array.IndexOf(claimed, claims.FirstOrDefault(claim => claim.Place == i)?.Formula);
            uncertainty[i] = [.. Enumerable.Range(0, points.Count).Select(k => Moved(1 + i, k) + (formula < 0 ? 0 : Moved(1 + partials.Count + formula, k)))];
        }

        claimedValues = values[(1 + partials.Count)..];
        var atPoint = new double[Variables.Count];
        Array.Fill(atPoint, double.NaN);
        foreach (var claim in claims) atPoint[claim.Place] = claim.Formula is null ? claim.Number : claimedValues[Array.IndexOf(claimed, claim.Formula)][0];
        return new CheckedGradient(
            Variables, points, values[0], values[1..(1 + partials.Count)], atPoint, Traits(),
            at => Value(Function, at), (place, at) => Value(partials[place], at));

        double Moved(int output, int k) => 4 * Math.Abs(beside[output][k] - values[output][k]) is var moved && double.IsFinite(moved) ? moved : 0;
    }

    private double[][] EvaluateAt(Expression[] outputs, List<double[]> points) =>
        EvaluateMany(outputs, [.. Enumerable.Range(0, Variables.Count).Select(i => points.Select(point => point[i]).ToArray())], points.Count);

    private static double LargestOf(CheckedGradient gradient)
    {
        var largest = gradient.Exact.Select(static column => Math.Abs(column[0])).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return largest == 0 ? 1 : largest;
    }

    /// <summary>The slopes on both sides of a point where they differ; null where there is one derivative or none to compare.</summary>
    private (double Left, double Right)? SlopesAtKink(int place, double[] point)
    {
        if (Seams() is not { } seams) return null;
        var differences = new double[seams.Outputs];
        seams.Evaluate(point, differences, _budget);
        if (!Array.Exists(differences, static difference => difference == 0)) return null;
        var (left, right) = BothSides(Derivative(Variables[place]), place, point, (ClearStep(place, point, -1), ClearStep(place, point, 1)));
        return left.IsFinite && right.IsFinite && !left.Meets(right) ? (left.Value, right.Value) : null;
    }

    private DefinitionTraits Traits()
    {
        var nodes = Reachable.From(Function);
        var numbers = nodes.OfType<Number>().Select(static number => number.Value)
            .Concat(nodes.OfType<Product>().Select(static product => product.Coefficient))
            .Concat(nodes.OfType<Sum>().SelectMany(static sum => sum.Terms.Select(static term => term.Coefficient)));
        return new DefinitionTraits(
            [.. nodes.OfType<Sum>().Select(static sum => sum.Terms.Length).Where(static count => count > 1).Distinct().Order()],
            [.. numbers.SelectMany(static n => new[] { n.Numerator, n.Denominator }).Where(static n => n > 1 && n < 1_000_000).Select(static n => (int)n).Distinct().Order().Take(16)],
            nodes.OfType<Call>().Any(static call => call.Function is Sin or Cos or Tan or Sec or Csc or Cot));
    }

    private IReadOnlyList<IReadOnlyList<Diagnosis>> Diagnose(Component[] wrong, out bool isCut)
    {
        isCut = false;
        if (wrong.Length == 0) return [];
        var budget = new Budget(_budget.Limits, _budget.Cancellation);
        BoundDefinition written;
        try
        {
            written = Binder.Bind(Definition, _binding, new Graph(budget, Rewriting.None));
        }
        catch (LimitException)
        {
            isCut = true; // told to the client by a note
            return [.. wrong.Select(static _ => Array.Empty<Diagnosis>())];
        }

        var none = new Dictionary<Symbol, Expression>();
        var own = Reachable.From(written.Function).ToHashSet();
        var search = new SlipSearch(
            written.Function, written.Variables, _context.Data,
            part => Cut(_text.Print(own.Contains(part) && !HasArrays ? part : Simplify.Of(Rebuild.In(part, _graph, none)))))
        {
            Arrays = HasArrays ? AllData : null,
        };
        return search.Of(wrong, out isCut);
    }

    private static string Cut(string text) => text.Length <= LongestPart ? text : text[..LongestPart] + "…";
}
