using Calculus.Intervals;
using Calculus.Numerics;
using Calculus.Seams;
using Calculus.Syntax;

namespace Calculus.CriticalPoints;

/// <summary>The critical points of a function of several variables: what bisection proves, and what Newton's method finds where it does not come to an end.</summary>
/// <param name="formulas">The function.</param>
/// <param name="numbers">Its numbers.</param>
/// <param name="whole">The box.</param>
/// <param name="allowance">Pays for it.</param>
/// <param name="rest">Pays for what Newton's method does afterwards.</param>
internal sealed class BoxAnalysis(BoxFormulas formulas, FormulaValues numbers, Enclosure[] whole, Allowance allowance, Allowance rest)
{
    private const int MostStarts = 200, MostUnproven = 20;
    private const double Margin = 1.0 / (1 << 20), Same = 1e-6, Small = 1e-9;

    private readonly List<(double[] Point, CriticalKind Kind, CriticalCause Cause, bool IsProven, Enclosure[]? Place)> _points = [];
    private readonly List<Note> _notes = [];

    /// <summary>The critical points.</summary>
    public CriticalPointSet Result()
    {
        // A little more than the box is looked at, so that zeros on its faces are inside.
        Enclosure[] wide = Array.ConvertAll(whole, static side => double.IsFinite(side.Width) ? new Enclosure(side.Lower - (side.Width * Margin), side.Upper + (side.Width * Margin)) : side);
        var search = new TiledSearch(formulas, wide, allowance).Run();
        var left = search.Findings.Undecided.Where(IsInside).ToList();
        var clusters = Clusters.Of(left);
        if (left.Count > 0) Start(search, left, clusters);
        foreach (var zero in search.Found)
        {
            if (IsInside(zero)) _points.Add((PointIn(zero), KindOver(zero), CriticalCause.Stationary, true, zero));
        }

        List<CriticalBox> flat = [.. Clusters.Joined(search.Findings.Flat).Where(IsInside).Select(box => Boxed(box) with { Value = numbers.At([], Array.ConvertAll(box, static side => side.Middle)).Value.Number })];
        if (flat.Count > 0) _notes.Add(Remarks.OfFlat(whole.Length));
        clusters.AddRange(Clusters.Joined(search.Findings.FlatEdges).Where(IsInside));
        List<CriticalBox> undecided = [.. clusters.Select(Boxed)];
        if (undecided.Count > 0) _notes.Add(Remarks.OfUndecided("critical points", undecided));
        List<CriticalPoint> points = [.. _points.Select(Point).OrderBy(static point => point.Point, Comparer<IReadOnlyList<double>>.Create(InOrder))];
        return new CriticalPointSet(
            points,
            clusters.Count == 0 && flat.Count == 0)
        {
            Flat = flat,
            Undecided = undecided,
            Notes = _notes,
        };
    }

    // Newton's method from what is left: where that are many boxes, from some of them.
    private void Start(BoxSearch search, List<Enclosure[]> left, List<Enclosure[]> clusters)
    {
        var newton = new NewtonStarts(formulas);
        IEnumerable<double[]> starts = clusters.Concat(Enumerable.Range(0, Math.Min(MostStarts, left.Count)).Select(i => left[(int)((long)i * left.Count / Math.Min(MostStarts, left.Count))])).Select(static box => Array.ConvertAll(box, static side => side.Middle));
        foreach (var cluster in clusters) TryDegenerate(cluster);
        var more = 0;
        foreach (var start in starts)
        {
            if (more >= MostUnproven) break;
            if (rest.IsSpent || newton.From(start) is not { } end || !IsInside(Array.ConvertAll(end.Point, Enclosure.At)) || IsKnown(search, end.Point)) continue;
            rest.Spend(1);
            if (search.TryAdd(end.Point)) continue;
            double[] simple = Array.ConvertAll(end.Point, static x => Decimals.Shortest(new Enclosure(x - (Same * Math.Max(1, Math.Abs(x)) / 10), x + (Same * Math.Max(1, Math.Abs(x)) / 10))));
            if (IsSmoothAround(simple) && formulas.IsStationary(simple))
            {
                if (IsKnown(search, simple)) continue;
                _points.Add((simple, KindOver(Array.ConvertAll(simple, Enclosure.At)), CriticalCause.Stationary, true, null));
                more++;
            }
            else if (end.Length <= Small && IsSmoothAround(end.Point))
            {
                more++;
                _points.Add((end.Point, CriticalKind.Degenerate, CriticalCause.Stationary, false, null));
            }
        }

        if (more >= MostUnproven) _notes.Add(Remarks.OfCurve);
    }

    // A place so narrow that it is one point to the eye: stationary by exact arithmetic, or a kink, and compared with the values around it.
    private void TryDegenerate(Enclosure[] cluster)
    {
        if (Array.Exists(cluster, static side => side.Width > 1e-3 * Math.Max(1, side.Size))) return;
        double[] point = Array.ConvertAll(cluster, Decimals.Shortest);
        Enclosure[] at = Array.ConvertAll(point, Enclosure.At);
        if (!IsInside(at)) return;
        var gradient = new Enclosure[formulas.Count];
        var isSmooth = (formulas.Slopes(cluster, gradient).Known & Known.Smooth) == Known.Smooth && Array.TrueForAll(gradient, static slope => (slope.Known & Known.Smooth) == Known.Smooth);
        var compared = new Surroundings(formulas, cluster).KindOf(point);
        if (isSmooth && formulas.IsStationary(point))
        {
            var kind = KindOver(at);
            _points.Add((point, kind == CriticalKind.Degenerate ? compared ?? kind : kind, CriticalCause.Stationary, true, null));
        }
        else if (!isSmooth && compared is { } extremum)
        {
            _points.Add((point, extremum, CriticalCause.Kink, false, null));
        }
    }

    // A gradient of 0 at a jump or a kink is a convention.
    private bool IsSmoothAround(double[] point)
    {
        const double near = 1e-9;
        var gradient = new Enclosure[formulas.Count];
        var value = formulas.All(Array.ConvertAll(point, static x => new Enclosure(x - (near * Math.Max(1, Math.Abs(x))), x + (near * Math.Max(1, Math.Abs(x))))), gradient, new Enclosure[formulas.Count, formulas.Count]);
        return (value.Known & Known.Smooth) == Known.Smooth && Array.TrueForAll(gradient, static slope => (slope.Known & Known.Smooth) == Known.Smooth);
    }

    private bool IsKnown(BoxSearch search, double[] point) =>
        _points.Exists(known => IsNear(known.Point, point)) || search.Found.Any(zero => IsNear(Array.ConvertAll(zero, static side => side.Middle), point));

    private static bool IsNear(double[] a, double[] b) => a.Zip(b).All(static pair => Math.Abs(pair.First - pair.Second) <= Same * Math.Max(1, Math.Abs(pair.First)));

    private CriticalKind KindOver(Enclosure[] box)
    {
        var hessian = new Enclosure[formulas.Count, formulas.Count];
        formulas.All(box, new Enclosure[formulas.Count], hessian);
        return Inertia.Of(hessian);
    }

    private CriticalPoint Point((double[] Point, CriticalKind Kind, CriticalCause Cause, bool IsProven, Enclosure[]? Place) found)
    {
        var entries = formulas.Hessian.SelectMany(static row => row).ToList();
        var at = numbers.At(entries, found.Point);
        var hessian = at.Numbers;
        var hasEigenvalues = found.Cause == CriticalCause.Stationary && Array.TrueForAll(hessian, double.IsFinite);
        double[]? eigenvalues = hasEigenvalues ? [.. SymmetricSpectrum.Of(hessian, formulas.Count)!.Eigenvalues.Reverse()] : null;
        return new CriticalPoint(found.Point, ValueAt(found.Point, found.Place, at.Value.Number), found.Kind, found.Cause, eigenvalues, found.IsProven);
    }

    // Decimals that are the point itself by exact arithmetic have its value.
    private double ValueAt(double[] point, Enclosure[]? place, double atDecimals)
    {
        if (place is null || formulas.IsStationary(point)) return atDecimals;
        var hessian = new Enclosure[formulas.Count, formulas.Count];
        formulas.All(CriticalValue.Around(place, point), new Enclosure[formulas.Count], hessian);
        var reach = CriticalValue.Reach(place, point, hessian);
        var value = CriticalValue.Of(atDecimals, reach);
        if (CriticalValue.IsLoose(value, reach)) _notes.Add(Remarks.OfValue(point, reach));
        return value;
    }

    private double[] PointIn(Enclosure[] zero) => [.. zero.Zip(whole, static (side, limits) => Math.Clamp(Decimals.Shortest(side), limits.Lower, limits.Upper))];

    private bool IsInside(Enclosure[] box) => box.Zip(whole).All(static pair => pair.First.Meets(pair.Second));

    private CriticalBox Boxed(Enclosure[] box)
    {
        var inside = box.Zip(whole, static (side, limits) => side.Within(limits.Lower, limits.Upper)).ToList();
        return new CriticalBox([.. inside.Select(static side => side.Lower + 0.0)], [.. inside.Select(static side => side.Upper + 0.0)]);
    }

    private static int InOrder(IReadOnlyList<double>? a, IReadOnlyList<double>? b)
    {
        for (var i = 0; i < a!.Count; i++)
        {
            if (a[i].CompareTo(b![i]) is var order and not 0) return order;
        }

        return 0;
    }
}
