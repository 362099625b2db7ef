using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>A piece of the line on which formulas have one analytic form.</summary>
/// <param name="Range">The piece; next to a break it reaches over all of the break's range.</param>
/// <param name="Assumptions">What holds on it.</param>
internal sealed record LinePiece(Enclosure Range, Assumptions Assumptions);

/// <summary>A range of the line, cut wherever formulas change their form.</summary>
internal sealed class LinePieces
{
    // More jumps than this are not followed one by one.
    private const int MostSteps = 1_000;

    // Operations on ranges that take as long as to copy one assumption.
    private const int CostOfAssumption = 4;

    private readonly LineFormulas _line;
    private readonly Allowance _allowance;
    private readonly List<Enclosure> _undecided = [];
    private readonly List<Zero> _breaks = [];
    private readonly List<(Zero At, Call Stair, double Value)> _jumps = [];

    /// <summary>Cuts a range.</summary>
    /// <param name="line">The formulas of the variable.</param>
    /// <param name="guards">What divides the line.</param>
    /// <param name="range">The range.</param>
    /// <param name="allowance">Pays for it.</param>
    public LinePieces(LineFormulas line, IReadOnlyList<Guard> guards, Enclosure range, Allowance allowance)
    {
        (_line, _allowance) = (line, allowance);
        List<LinePiece> pieces = [new(range, Assumptions.None)];
        foreach (var (before, guard) in guards.Index())
        {
            // Each piece holds what is assumed of every guard before.
            allowance.Spend((long)pieces.Count * (before + 1) * CostOfAssumption);
            if (allowance.IsSpent)
            {
                _undecided.Add(range);
                pieces = [];
                break;
            }

            pieces = [.. pieces.SelectMany(piece => guard.IsRow ? CutAtWholeNumbers(piece, guard) : guard.IsSign ? [Signed(piece, guard.At)] : CutAtZeros(piece, guard.At))];
        }

        Pieces = [.. pieces.OrderBy(static piece => piece.Range.Lower)];
        Breaks = Together(_breaks);
        Undecided = ZeroSearch.Joined(_undecided);
    }

    /// <summary>The pieces, from left to right.</summary>
    public IReadOnlyList<LinePiece> Pieces { get; }

    /// <summary>Where they meet, from left to right.</summary>
    public IReadOnlyList<Zero> Breaks { get; }

    /// <summary>Where it is not known how to cut.</summary>
    public IReadOnlyList<Enclosure> Undecided { get; }

    /// <summary>What holds exactly where pieces meet: the one stair that jumps there has the value of its whole number. Nothing where that is not known, or several may jump.</summary>
    /// <param name="at">Where they meet.</param>
    public Assumptions AssumptionsAt(Zero at)
    {
        List<(Call Stair, double Value)> jumps = [.. _jumps.Where(jump => jump.At.At.Meets(at.At)).Select(static jump => (jump.Stair, jump.Value)).Distinct()];
        return jumps is [var (stair, value)] ? Assumptions.None.WithStair(stair, value) : Assumptions.None;
    }

    private IEnumerable<LinePiece> CutAtZeros(LinePiece piece, Expression at)
    {
        var (parts, isFlat) = Cut(piece, at);
        // An expression that is 0 all over a part of the piece has no sign on the whole of it.
        foreach (var part in parts) yield return !isFlat && SignOn(part, at) is var sign and not 0 ? part with { Assumptions = part.Assumptions.WithSign(at, sign) } : part;
    }

    private LinePiece Signed(LinePiece piece, Expression at) => SignOn(piece, at) is var sign and not 0 ? piece with { Assumptions = piece.Assumptions.WithSign(at, sign) } : piece;

    private IEnumerable<LinePiece> CutAtWholeNumbers(LinePiece piece, Guard guard)
    {
        var program = _allowance.Made(_line.Program(piece.Assumptions, guard.At));
        var range = Over(program, piece.Range);
        double shift = guard.IsHalved ? 0.5 : 0, low = Math.Ceiling(range.Lower - shift), high = Math.Min(Math.Floor(range.Upper - shift), guard.Highest);
        if (range.IsEmpty) return [piece];
        if (guard.Highest < double.PositiveInfinity && low < high - MostSteps && piece.Range.IsBounded && !double.IsFinite(low)) low = high - MostSteps;
        if (!(high - low <= MostSteps))
        {
            _undecided.Add(piece.Range);
            return [];
        }

        var parts = Between(piece, guard, shift, low, high);
        return guard.Stair is Call stair ? parts.Select(part => Stepped(part, guard.At, stair)) : parts;
    }

    // Cuts at the whole number in the middle of those that may lie on a part, so that each part knows by the side on which it lies which are left.
    private List<LinePiece> Between(LinePiece piece, Guard guard, double shift, double low, double high)
    {
        var at = guard.At;
        List<LinePiece> done = [];
        Stack<(LinePiece Part, double Low, double High, ImmutableStack<(double Low, double High)> Others)> open = new([(piece, low, high, [])]);
        while (open.TryPop(out var each))
        {
            var (part, from, to, others) = each;
            if (from > to)
            {
                if (others.IsEmpty) done.Add(part);
                else open.Push((part, others.Peek().Low, others.Peek().High, others.Pop()));
                continue;
            }

            _allowance.Spend((long)part.Assumptions.Count * CostOfAssumption);
            if (_allowance.IsSpent)
            {
                _undecided.Add(part.Range);
                continue;
            }

            var range = Over(_allowance.Made(_line.Program(part.Assumptions, at)), part.Range);
            (from, to) = (Math.Max(from, Math.Ceiling(range.Lower - shift)), Math.Min(to, Math.Floor(range.Upper - shift)));
            if (range.IsEmpty || from > to)
            {
                open.Push((part, 1, 0, others)); // none of these is on it
                continue;
            }

            var whole = Math.Floor((from + to) / 2);
            var place = at - Rational.Exactly(whole + shift);
            var before = _breaks.Count;
            var (pieces, isFlat) = Cut(part, place);
            if (guard.Stair is Call stair) _jumps.AddRange(_breaks.Skip(before).Where(static zero => zero.IsProven).Select(zero => (zero, stair, stair.Function.Value([whole + shift]))));
            foreach (var next in pieces)
            {
                var sign = isFlat ? 0 : SignOn(next, place);
                if (sign == 0) open.Push((next, from, whole - 1, others.Push((whole + 1, to))));
                else
                {
                    // Of so many places a part has the signs at some that were cut at on the way to it, the next on either side among them.
                    var known = next with { Assumptions = next.Assumptions.WithSign(place, sign) };
                    open.Push(sign > 0 ? (known, whole + 1, to, others) : (known, from, whole - 1, others));
                }
            }
        }

        return done;
    }

    private LinePiece Stepped(LinePiece piece, Expression at, Call stair)
    {
        var middle = Over(_allowance.Made(_line.Program(piece.Assumptions, at)), Enclosure.At(piece.Range.Middle));
        if (middle.IsEmpty || !middle.IsBounded) return piece;
        var (low, high) = (stair.Function.Value([middle.Lower]), stair.Function.Value([middle.Upper]));
        return low == high ? piece with { Assumptions = piece.Assumptions.WithStair(stair, low) } : piece;
    }

    private (List<LinePiece> Parts, bool IsFlat) Cut(LinePiece piece, Expression at)
    {
        var parts = new List<LinePiece>();
        var zeros = new ZeroSearch(_line, at, piece.Assumptions, _allowance).On(piece.Range);
        zeros = new DegenerateZeros(_line, piece.Assumptions, _allowance).In(at, zeros);
        var next = piece.Range.Lower;
        List<(Enclosure At, Zero? Zero)> stops = [.. zeros.Found.Select(static zero => (zero.At, (Zero?)zero)), .. zeros.Undecided.Select(static range => (range, (Zero?)null))];
        foreach (var (stop, zero) in stops.OrderBy(static stop => stop.At.Lower))
        {
            if (zero is null || !zero.IsProven) _undecided.Add(stop);
            if (zero is not null) _breaks.Add(zero);
            if (zero is null ? stop.Lower > next : stop.Upper > next) parts.Add(piece with { Range = new(next, zero is null ? stop.Lower : stop.Upper) });
            next = zero is null ? stop.Upper : stop.Lower;
        }

        if (next < piece.Range.Upper) parts.Add(piece with { Range = new(next, piece.Range.Upper) });
        return (parts, zeros.Flat.Count > 0);
    }

    private int SignOn(LinePiece piece, Expression at)
    {
        var program = _allowance.Made(_line.Program(piece.Assumptions, at));
        var sign = Over(program, piece.Range).Sign;
        if (sign != 0) return sign;
        var middle = piece.Range.Middle;
        var value = Over(program, Enclosure.At(middle));
        return value.Sign != 0 || value.IsEmpty ? value.Sign : _line.At(at, middle).Sign ?? 0;
    }

    private Enclosure Over(IntervalProgram program, Enclosure x)
    {
        var range = new Enclosure[1];
        _allowance.Spend(program.Cost);
        program.Run([x with { Known = Known.Smooth }], range);
        return range[0];
    }

    // A seam is often that of several parts: x of abs(x) and of sqrt(x).
    private static List<Zero> Together(IEnumerable<Zero> breaks)
    {
        var together = new List<Zero>();
        foreach (var each in breaks.OrderBy(static each => each.At.Lower))
        {
            if (together is not [.., var last] || !last.At.Meets(each.At)) together.Add(each);
            else together[^1] = new Zero(last.At.Hull(each.At), last.IsProven || each.IsProven, IsExact(last) || IsExact(each));

            bool IsExact(Zero zero) => zero.IsExact && zero.Number == Decimals.Shortest(last.At.Hull(each.At));
        }

        return together;
    }
}
