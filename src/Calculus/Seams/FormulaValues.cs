using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
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
internal sealed class FormulaValues(BoundDefinition bound, Func<Expression, string> print, Func<int, string> nameOf, Budget budget)
{
    private const int MostKinks = 20;

    /// <summary>With more points, they are a curve or a cloud, and doubles suffice.</summary>
    public const int MostNamed = 100;

    // With more entries, not every slope is followed on both sides.
    private const int MostEntriesAtSeams = 64;

    private readonly CertainFormulas _certain = new(bound, budget);

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
    private SeamValues AtSeams => _atSeams ??= new SeamValues(bound, Seams, nameOf, Beside);

    private Budget Beside => _beside ??= budget.Besides();

    /// <summary>Formulas at one point that a request names: every number is right to <see cref="Certifier.Tolerance"/>, or has a note.</summary>
    /// <param name="formulas">The function's derivatives, or other formulas of its variables.</param>
    /// <param name="point">The coordinates, as the function's layout has them; each stands for the shortest decimal that reads as it.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    /// <exception cref="LimitException">The work goes beyond a limit.</exception>
    public Evaluation At(IReadOnlyList<DerivedFormula> formulas, double[] point)
    {
        using var stage = budget.In(Stage.Evaluate);
        var evaluator = EvaluatorOf(formulas);
        var layout = evaluator.Outputs;
        var numbers = evaluator.At(point);
        var known = _certain.Of(formulas, point, numbers);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = known[i].Value;
        var (kinks, notes) = (new List<KinkReport>(), new List<Note>());
        var value = layout.Value(formulas.Count, numbers);
        if (value.Shape.IsScalar && double.IsNaN(value.Number)) numbers.AsSpan(0, layout.Offset(formulas.Count)).Fill(double.NaN);
        else if (AreDerived(formulas))
        {
            var isOnSeam = _certain.IsOn(Seams, point);
            if (isOnSeam || Array.Exists(known[..layout.Offset(formulas.Count)], static each => each.Certainty == Certainty.NoValue))
                Settle(formulas, layout, point, numbers, isOnSeam ? null : known, kinks, notes);
        }

        notes.AddRange(CertaintyWording.Of(formulas, layout, numbers, known, print));
        IReadOnlyList<Note> onValue = [.. CertaintyWording.OfValue(formulas.Count, layout, numbers, known)];
        var at = new Evaluation(point, layout.Value(formulas.Count, numbers), layout.Split(numbers)[..^1], kinks, [.. notes, .. onValue]) { NotesOnValue = onValue };
        if (!Array.TrueForAll(at.Value.Entries, double.IsFinite)) return at with { Notes = [.. at.Notes, .. Undefined([Function], point)] };
        return at.Values.All(static value => Array.TrueForAll(value.Entries, double.IsFinite)) ? at : at with { Notes = [.. at.Notes, .. Undefined(formulas, point)] };
    }

    /// <summary>The same in doubles alone, as fast as a descent needs it, and without notes on what has no value. What it costs does not depend on what was asked before.</summary>
    internal Evaluation ValuesAt(IReadOnlyList<DerivedFormula> formulas, double[] point)
    {
        _atSeams?.Leave();
        using var stage = budget.In(Stage.Evaluate);
        var evaluator = EvaluatorOf(formulas);
        var numbers = evaluator.At(point);
        var (kinks, notes) = (new List<KinkReport>(), new List<Note>());
        var layout = evaluator.Outputs;
        var value = layout.Value(formulas.Count, numbers);
        if (value.Shape.IsScalar && double.IsNaN(value.Number)) numbers.AsSpan(0, layout.Offset(formulas.Count)).Fill(double.NaN);
        else if (AreDerived(formulas) && TouchesSeam(point)) Settle(formulas, layout, point, numbers, null, kinks, notes);
        return new Evaluation(point, value, layout.Split(numbers)[..^1], kinks, notes);
    }

    /// <summary>Formulas at many points, each with the numbers that <see cref="At"/> gives there.</summary>
    /// <param name="formulas">The function's derivatives, or other formulas of its variables.</param>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points there are.</param>
    public Evaluations AtMany(IReadOnlyList<DerivedFormula> formulas, double[] columns, int count)
    {
        using var stage = budget.In(Stage.Evaluate);
        if (count <= MostNamed) return Named(formulas, columns, count);
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
            Settle(formulas, layout, point, own, null, kinks, notes);
            for (var i = 0; i < derived; i++) numbers[(i * count) + k] = own[i];
        }

        double[][] all = [.. Enumerable.Range(0, layout.Count).Select(i => numbers[(i * count)..((i + 1) * count)])];
        return new Evaluations(all[derived..], all[..derived], kinks, notes);
    }

    // Points of a request, one by one.
    private Evaluations Named(IReadOnlyList<DerivedFormula> formulas, double[] columns, int count)
    {
        var layout = EvaluatorOf(formulas).Outputs;
        var (kinks, notes) = (new List<KinkReport>(), new List<Note>());
        double[][] all = [.. Enumerable.Range(0, layout.Count).Select(_ => new double[count])];
        for (var k = 0; k < count; k++)
        {
            var at = At(formulas, [.. Enumerable.Range(0, bound.Layout.Count).Select(i => columns[(i * count) + k])]);
            var numbers = Layout.Join([.. at.Values, at.Value]);
            for (var i = 0; i < numbers.Length; i++) all[i][k] = numbers[i];
            kinks.AddRange(at.Kinks.Where(kink => !kinks.Exists(known => IsSame(known, kink))).Take(MostKinks - kinks.Count));
            notes.AddRange(at.Notes.Except(notes).Take(MostKinks - notes.Count));
        }

        var derived = layout.Offset(formulas.Count);
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

    private void Settle(IReadOnlyList<DerivedFormula> formulas, Layout layout, double[] point, double[] numbers, Certificate[]? known, List<KinkReport> kinks, List<Note> notes)
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
                    if (known is not null && known[layout.Offset(i) + entry].Certainty != Certainty.NoValue) continue;
                    if (isLarge && (double.IsFinite(number) || looks++ >= MostEntriesAtSeams)) continue;
                    var settled = AtSeams.At(formulas[i], entry, point, number, atEdge: known is not null);
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
            var seen = Evaluator.AsWritten([.. formulas.Select(static formula => formula.Formula)], bound.Variables, bound.Data, budget);
            var exact = Evaluator.AsWritten([.. formulas.Select(static formula => formula.Exact)], bound.Variables, bound.Data, budget);
            return (seen.FirstNonFinite(point) ?? exact.FirstNonFinite(point)) is { } culprit
                ? [new Note(NoteCodes.OutsideDomain, $"{print(culprit)} has no finite value at this point.")]
                : [];
        },
        []);
}
