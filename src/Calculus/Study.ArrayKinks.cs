using Calculus.Budgets;
using Calculus.EntryByEntry;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Numerics;
using Calculus.Syntax;
using Calculus.Verification;

namespace Calculus;

/// <summary>Points where a function of vectors and matrices has a kink, and where branches meet.</summary>
public sealed partial class Study
{
    // Each entry's slope is followed on both sides.
    private const int MostEntriesAtKinks = 64;

    private bool? _mayHaveKinks;
    private Study? _entries;
    private bool _isUnwritable;

    private bool HasNorm => Reachable.From(Function).Exists(static node => node is Reduce { Reduction: Reduction.Norm });

    private bool MayHaveKinks => _mayHaveKinks ??= Reachable.From(Function).Exists(static node => node switch
    {
        Choice => true,
        Reduce reduce => reduce.Reduction is Reduction.Largest or Reduction.Smallest or Reduction.Norm,
        Call call => call.Function.Kinks.Count > 0 || call.Function is Extremum,
        _ => false,
    });

    /// <summary>
    /// The gradient at a point where branches meet: common limits of both sides, and at kinks the conventions, which are noted. Null
    /// where no branch changes at the point, so that the formulas hold as they are.
    /// </summary>
    /// <param name="point">The variables' entries in the order of <see cref="Variables"/>, a matrix row by row.</param>
    /// <returns>One number for each entry of the point.</returns>
    public double[]? GradientAtArraySeams(double[] point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (!Function.Shape.IsScalar || !MayHaveKinks) return null;
        try
        {
            if (point.Length <= MostEntriesAtKinks && Entries() is { } written)
            {
                // A norm has its kink where all entries are 0, and its square root there no slope to speak of.
                if (written.TouchesSeam(point)) return AtSeamOf(written, point);
                if (!HasNorm) return null;
            }
        }
        catch (LimitException)
        {
            _isUnwritable = true;
            _entries = null;
        }

        try
        {
            FollowJumps(point);
        }
        catch (LimitException)
        {
            // Too much to be followed beside the answer; the values are the conventions' all the same.
        }

        return null;
    }

    private double[] AtSeamOf(Study written, double[] point)
    {
        var gradient = written.GradientAt(point);
        foreach (var note in written._notes.Where(static note => note.Code is NoteCodes.NotDifferentiable)) AddNote(note);
        _kinks.AddRange(written.Kinks.Skip(_kinks.Count));
        return gradient;
    }

    // Written out under a budget of its own: an answer that can be given is not refused for it.
    private Study? Entries()
    {
        if (_entries is not null || _isUnwritable) return _entries;
        try
        {
            return _entries = EntryByEntry(BudgetBesides());
        }
        catch (Exception reason) when (reason is UnwritableException or LimitException or FormulaException)
        {
            _isUnwritable = true;
            return null;
        }
    }

    private bool TouchesSeam(double[] point)
    {
        if (Seams() is not { } seams) return false;
        var differences = new double[seams.Outputs];
        seams.Evaluate(point, differences, _budget);
        return Array.Exists(differences, static difference => difference == 0);
    }

    // Where the function is smooth the change of the slope along a direction shrinks with the step; at a kink it stays.
    private void FollowJumps(double[] point)
    {
        const double wide = 1.0 / (1 << 20), near = wide / 64, clear = 1e-6;
        var objective = new ArrayObjective(_graph, Function, _bound.Variables, AllData, BudgetBesides());
        var chance = new Chance(Chance.SeedOf(_text.Print(Function)));
        double[] direction = [.. point.Select(entry => chance.Between(-1, 1) * Math.Max(1, Math.Abs(entry)))];
        var (far, close) = (Change(wide), Change(near));
        if (!double.IsFinite(far) || !(Math.Abs(close) > clear && Math.Abs(close) > Math.Abs(far) / 2)) return;
        if (point.Length > MostEntriesAtKinks)
        {
            AddNote(new Note(NoteCodes.NotDifferentiable, "There is no derivative here: along some directions the slope jumps. The values are conventions."));
            return;
        }

        var (value, convention) = At(point);
        for (var place = 0; place < point.Length && _kinks.Count < MostKinkNotes; place++) Follow(place);

        double Change(double step) => (Slope(step) - Slope(-step)) / Math.Max(1, Math.Abs(Slope(step)));

        double Slope(double step) => At([.. point.Zip(direction, (entry, along) => entry + (step * along))]).Gradient.Zip(direction, static (slope, along) => slope * along).Sum();

        (double Value, double[] Gradient) At(double[] x)
        {
            var gradient = new double[x.Length];
            return (objective.ValueAndGradient(x, gradient), gradient);
        }

        void Follow(int place)
        {
            double[] Moved(double x) => [.. point.Select((entry, i) => i == place ? x : entry)];
            SideLimit Side(int side, Func<double, double> of) => OneSidedLimit.Of(of, point[place], side, OneSidedLimit.Scale(point[place]) * wide);
            (SideLimit Left, SideLimit Right) Sides(Func<double, double> of) => (Side(-1, of), Side(1, of));

            var slopes = Sides(x => At(Moved(x)).Gradient[place]);
            if (slopes.Left.Meets(slopes.Right)) return;
            var values = Sides(x => objective.Value(Moved(x)));
            var isContinuous = values.Left.Is(value) && values.Right.Is(value);
            var name = Layout.NameOf(place);
            AddNote(SeamWording.NoDerivative(name, point[place], 1, isContinuous ? 1 : 0, isContinuous ? slopes : values, slopes, value, convention[place]));
            var (left, right) = (Settled(slopes.Left), Settled(slopes.Right));
            var subgradient = isContinuous && double.IsFinite(left) && double.IsFinite(right) ? new Subgradient(Math.Min(left, right), Math.Max(left, right), left <= right) : null;
            _kinks.Add(new KinkReport(name, [.. point], left, right, convention[place], subgradient, []));
        }
    }

    private void AddNote(Note note)
    {
        if (!_notes.Contains(note)) _notes.Add(note);
    }
}
