using Calculus.Checkpoints;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>
/// The zeros of a gradient in a box: boxes on which one partial derivative is never 0 are left out, where Krawczyk's operator proves one zero it is
/// kept, and all others are halved. A function with kinks has its slopes of both sides in the ranges, so that what is left out has no extremum.
/// </summary>
/// <param name="formulas">The function.</param>
/// <param name="whole">The box.</param>
/// <param name="allowance">Pays for it; where it ends, what is left is undecided.</param>
internal sealed class BoxSearch(BoxFormulas formulas, Enclosure[] whole, Allowance allowance) : ISearch
{
    private const double Cut = 0.4921875;

    // Boxes are not halved further than to this part of the whole.
    private const double Narrowest = 1.0 / (1 << 26);

    // The part of the whole to which the edges of what is flat are told.
    private const double NarrowEdge = 1.0 / 50;

    private readonly Krawczyk _krawczyk = new(formulas);
    private readonly Enclosure[] _gradient = new Enclosure[formulas.Count];
    private readonly Enclosure[] _center = new Enclosure[formulas.Count];
    private readonly Enclosure[] _atCenter = new Enclosure[formulas.Count];
    private readonly Enclosure[,] _hessian = new Enclosure[formulas.Count, formulas.Count];
    private readonly List<(Enclosure[] Wide, Enclosure[] Narrow)> _found = [];
    private readonly Queue<Enclosure[]> _open = new([whole]);

    /// <summary>The zeros: each the only one in a box.</summary>
    public IReadOnlyList<Enclosure[]> Found => [.. _found.Select(static zero => zero.Narrow)];

    /// <summary>Boxes in which there may be others, or none.</summary>
    public List<Enclosure[]> Undecided { get; } = [];

    /// <summary>Boxes on which the function has one value all over.</summary>
    public List<Enclosure[]> Flat { get; } = [];

    /// <summary>Boxes on which the gradient is 0 wherever there is one, but the function jumps, or may have no value: the edges of the others.</summary>
    public List<Enclosure[]> FlatEdges { get; } = [];

    /// <summary>Searches the whole box.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void Run() => allowance.Searches.Run(this);

    /// <inheritdoc/>
    public double? Share => 1 - _open.Sum(VolumeOf) is var share && double.IsFinite(share) ? Math.Clamp(share, 0, 1) : null;

    /// <inheritdoc/>
    public IReadOnlyList<Reached> Reached => [new("points", _found.Count(static zero => zero.Narrow.Length > 0)), new("boxesLeft", _open.Count)];

    /// <inheritdoc/>
    public bool Advance()
    {
        if (!_open.TryDequeue(out var box)) return false;
        if (allowance.IsSpent) Undecided.Add(box);
        else if (Left(box) is { } left) Halve(left, _open);
        return _open.Count > 0;
    }

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot)
    {
        snapshot.List(_found, static (each, zero) => (EnclosureState.Exchanged(each, zero.Wide), EnclosureState.Exchanged(each, zero.Narrow)));
        snapshot.List(Undecided, EnclosureState.Exchanged);
        snapshot.List(Flat, EnclosureState.Exchanged);
        snapshot.List(FlatEdges, EnclosureState.Exchanged);
        EnclosureState.Exchange(snapshot, _open, EnclosureState.Exchanged);
        allowance.Exchange(snapshot);
    }

    /// <summary>Takes in a zero that was found otherwise, where it can be proven.</summary>
    /// <param name="point">About where it is.</param>
    /// <returns>Whether it is proven.</returns>
    public bool TryAdd(double[] point)
    {
        foreach (var size in (ReadOnlySpan<double>)[1e-6, 1e-9, 1e-12])
        {
            Enclosure[] around = Array.ConvertAll(point, x => new Enclosure(x - (size * Math.Max(1, Math.Abs(x))), x + (size * Math.Max(1, Math.Abs(x)))));
            if (_krawczyk.Proven(around, 0) is { } proven) return Add(proven);
        }

        return false;
    }

    // What is left of a box; null where it is decided.
    private Enclosure[]? Left(Enclosure[] box)
    {
        if (_found.Exists(zero => Krawczyk.Holds(zero.Wide, box))) return null;
        var value = formulas.Slopes(box, _gradient);
        if (value.IsEmpty) return null;
        if (value.IsContinuous && Excludes(_gradient, value)) return null;
        if (Array.TrueForAll(_gradient, static slope => slope.IsZero))
        {
            // The slopes were taken as if all of the box belonged to the domain.
            value = formulas.All(box, _gradient, _hessian);
            if (value.IsEmpty) return null;
            var isWhole = value.IsContinuous && value.IsDefined;
            if (!isWhole && !IsNarrow(box)) return box;
            (isWhole ? Flat : FlatEdges).Add(box);
            return null;
        }

        if (!IsSmooth(formulas.All(box, _gradient, _hessian))) return box;
        if (Excludes(MeanValue(box), value)) return null;
        if (_krawczyk.Proven(box, 0.1) is { } proven)
        {
            Add(proven);
            return null;
        }

        return _krawczyk.Of(box) is { } next ? Krawczyk.Cut(box, next) : box;
    }

    // An edge is followed no further: there is nothing to be found on it.
    private bool IsNarrow(Enclosure[] box)
    {
        for (var i = 0; i < box.Length; i++)
        {
            if (box[i].Width > NarrowEdge * whole[i].Width) return false;
        }

        return true;
    }

    private bool Add((Enclosure[] Wide, Enclosure[] Narrow) proven)
    {
        // The same zero may be found from several boxes; each is the only one in its wide box.
        var isKnown = _found.Exists(zero => Meet(zero.Narrow, proven.Narrow));
        if (!isKnown && Meet(whole, proven.Narrow))
        {
            _found.Add(proven);
            allowance.Found();
        }
        else if (!isKnown)
        {
            _found.Add((proven.Wide, [])); // outside, but its surroundings are decided
        }

        return true;
    }

    private static bool Meet(Enclosure[] a, Enclosure[] b)
    {
        for (var i = 0; i < a.Length && b.Length > 0; i++)
        {
            if (!a[i].Meets(b[i])) return false;
        }

        return a.Length > 0 && b.Length > 0;
    }

    private double VolumeOf(Enclosure[] box)
    {
        var volume = 1.0;
        for (var i = 0; i < box.Length; i++) volume *= box[i].Width / whole[i].Width;
        return volume;
    }

    private bool Excludes(Enclosure[] gradient, Enclosure value)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            if (gradient[i].IsEmpty) continue;
            if (gradient[i].Sign != 0) return true;
            if (!gradient[i].MayBeZero && (gradient[i].IsDefined || (formulas.HasSlopes[i] && !value.IsDefined))) return true;
        }

        return false;
    }

    private bool IsSmooth(Enclosure value)
    {
        if ((value.Known & Known.Smooth) != Known.Smooth) return false;
        foreach (var entry in _hessian)
        {
            if (entry.IsEmpty || (entry.Known & Known.Smooth) != Known.Smooth) return false;
        }

        return Array.TrueForAll(_gradient, static slope => !slope.IsEmpty && (slope.Known & Known.Smooth) == Known.Smooth);
    }

    // g(c) + H(X)·(X − c)
    private Enclosure[] MeanValue(Enclosure[] box)
    {
        for (var i = 0; i < box.Length; i++) _center[i] = Enclosure.At(box[i].Middle);
        formulas.Slopes(_center, _atCenter);
        for (var i = 0; i < box.Length; i++)
        {
            var range = _atCenter[i];
            for (var j = 0; j < box.Length; j++) range += _hessian[i, j] * (box[j] - _center[j]);
            _gradient[i] = range.IsEmpty ? _gradient[i] : _gradient[i].And(range);
        }

        return _gradient;
    }

    private void Halve(Enclosure[] box, Queue<Enclosure[]> open)
    {
        var widest = 0;
        for (var i = 1; i < box.Length; i++)
        {
            if (box[i].Width / whole[i].Width > box[widest].Width / whole[widest].Width) widest = i;
        }

        var side = box[widest];
        var middle = double.IsInfinity(side.Width) ? (side.Lower * Cut) + (side.Upper * (1 - Cut)) : side.Lower + (Cut * side.Width);
        if (side.Width <= Math.Max(Narrowest * whole[widest].Width, 1e-14 * side.Size) || !(middle > side.Lower && middle < side.Upper))
        {
            Undecided.Add(box);
            return;
        }

        Enclosure[] lower = [.. box], upper = [.. box];
        lower[widest] = side with { Upper = middle };
        upper[widest] = side with { Lower = middle };
        open.Enqueue(lower);
        open.Enqueue(upper);
    }
}
