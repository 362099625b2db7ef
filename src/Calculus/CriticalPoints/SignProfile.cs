using Calculus.Expressions;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>Where a stretch of the line ends.</summary>
/// <param name="At">The place.</param>
/// <param name="Zero">The zero of the formula there, where it is one.</param>
/// <param name="IsBreak">Whether the function changes its form there.</param>
internal sealed record Mark(Enclosure At, Zero? Zero = null, bool IsBreak = false)
{
    /// <summary>Whether two marks are the same place.</summary>
    public bool IsAt(Mark other) => At.Meets(other.At) && IsBreak == other.IsBreak;
}

/// <summary>A stretch between two marks.</summary>
/// <param name="From">The left mark.</param>
/// <param name="To">The right mark.</param>
/// <param name="Sign">The sign of the formula, 0 where it is 0 all over; null where that is not known.</param>
/// <param name="Piece">The piece that it is part of.</param>
internal sealed record SignSpan(Mark From, Mark To, int? Sign, LinePiece Piece);

/// <summary>The signs of a formula along the line, between its zeros, the breaks of the function and what is undecided.</summary>
internal sealed class SignProfile
{
    private readonly LineFormulas _line;
    private readonly Expression _formula;
    private readonly IReadOnlyList<Expression> _factors;
    private Allowance _allowance;
    private readonly List<SignSpan> _spans = [];
    private readonly List<Enclosure> _undecided = [];

    /// <summary>Finds the signs.</summary>
    /// <param name="line">The formulas of the variable.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="pieces">The pieces of the line on which the function has values.</param>
    /// <param name="breaks">Where pieces meet.</param>
    /// <param name="range">The range that is asked about; pieces beside it matter only for their neighbours.</param>
    /// <param name="allowance">Pays for it.</param>
    public SignProfile(LineFormulas line, Expression formula, IReadOnlyList<LinePiece> pieces, IReadOnlyList<Zero> breaks, Enclosure range, Allowance allowance)
    {
        (_line, _formula, _allowance) = (line, formula, allowance);
        _factors = Graph.IsZero(formula) ? [formula] : ZeroFactors.Of(formula, line.Variable);
        foreach (var piece in pieces)
        {
            var isBeside = piece.Range.Middle < range.Lower || piece.Range.Middle > range.Upper;
            _allowance = isBeside ? allowance.Beside() : allowance;
            Add(piece, breaks);
        }

        Undecided = ZeroSearch.Joined(_undecided);
    }

    /// <summary>The stretches, from left to right.</summary>
    public IReadOnlyList<SignSpan> Spans => _spans;

    /// <summary>Where there may be other zeros.</summary>
    public IReadOnlyList<Enclosure> Undecided { get; }

    private void Add(LinePiece piece, IReadOnlyList<Zero> breaks)
    {
        Mark EndAt(double end) => breaks.FirstOrDefault(each => each.At.Contains(end)) is { } known ? new Mark(known.At, known, IsBreak: true) : new Mark(Enclosure.At(end));
        Mark first = EndAt(piece.Range.Lower), last = EndAt(piece.Range.Upper);
        var marks = new List<Mark>();
        foreach (var factor in _factors)
        {
            var degenerate = new DegenerateZeros(_line, piece.Assumptions, _allowance);
            var zeros = degenerate.In(factor, new ZeroSearch(_line, factor, piece.Assumptions, _allowance).On(degenerate.WithoutEnds(factor, piece.Range)));
            if (zeros.Flat.Any(flat => flat.Lower <= piece.Range.Lower && flat.Upper >= piece.Range.Upper))
            {
                _spans.Add(new SignSpan(first, last, 0, piece));
                return;
            }

            _undecided.AddRange(zeros.Undecided);
            _undecided.AddRange(zeros.Flat);
            marks.AddRange(zeros.Undecided.Concat(zeros.Flat).Select(static range => new Mark(range)));
            // A zero at a break belongs to it.
            marks.AddRange(zeros.Found.Where(zero => !zero.At.Meets(first.At) && !zero.At.Meets(last.At)).Select(static zero => new Mark(zero.At, zero)));
            _undecided.AddRange(zeros.Found.Where(static zero => !zero.IsProven).Select(static zero => zero.At).Where(at => !at.Meets(first.At) && !at.Meets(last.At)));
        }

        var (from, program) = (first, _allowance.Made(_line.Program(piece.Assumptions, _formula)));
        foreach (var mark in marks.OrderBy(static mark => mark.At.Lower).Append(last))
        {
            if (mark != last && from.At.Meets(mark.At) && from != first)
            {
                // Two factors with a common zero: it is one place.
                if (from.Zero is null || mark.Zero is null) from = new Mark(from.At.Hull(mark.At));
                continue;
            }

            if (mark.At.Lower > from.At.Upper) _spans.Add(new SignSpan(from, mark, SignBetween(from.At.Upper, mark.At.Lower, program), piece));
            from = mark;
        }
    }

    private int? SignBetween(double left, double right, IntervalProgram program)
    {
        var range = new Enclosure[1];
        foreach (var part in (ReadOnlySpan<double>)[0.5, 0.38, 0.71])
        {
            if (_allowance.IsSpent) return null;
            var middle = left + (part * (right - left));
            _allowance.Spend(program.Cost);
            program.Run([Enclosure.At(middle)], range);
            if (range[0].Sign != 0) return range[0].Sign;
            if (_line.At(_formula, middle, _allowance).Sign is { } sign and not 0) return sign;
        }

        return null;
    }
}
