using Calculus.Checkpoints;
using Calculus.Expressions;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>
/// The zeros of a formula on a range: ranges without a zero are left out, a range on which the formula only rises or only falls has one or none,
/// which Newton's method for intervals encloses, and all others are halved (Moore, Kearfott and Cloud, <i>Introduction to Interval
/// Analysis</i>, 2009, chapter 8).
/// </summary>
/// <param name="line">The formulas of the variable.</param>
/// <param name="formula">The formula.</param>
/// <param name="assumptions">What holds on the range.</param>
/// <param name="allowance">Pays for it; where it ends, what is left is undecided.</param>
internal sealed class ZeroSearch(LineFormulas line, Expression formula, Assumptions assumptions, Allowance allowance) : ISearch
{
    // Ranges are not halved at a place where a zero is likely to be.
    private const double Cut = 0.4921875;

    private const int MostSteps = 60;

    private readonly Enclosure[] _ranges = new Enclosure[2];
    private readonly List<Zero> _found = [];
    private readonly List<Enclosure> _undecided = [];
    private readonly List<Enclosure> _flat = [];
    private readonly Queue<Enclosure> _open = new();
    private IntervalProgram? _program;
    private Enclosure _whole;

    /// <summary>The zeros on a range; both ends belong to it.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public Zeros On(Enclosure range)
    {
        if (formula is Number) return Graph.IsZero(formula) ? new Zeros([], [], [range]) : Zeros.None;
        if (line.DerivativeOf(formula, allowance) is not { } slope) return new Zeros([], [range], []);
        _program = allowance.Made(line.Program(assumptions, formula, slope));
        _whole = range;
        _open.Enqueue(range);
        allowance.Searches.Run(this);
        return new Zeros(Distinct(), Joined(_undecided), Joined(_flat));
    }

    /// <inheritdoc/>
    public double? Share => null;

    /// <inheritdoc/>
    public IReadOnlyList<Reached> Reached => [new("points", _found.Count), new("boxesLeft", _open.Count)];

    /// <inheritdoc/>
    public bool Advance()
    {
        if (!_open.TryDequeue(out var x)) return false;
        if (allowance.IsSpent) _undecided.Add(x);
        else if (!IsDecided(x)) Halve(x, _open);
        return _open.Count > 0;
    }

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot)
    {
        snapshot.List(_found, static (each, zero) => new Zero(EnclosureState.Exchanged(each, zero?.At ?? default), each.Flag(zero?.IsProven ?? false), each.Flag(zero?.IsExact ?? false)));
        snapshot.List(_undecided, EnclosureState.Exchanged);
        snapshot.List(_flat, EnclosureState.Exchanged);
        EnclosureState.Exchange(snapshot, _open, EnclosureState.Exchanged);
        allowance.Exchange(snapshot);
    }

    private void Halve(Enclosure x, Queue<Enclosure> open)
    {
        var middle = x.Lower + (Cut * x.Width);
        if (double.IsInfinity(x.Width)) middle = (x.Lower * Cut) + (x.Upper * (1 - Cut));
        var least = Math.Max(Math.Max(4e-15 * x.Size, Math.ScaleB(_whole.Width, -70)), 1e-300);
        if (!(x.Width > least) || !(middle > x.Lower && middle < x.Upper))
        {
            _undecided.Add(x);
            return;
        }

        open.Enqueue(x with { Upper = middle });
        open.Enqueue(x with { Lower = middle });
    }

    private bool IsDecided(Enclosure x)
    {
        var (value, slope) = Over(x);
        if (!value.MayBeZero) return true;
        if (value.IsZero)
        {
            _flat.Add(x);
            return true;
        }

        var isSmooth = (value.Known & Known.Smooth) == Known.Smooth && (slope.Known & Known.Smooth) == Known.Smooth;
        if (!isSmooth) return false;
        var middle = x.Middle;
        if (slope.IsBounded && !(At(middle) + (slope * (x - Enclosure.At(middle)))).SpansZero) return true;
        return slope.Sign != 0 && HasOneOrNone(x, slope);
    }

    // The formula only rises or only falls.
    private bool HasOneOrNone(Enclosure x, Enclosure slope)
    {
        var (left, right) = (At(x.Lower), At(x.Upper));
        if (left.Sign * right.Sign > 0) return true;
        if (left.Sign * right.Sign < 0) return Add(Refined(x, slope), isProven: true);
        if (left.IsZero || right.IsZero) return Add(Enclosure.At(left.IsZero ? x.Lower : x.Upper), isProven: true);
        if (left.IsEmpty || right.IsEmpty) return false;
        // An end is as near to the zero as doubles come: a little further out the signs are certain, unless the range ends here.
        var wide = new Enclosure(x.Lower - (x.Width / 8), x.Upper + (x.Width / 8)).Within(_whole.Lower, _whole.Upper);
        if (wide == x with { Known = Known.Smooth }) return Add(Refined(x, slope), isProven: false);
        var (value, wideSlope) = Over(wide);
        if ((value.Known & wideSlope.Known & Known.Smooth) != Known.Smooth || wideSlope.Sign == 0) return false;
        (left, right) = (At(wide.Lower), At(wide.Upper));
        if (left.Sign * right.Sign > 0) return true;
        return Add(Refined(wide, wideSlope), isProven: left.Sign * right.Sign < 0);
    }

    private Enclosure Refined(Enclosure x, Enclosure slope)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var middle = x.Middle;
            var next = Enclosure.At(middle) - (At(middle) / slope);
            var cut = x.Within(next.Lower, next.Upper);
            if (cut.IsEmpty) return x; // rounding alone cannot do this; the wider range is right in any case
            if (!(cut.Width < 0.9 * x.Width))
            {
                if (cut.Width <= 4 * (Math.BitIncrement(cut.Size) - cut.Size) || !(cut.Width < x.Width)) return cut;
            }

            x = cut;
            slope = Over(x).Slope is { Sign: not 0 } steeper ? steeper : slope;
        }

        return x;
    }

    private bool Add(Enclosure at, bool isProven)
    {
        var number = Decimals.Shortest(at);
        var isExact = line.IsZeroAt(formula, number);
        _found.Add(new Zero(isExact ? Enclosure.At(number) : at with { Known = Known.Smooth }, isProven, isExact));
        allowance.Found();
        return true;
    }

    private (Enclosure Value, Enclosure Slope) Over(Enclosure x)
    {
        allowance.Spend(_program!.Cost);
        _program.Run([x with { Known = Known.Smooth }], _ranges);
        return (_ranges[0], _ranges[1]);
    }

    // At one double: in ranges, and in balls where these do not tell the sign.
    private Enclosure At(double x)
    {
        var (value, _) = Over(Enclosure.At(x));
        if (!value.SpansZero || value is { Lower: 0, Upper: 0 }) return value;
        var ball = line.At(formula, x, allowance);
        if (ball.IsZero) return Enclosure.At(0);
        return ball.IsFinite ? value.And(Enclosure.Of(ball)) is { IsEmpty: false } narrow ? narrow : value : value;
    }

    private List<Zero> Distinct()
    {
        var distinct = new List<Zero>();
        foreach (var zero in _found.OrderBy(static zero => zero.At.Lower))
        {
            if (distinct is [.., var last] && last.At.Meets(zero.At)) distinct[^1] = zero.IsExact || (zero.IsProven && !last.IsExact) ? zero : last;
            else distinct.Add(zero);
        }

        return distinct;
    }

    /// <summary>Ranges that touch, as one.</summary>
    public static List<Enclosure> Joined(IEnumerable<Enclosure> ranges)
    {
        var joined = new List<Enclosure>();
        foreach (var range in ranges.OrderBy(static range => range.Lower))
        {
            if (joined is [.., var last] && range.Lower <= last.Upper) joined[^1] = new(last.Lower, Math.Max(last.Upper, range.Upper));
            else joined.Add(new(range.Lower, range.Upper));
        }

        return joined;
    }
}
