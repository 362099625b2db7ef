using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus.Seams;

/// <summary>
/// A function and its derivatives as numbers. The numbers of every answer are computed here, so that seams and kinks are treated alike on
/// every route.
/// </summary>
/// <param name="bound">The function.</param>
/// <param name="print">A formula as people read it.</param>
/// <param name="nameOf">The name of a coordinate for people.</param>
/// <param name="budget">Pays for the numbers.</param>
public sealed class FormulaValues(BoundDefinition bound, Func<Expression, string> print, Func<int, string> nameOf, Budget budget)
{
    private const int MostKinks = 20;

    // With more entries, not every slope is followed on both sides.
    private const int MostEntriesAtSeams = 64;

    private SeamSet? _seams;
    private SeamValues? _atSeams;
    private Budget? _beside;
    private bool _isSearched;
    private (IReadOnlyList<DerivedFormula>? Formulas, Evaluator? Evaluator) _last;

    /// <summary>The seams of the function; null where it has none.</summary>
    internal SeamSet? Seams
    {
        get
        {
            if (!_isSearched) (_isSearched, _seams) = (true, SeamSet.Of(bound, budget));
            return _seams;
        }
    }

    // On a budget of its own, so that a look at both sides never refuses an answer.
    private SeamValues AtSeams => _atSeams ??= new SeamValues(bound, Seams!, nameOf, Beside);

    private Budget Beside => _beside ??= budget.Besides();

    /// <summary>Formulas at one point.</summary>
    /// <param name="formulas">The function's derivatives, or other formulas of its variables.</param>
    /// <param name="point">The coordinates, as the function's layout has them.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    /// <exception cref="LimitException">The work goes beyond a limit.</exception>
    public Evaluation At(IReadOnlyList<DerivedFormula> formulas, double[] point)
    {
        var at = ValuesAt(formulas, point);
        if (!Array.TrueForAll(at.Value.Entries, double.IsFinite)) return at with { Notes = [.. at.Notes, .. Undefined([Function], point)] };
        return at.Values.All(static value => Array.TrueForAll(value.Entries, double.IsFinite)) ? at : at with { Notes = [.. at.Notes, .. Undefined(formulas, point)] };
    }

    /// <summary>The same without notes on what has no value.</summary>
    internal Evaluation ValuesAt(IReadOnlyList<DerivedFormula> formulas, double[] point)
    {
        var evaluator = EvaluatorOf(formulas);
        var numbers = evaluator.At(point);
        var (kinks, notes) = (new List<KinkReport>(), new List<Note>());
        var layout = evaluator.Outputs;
        var value = layout.Value(formulas.Count, numbers);
        if (value.Shape.IsScalar && double.IsNaN(value.Number)) numbers.AsSpan(0, layout.Offset(formulas.Count)).Fill(double.NaN);
        else if (AreDerived(formulas) && TouchesSeam(point)) Settle(formulas, layout, point, numbers, kinks, notes);
        return new Evaluation(point, value, layout.Split(numbers)[..^1], kinks, notes);
    }

    /// <summary>Formulas at many points, each with the numbers that <see cref="At"/> gives there.</summary>
    /// <param name="formulas">The function's derivatives, or other formulas of its variables.</param>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points there are.</param>
    public Evaluations AtMany(IReadOnlyList<DerivedFormula> formulas, double[] columns, int count)
    {
        var evaluator = EvaluatorOf(formulas);
        var layout = evaluator.Outputs;
        var numbers = evaluator.AtMany(columns, count);
        var (kinks, notes) = (new List<KinkReport>(), new List<Note>());
        var derived = layout.Offset(formulas.Count);
        for (var k = 0; k < count && bound.Function.Shape.IsScalar; k++)
        {
            if (!double.IsNaN(numbers[(derived * count) + k])) continue;
            for (var i = 0; i < derived; i++) numbers[(i * count) + k] = double.NaN;
        }

        foreach (var k in AreDerived(formulas) && Seams is { } seams ? seams.Touching(columns, count) : [])
        {
            double[] point = [.. Enumerable.Range(0, bound.Layout.Count).Select(i => columns[(i * count) + k])];
            double[] own = [.. Enumerable.Range(0, layout.Count).Select(i => numbers[(i * count) + k])];
            if (double.IsNaN(own[derived])) continue;
            Settle(formulas, layout, point, own, kinks, notes);
            for (var i = 0; i < derived; i++) numbers[(i * count) + k] = own[i];
        }

        double[][] all = [.. Enumerable.Range(0, layout.Count).Select(i => numbers[(i * count)..((i + 1) * count)])];
        return new Evaluations(all[derived..], all[..derived], kinks, notes);
    }

    /// <summary>Whether a point lies on a seam.</summary>
    public bool TouchesSeam(double[] point) => Seams?.Touches(point) ?? false;

    /// <summary>The slopes on both sides of a point along a coordinate, where they differ and are finite; null elsewhere.</summary>
    /// <param name="derived">A first derivative.</param>
    /// <param name="entry">Which of its entries.</param>
    /// <param name="point">The point.</param>
    public (double Left, double Right)? SlopesAtKink(DerivedFormula derived, int entry, double[] point) => TouchesSeam(point) ? AtSeams.SlopesAtKink(derived, entry, point) : null;

    // The same formulas are asked for at point after point.
    private Evaluator EvaluatorOf(IReadOnlyList<DerivedFormula> formulas)
    {
        if (_last.Evaluator is { } known && ReferenceEquals(_last.Formulas, formulas)) return known;
        var evaluator = Evaluator.Of([.. formulas.Select(static formula => formula.Exact), bound.Function], bound.Variables, bound.Data, budget);
        _last = (formulas, evaluator);
        return evaluator;
    }

    private DerivedFormula Function => DerivedFormula.Plain(bound.Function);

    private static bool AreDerived(IReadOnlyList<DerivedFormula> formulas) => formulas.Any(static formula => formula.Order > 0);

    private void Settle(IReadOnlyList<DerivedFormula> formulas, Layout layout, double[] point, double[] numbers, List<KinkReport> kinks, List<Note> notes)
    {
        try
        {
            budget.Extras.Contain("the look at kinks", () => Beside.Apart(Settled), false);
        }
        catch (LimitException)
        {
            if (notes.Count < MostKinks && !notes.Contains(TooCostly)) notes.Add(TooCostly);
        }

        bool Settled()
        {
            // Of many entries, only those are examined for which the formula gives no value.
            var isLarge = point.Length > MostEntriesAtSeams && bound.Layout.Values < point.Length;
            var looks = 0;
            if (isLarge && Jumps(formulas.First(static formula => formula.Order > 0), point) && !notes.Contains(ManyEntries)) notes.Add(ManyEntries);
            for (var i = 0; i < formulas.Count; i++)
            {
                if (formulas[i].Order == 0) continue;
                for (var entry = 0; entry < layout.Length(i); entry++)
                {
                    ref var number = ref numbers[layout.Offset(i) + entry];
                    if (isLarge && (double.IsFinite(number) || looks++ >= MostEntriesAtSeams)) continue;
                    var settled = AtSeams.At(formulas[i], entry, point, number);
                    number = settled.Value;
                    if (settled.Note is { } note && notes.Count < MostKinks && !notes.Contains(note)) notes.Add(note);
                    if (settled.Kink is { } kink && kinks.Count < MostKinks && !kinks.Exists(known => IsSame(known, kink))) kinks.Add(kink);
                }
            }

            return true;
        }
    }

    // Where the function is smooth, the change of the slopes along a direction shrinks with the step; at a kink it does not.
    private bool Jumps(DerivedFormula derived, double[] point)
    {
        const double wide = 1.0 / (1 << 20), near = wide / 64, clear = 1e-6;
        var evaluator = Evaluator.Of([derived.Exact], bound.Variables, bound.Data, budget);
        // Multiples of the golden ratio fill the interval evenly: no two entries move alike.
        double[] direction = [.. point.Select(static (entry, i) => ((2 * ((i + 1) * 0.618_033_988_749_895 % 1)) - 1) * Math.Max(1, Math.Abs(entry)))];
        var (far, close) = (Change(wide), Change(near));
        return double.IsFinite(far) && close > clear && close > far / 2;

        double Change(double step)
        {
            var (up, down) = (Moved(step), Moved(-step));
            return up.Zip(down, static (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(a))).Max();
        }

        double[] Moved(double step) => evaluator.At([.. point.Zip(direction, (entry, along) => entry + (step * along))]);
    }

    private static Note ManyEntries { get; } = new(NoteCodes.NotDifferentiable, "There is no derivative here: in some directions the slope jumps. The values are conventions.");

    private static Note TooCostly { get; } = new(NoteCodes.NotDifferentiable, "A branch changes at this point. Whether the derivative exists was not worked out within the work allowed; the values are conventions.");

    private static bool IsSame(KinkReport a, KinkReport b) => string.Equals(a.Variable, b.Variable, StringComparison.Ordinal) && a.Point.SequenceEqual(b.Point);

    // People look for the culprit in the formulas that they see.
    private IReadOnlyList<Note> Undefined(IReadOnlyList<DerivedFormula> formulas, double[] point) => budget.Extras.Try<IReadOnlyList<Note>>(
        "the note on what has no value",
        () =>
        {
            var seen = Evaluator.Of([.. formulas.Select(static formula => formula.Formula)], bound.Variables, bound.Data, budget);
            return (seen.FirstNonFinite(point) ?? EvaluatorOf(formulas).FirstNonFinite(point)) is { } culprit
                ? [new Note(NoteCodes.OutsideDomain, $"{print(culprit)} has no finite value at this point.")]
                : [];
        },
        []);
}
