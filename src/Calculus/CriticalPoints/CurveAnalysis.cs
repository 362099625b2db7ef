using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Intervals;
using Calculus.Seams;
using Calculus.Syntax;

namespace Calculus.CriticalPoints;

/// <summary>
/// The discussion of a curve. The line is cut wherever the function or a derivative changes its form; on each piece the zeros of the derivatives are
/// enclosed, and between them one value tells the sign. So the signs are proven, and with them which zeros are extrema.
/// </summary>
internal sealed class CurveAnalysis
{
    // A little more than the range is looked at, so that a zero at its very end is inside.
    private const double Margin = 1.0 / (1 << 20);

    private readonly LineFormulas _line;
    private readonly DerivativeBook _book;
    private readonly FormulaValues _numbers;
    private readonly Enclosure _range;
    private readonly IReadOnlyList<CurveBreak> _breaks;
    private readonly LinePieces _pieces;
    private readonly SignProfile _slopes, _bends, _values;
    private readonly List<Note> _notes = [];
    private readonly DerivedFormula _second;

    /// <summary>Looks at a function on a range.</summary>
    /// <param name="line">Its formulas.</param>
    /// <param name="book">Its derivatives.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="range">The range.</param>
    /// <param name="allowance">Pays for it.</param>
    public CurveAnalysis(LineFormulas line, DerivativeBook book, FormulaValues numbers, BallLimits limits, Enclosure range, Allowance allowance)
    {
        (_line, _book, _numbers, _range) = (line, book, numbers, range);
        var (first, second) = (book.Of(line.Variable), book.Of(line.Variable, 2));
        _second = second;
        var width = Math.Max(range.Width * Margin, 4 * (Math.BitIncrement(range.Size) - range.Size));
        var wide = double.IsFinite(width) ? new Enclosure(range.Lower - width, range.Upper + width) : range;
        var guards = Guard.Of([book.Function.Exact, first.Exact, first.Formula, second.Exact, second.Formula], line.Variable);
        var share = allowance.Share(4);
        _pieces = new LinePieces(line, guards, wide, share);
        allowance.Return(share);
        List<LinePiece> defined = [.. _pieces.Pieces.Where(HasValues)];
        _slopes = Profile(first.Formula, 3);
        _bends = Profile(second.Formula, 2);
        _values = Profile(book.Function.Formula, 1);
        var breaks = new CurveBreaks(line, book.Function.Exact, first.Exact, limits);
        _breaks = [.. _pieces.Breaks.Where(at => at.At.Meets(range)).Select(at => breaks.Of(
            at, defined.Find(piece => piece.Range.Upper >= at.At.Lower && piece.Range.Upper <= at.At.Upper),
            defined.Find(piece => piece.Range.Lower >= at.At.Lower && piece.Range.Lower <= at.At.Upper), _pieces.AssumptionsAt(at)))];

        SignProfile Profile(Expression formula, int parts)
        {
            var own = allowance.Share(parts);
            var profile = new SignProfile(line, formula, defined, _pieces.Breaks, range, own);
            allowance.Return(own);
            return profile;
        }
    }

    /// <summary>The critical points and the rest of the discussion.</summary>
    public CriticalPointSet Result()
    {
        List<CriticalPoint> points = [.. Stationary(), .. AtBreaks()];
        var flat = _slopes.Spans.Where(static span => span.Sign == 0).Select(FlatBox).OfType<CriticalBox>().ToList();
        var unknown = _breaks.Where(each => !IsJudged(each)).Select(static each => each.At.At);
        var undecided = Inside(_pieces.Undecided.Concat(_slopes.Undecided).Concat(unknown).Concat(_slopes.Spans.Where(static span => span.Sign is null).Select(static span => new Enclosure(span.From.At.Lower, span.To.At.Upper))));
        if (flat.Count > 0) _notes.Add(Remarks.OfFlat(1));
        if (undecided.Count > 0) _notes.Add(Remarks.OfUndecided("critical points", undecided));
        Say(_values.Undecided, "roots");
        Say(_bends.Undecided, "inflections");
        var isComplete = undecided.Count == 0 && flat.Count == 0;
        return new CriticalPointSet([.. points.OrderBy(static point => point.Point[0])], isComplete)
        {
            Flat = flat,
            Undecided = undecided,
            Curve = new CurveDiscussion(
                Roots(), Inflections(), Stretches(_slopes, static each => each.IsContinuous), Stretches(_bends, static each => each.HasTangent),
                [.. _breaks.Where(static each => each.IsPole).Select(each => Number(each.At))]),
            Notes = _notes,
        };
    }

    private bool HasValues(LinePiece piece)
    {
        var program = _line.Program(piece.Assumptions, _book.Function.Exact);
        var range = new Enclosure[1];
        program.Run([Enclosure.At(piece.Range.Middle)], range);
        // Balls have the last word: a piece is left out only where there is no value.
        return !range[0].IsEmpty || _line.At(_book.Function.Exact, piece.Range.Middle).IsFinite;
    }

    private IEnumerable<CriticalPoint> Stationary()
    {
        foreach (var (left, right) in _slopes.Spans.Zip(_slopes.Spans.Skip(1)))
        {
            if (left.To != right.From || left.To.Zero is not { } zero || left.To.IsBreak || !zero.At.Meets(_range)) continue;
            var kind = (left.Sign, right.Sign) switch
            {
                (-1, 1) => CriticalKind.Minimum,
                (1, -1) => CriticalKind.Maximum,
                (1, 1) or (-1, -1) => CriticalKind.Saddle,
                _ => CriticalKind.Degenerate,
            };
            yield return PointAt(zero, kind, CriticalCause.Stationary);
        }
    }

    private IEnumerable<CriticalPoint> AtBreaks()
    {
        foreach (var each in _breaks)
        {
            if (!each.HasValue || !IsJudged(each)) continue;
            var (left, right) = (HeightOf(each, isLeft: true), HeightOf(each, isLeft: false));
            var isStationary = each.IsContinuous && each.IsLevel;
            CriticalKind? kind = (left, right) switch
            {
                (-1, -1) or (-1, null) or (null, -1) => CriticalKind.Maximum,
                (1, 1) or (1, null) or (null, 1) => CriticalKind.Minimum,
                _ => null,
            };
            if (isStationary && left != 0 && right != 0) kind ??= CriticalKind.Saddle;
            if (kind is null)
            {
                if (left is not null && right is not null && left != 0 && right != 0 && each.IsContinuous && !each.HasTangent)
                    _notes.Add(Remarks.OfKink(Number(each.At)));
                continue;
            }

            var cause = isStationary ? CriticalCause.Stationary : each.Left is null || each.Right is null ? CriticalCause.Edge : each.IsContinuous ? CriticalCause.Kink : CriticalCause.Jump;
            yield return isStationary
                ? PointAt(each.At, kind.Value, cause)
                : new CriticalPoint([Number(each.At)], each.Value!.Value, kind.Value, cause, null, each.At.IsProven);
        }
    }

    // On a side: 1 where the curve is above the value, −1 below, 0 where it is level; null where there is no curve.
    private int? HeightOf(CurveBreak each, bool isLeft)
    {
        var (piece, limit, isClosed) = isLeft ? (each.Left, each.Limits.Left, each.IsClosedLeft) : (each.Right, each.Limits.Right, each.IsClosedRight);
        if (piece is null) return null;
        if (!isClosed) return limit is { } far ? far.CompareTo(each.Value!.Value) : 0;
        return isLeft ? -SignBeside(each, isLeft) : SignBeside(each, isLeft);
    }

    private int? SignBeside(CurveBreak each, bool isLeft)
    {
        var span = isLeft
            ? _slopes.Spans.LastOrDefault(span => span.To.IsBreak && span.To.At.Meets(each.At.At))
            : _slopes.Spans.FirstOrDefault(span => span.From.IsBreak && span.From.At.Meets(each.At.At));
        return span?.Sign ?? 0;
    }

    // Whether all is known that says whether a break is critical.
    private bool IsJudged(CurveBreak each)
    {
        if (each.Left is null && each.Right is null) return true;
        if (each.Value is not { } value) return false;
        if (double.IsNaN(value)) return true;
        return (each.Left is null || IsSideJudged(each.Limits.Left, each, isLeft: true)) && (each.Right is null || IsSideJudged(each.Limits.Right, each, isLeft: false));
    }

    private bool IsSideJudged(double? limit, CurveBreak each, bool isLeft) => limit is not null && (isLeft
        ? _slopes.Spans.Any(span => span.Sign is not null && span.To.IsBreak && span.To.At.Meets(each.At.At))
        : _slopes.Spans.Any(span => span.Sign is not null && span.From.IsBreak && span.From.At.Meets(each.At.At)));

    private CriticalPoint PointAt(Zero zero, CriticalKind kind, CriticalCause cause)
    {
        var (x, around, isCertified) = (Number(zero), zero.At, zero.IsProven);
        var at = _numbers.At([_second], [x]);
        var bend = at.Values[0].Number;
        if (MayBeZero(_second.Exact, around)) bend = 0;
        return new CriticalPoint([x], ValueAt(zero, x, at.Value.Number), kind, cause, double.IsFinite(bend) ? [bend] : null, isCertified);
    }

    // A decimal that is the zero itself, by exact arithmetic, has its value.
    private double ValueAt(Zero zero, double x, double atDecimal)
    {
        if (zero.IsExact && x == zero.Number) return atDecimal;
        var bend = new Enclosure[1];
        _line.Anywhere(_second.Exact).Run(CriticalValue.Around([zero.At], [x]), bend);
        var reach = CriticalValue.Reach([zero.At], [x], new Enclosure[,] { { bend[0] } });
        if (!double.IsFinite(reach) && MayBeZero(_book.Function.Exact, zero.At)) return 0;
        var value = CriticalValue.Of(atDecimal, reach);
        if (zero.IsProven && CriticalValue.IsLoose(value, reach)) _notes.Add(Remarks.OfValue([x], reach));
        return value;
    }

    // Whether a number is 0 as far as the place is known.
    private bool MayBeZero(Expression formula, Enclosure at)
    {
        var range = new Enclosure[1];
        _line.Anywhere(formula).Run([at with { Known = Known.Smooth }], range);
        return range[0].SpansZero && range[0].Width < 1e-10;
    }

    private CriticalBox? FlatBox(SignSpan span)
    {
        var (from, to) = (Math.Max(span.From.At.Lower, _range.Lower), Math.Min(span.To.At.Upper, _range.Upper));
        if (!(from < to)) return null;
        var value = _numbers.At([], [(from / 2) + (to / 2)]).Value.Number;
        return new CriticalBox([EndOf(span.From)], [EndOf(span.To)]) { Value = double.IsFinite(value) ? value : null };
    }

    private List<CriticalBox> Inside(IEnumerable<Enclosure> ranges) =>
        [.. ZeroSearch.Joined(ranges.Where(range => range.Meets(_range))).Select(range => range.Within(_range.Lower, _range.Upper)).Select(static range => new CriticalBox([range.Lower], [range.Upper]))];

    private void Say(IReadOnlyList<Enclosure> undecided, string what)
    {
        var inside = Inside(undecided);
        if (inside.Count > 0) _notes.Add(Remarks.OfUndecided(what, inside));
    }

    private List<double> Roots()
    {
        var flat = _values.Spans.Where(span => span.Sign == 0 && span.From.At.Lower < _range.Upper && span.To.At.Upper > _range.Lower).ToList();
        if (flat.Count > 0) _notes.Add(Remarks.OfZeroStretch);
        return
        [
            .. _values.Spans.Zip(_values.Spans.Skip(1)).Where(pair => pair.First.To == pair.Second.From && !pair.First.To.IsBreak).Select(static pair => pair.First.To.Zero).OfType<Zero>().Where(zero => zero.At.Meets(_range)).Select(Number)
                .Concat(_breaks.Where(static each => each.Value == 0).Select(each => Number(each.At))).Distinct().Order(),
        ];
    }

    private List<double> Inflections()
    {
        var inflections = new List<double>();
        foreach (var (left, right) in _bends.Spans.Zip(_bends.Spans.Skip(1)))
        {
            if (left.Sign is not { } before || right.Sign is not { } after || before * after >= 0) continue;
            if (BreakBetween(left, right) is { } each)
            {
                if (each.HasTangent) inflections.Add(Number(each.At));
            }
            else if (left.To == right.From && left.To is { IsBreak: false, Zero: { } zero } && zero.At.Meets(_range)) inflections.Add(Number(zero));
        }

        return inflections;
    }

    private CurveBreak? BreakBetween(SignSpan left, SignSpan right) =>
        left.To.IsBreak && right.From.IsBreak && left.To.At.Meets(right.From.At) ? _breaks.FirstOrDefault(each => each.At.At.Meets(left.To.At)) : null;

    private List<CurveStretch> Stretches(SignProfile profile, Func<CurveBreak, bool> goesOn)
    {
        var stretches = new List<CurveStretch>();
        SignSpan? before = null;
        foreach (var span in profile.Spans)
        {
            var (from, to) = (EndOf(span.From), EndOf(span.To));
            if (span.Sign is not { } sign || !(from < to))
            {
                if (span.Sign is null) before = null;
                continue;
            }

            var (isFromOpen, isToOpen) = (IsOpen(span.From, isLeft: false), IsOpen(span.To, isLeft: true));
            var joins = before is not null && before.Sign == sign && stretches is [.., _]
                && (BreakBetween(before, span) is { } between ? goesOn(between) : before.To == span.From && span.From is { IsBreak: false, Zero: not null });
            if (joins) stretches[^1] = stretches[^1] with { To = to, IsToOpen = isToOpen };
            else stretches.Add(new CurveStretch(from, to, isFromOpen, isToOpen, (CurveDirection)(sign + 1)));
            before = span;
        }

        return stretches;
    }

    private bool IsOpen(Mark mark, bool isLeft) => mark.IsBreak
        ? _breaks.FirstOrDefault(each => each.At.At.Meets(mark.At)) is { } each && !(isLeft ? each.IsClosedLeft : each.IsClosedRight)
        : mark.Zero is null && mark.At.Width > 0;

    private double EndOf(Mark mark) => Math.Clamp(mark.Zero is { } zero ? zero.Number : mark.At.Middle, _range.Lower, _range.Upper);

    private double Number(Zero zero) => Math.Clamp(zero.Number, _range.Lower, _range.Upper);
}
