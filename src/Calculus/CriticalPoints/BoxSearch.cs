using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>
/// The zeros of a gradient in boxes: those on which one partial derivative is never 0 are left out, where Krawczyk's operator proves one zero it is
/// kept, and all others are halved. A function with kinks has its slopes of both sides in the ranges, so that what is left out has no extremum.
/// </summary>
/// <param name="formulas">The function.</param>
/// <param name="whole">The box in which zeros count.</param>
/// <param name="allowance">Pays for points that are found.</param>
internal sealed class BoxSearch(BoxFormulas formulas, Enclosure[] whole, Allowance allowance)
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

    /// <summary>What was found and decided, and what is open.</summary>
    public BoxFindings Findings { get; } = new();

    /// <summary>Zeros that another search found before this one; they are not found again.</summary>
    public IReadOnlyList<(Enclosure[] Wide, Enclosure[] Narrow)> Before { get; init; } = [];

    /// <summary>The zeros: each the only one in a box.</summary>
    public IReadOnlyList<Enclosure[]> Found => [.. Findings.Zeros.Where(static zero => zero.Narrow.Length > 0).Select(static zero => zero.Narrow)];

    /// <summary>Looks at the next box, and halves what is left of it.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void Look()
    {
        var box = Findings.Open.Dequeue();
        var left = Left(box);
        var isOpen = left is not null && IsHalved(left);
        Findings.Done += VolumeOf(box) - (isOpen ? VolumeOf(left!) : 0);
    }

    /// <summary>Leaves a box undecided.</summary>
    /// <param name="box">The box.</param>
    public void GiveUp(Enclosure[] box)
    {
        Findings.Undecided.Add(box);
        Findings.Done += VolumeOf(box);
    }

    /// <summary>Takes in a zero that was found otherwise, where it can be proven.</summary>
    /// <param name="point">About where it is.</param>
    /// <returns>Whether it is proven.</returns>
    public bool TryAdd(double[] point)
    {
        foreach (var size in (ReadOnlySpan<double>)[1e-6, 1e-9, 1e-12])
        {
            Enclosure[] around = Array.ConvertAll(point, x => new Enclosure(x - (size * Math.Max(1, Math.Abs(x))), x + (size * Math.Max(1, Math.Abs(x)))));
            if (_krawczyk.Proven(around, 0) is not { } proven) continue;
            Add(proven);
            return true;
        }

        return false;
    }

    // What is left of a box; null where it is decided.
    private Enclosure[]? Left(Enclosure[] box)
    {
        if (Holds(Before, box) || Holds(Findings.Zeros, box)) return null;
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
            (isWhole ? Findings.Flat : Findings.FlatEdges).Add(box);
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

    /// <summary>Takes in a zero that was proven.</summary>
    /// <param name="proven">A box in which it is the only one, and a narrower one that it lies in, without sides where that is outside the whole.</param>
    public void Add((Enclosure[] Wide, Enclosure[] Narrow) proven)
    {
        // The same zero may be found from several boxes; each is the only one in its wide box.
        if (Meets(Before, proven.Narrow) || Meets(Findings.Zeros, proven.Narrow)) return;
        if (Meet(whole, proven.Narrow))
        {
            Findings.Zeros.Add(proven);
            allowance.Found();
        }
        else
        {
            Findings.Zeros.Add((proven.Wide, [])); // outside, but its surroundings are decided
        }
    }

    private static bool Holds(IReadOnlyList<(Enclosure[] Wide, Enclosure[] Narrow)> zeros, Enclosure[] box)
    {
        for (var i = 0; i < zeros.Count; i++)
        {
            if (Krawczyk.Holds(zeros[i].Wide, box)) return true;
        }

        return false;
    }

    private static bool Meets(IReadOnlyList<(Enclosure[] Wide, Enclosure[] Narrow)> zeros, Enclosure[] narrow)
    {
        for (var i = 0; i < zeros.Count; i++)
        {
            if (Meet(zeros[i].Narrow, narrow)) return true;
        }

        return false;
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

    // False where it is too narrow, and stays undecided.
    private bool IsHalved(Enclosure[] box)
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
            Findings.Undecided.Add(box);
            return false;
        }

        Enclosure[] lower = [.. box], upper = [.. box];
        lower[widest] = side with { Upper = middle };
        upper[widest] = side with { Lower = middle };
        Findings.Open.Enqueue(lower);
        Findings.Open.Enqueue(upper);
        return true;
    }
}
