using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Intervals;

/// <summary>
/// The values that a function of one argument has over a range: between two turns they lie between those at the ends. The values in doubles
/// are as good as the function's card says, and are widened by that. Functions whose turns are not stated are computed in balls.
/// </summary>
internal static class UnaryRanges
{
    /// <summary>What one value in balls costs, in operations on ranges.</summary>
    public const int BallCost = 2_000;

    /// <summary>What one value of the gamma function and its kin costs in balls.</summary>
    public const int DearBallCost = 20_000;

    private const double HalfUnit = 1.0 / (1L << 53);
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double Underflow = 1e-290;

    // Beyond so many turns a place in a row is no longer known.
    private const double MostTurns = 1L << 40;

    private const int Bits = 64;

    /// <summary>The range of a function over a range.</summary>
    public static Enclosure Of(UnaryFunction function, Enclosure x)
    {
        if (x.IsEmpty) return x;
        if ((function.Turns ?? (IsRightOfPoles(function, x) ? function.TurnsRightOfPoles : null)) is not { } turns) return InBalls(function, x);
        var (range, known) = (Enclosure.Empty, x.Known & Known.Smooth);
        if (!IsWithin(function.Domain, x)) known &= ~Known.Defined;
        if (Jumps(function, x)) known &= ~Known.Continuous;
        var whole = Whole(function.Range);
        if (function.Domain.Without is { } poles && MayHold(poles, x))
            return BesidePole(function, turns, poles, x, whole) is { } beside ? beside with { Known = known & ~Known.Defined } : new(whole.Lower, whole.Upper, function.Range.Contains(0) ? known & ~Known.Defined : (known & ~Known.Defined) | Known.NotZero);
        foreach (var part in function.Domain.Parts)
        {
            var piece = x.Within(part.Lower, part.Upper);
            var isOutside = piece.IsEmpty || (piece.Lower == piece.Upper && !part.Contains(piece.Lower));
            if (isOutside) continue;
            var own = Between(function, turns, piece, whole);
            // At an end that does not belong to the domain the values go to the limit on this side.
            if (part.LowerOpen && piece.Lower == part.Lower) own = own.Hull(Limit(function, part.Lower, 1, whole));
            if (part.UpperOpen && piece.Upper == part.Upper) own = own.Hull(Limit(function, part.Upper, -1, whole));
            range = range.IsEmpty ? own : range.Hull(own);
        }

        if (range.IsEmpty) return Enclosure.Empty;
        range = range.Within(whole.Lower, whole.Upper);
        if (range.IsEmpty) return whole with { Known = Known.None };
        return range with { Known = function.Range.Contains(0) ? known : known | Known.NotZero };
    }

    /// <summary>The values of a function over ranges of its arguments, in balls.</summary>
    public static Enclosure InBalls(Function function, params ReadOnlySpan<Enclosure> arguments)
    {
        var balls = new Ball[arguments.Length];
        var known = Known.Smooth;
        for (var i = 0; i < balls.Length; i++)
        {
            if (arguments[i].IsEmpty) return Enclosure.Empty;
            if (!arguments[i].IsBounded) return Whole(function.Range) with { Known = Known.None };
            known &= arguments[i].Known;
            balls[i] = arguments[i].Lower == arguments[i].Upper
                ? Ball.Of(Rational.Exactly(arguments[i].Lower))
                : Ball.Between(Ball.Of(Rational.Exactly(arguments[i].Lower)), Ball.Of(Rational.Exactly(arguments[i].Upper)), Bits);
        }

        var value = function.Value(balls, Bits);
        if (!value.IsFinite) return value.Kind == BallKind.Undefined ? Enclosure.Empty : Whole(function.Range) with { Known = Known.None };
        if (MayJump(function, arguments)) known &= ~Known.Continuous;
        return Enclosure.Of(value) with { Known = known };
    }

    private static bool IsRightOfPoles(UnaryFunction function, Enclosure x) => function.Domain.Without is { EndsAtFirst: true } poles && x.Lower > poles.First;

    // A function that never turns, on a range with a pole at just one end: on the other side of its value it grows without bound.
    private static Enclosure? BesidePole(UnaryFunction function, Turns turns, PointRow poles, Enclosure x, Enclosure whole)
    {
        if (turns.Row is not null || turns.Points.Length > 0 || !double.IsInteger(poles.First) || !double.IsInteger(poles.Step) || !x.IsBounded) return null;
        bool atLower = poles.Contains(x.Lower), atUpper = poles.Contains(x.Upper);
        if (atLower == atUpper || Math.Floor(Place(poles, x.Upper)) - Math.Ceiling(Place(poles, x.Lower)) > 0) return null;
        var (end, middle) = (At(function, atLower ? x.Upper : x.Lower, whole), At(function, x.Middle, whole));
        if (middle.Lower > end.Upper) return new(end.Lower, double.PositiveInfinity);
        return middle.Upper < end.Lower ? new(double.NegativeInfinity, end.Upper) : null;
    }

    private static Enclosure Between(UnaryFunction function, Turns turns, Enclosure x, Enclosure whole)
    {
        var range = Enclosure.Empty;
        foreach (var end in (ReadOnlySpan<double>)[x.Lower, x.Upper])
        {
            // A pole at an end is looked at from the side of the range.
            if (double.IsFinite(end) && double.IsInfinity(function.Value(end)) && x.Lower != x.Upper && !function.Domain.Contains(end)) continue;
            range = range.IsEmpty ? At(function, end, whole) : range.Hull(At(function, end, whole));
        }

        foreach (var turn in turns.Points)
        {
            if (turn >= x.Lower - Rounding(turn) && turn <= x.Upper + Rounding(turn)) range = range.Hull(At(function, turn, whole));
        }

        if (turns.Row is not { } row) return range;
        var (first, last) = (Place(row, x.Lower), Place(row, x.Upper));
        if (!(Math.Abs(first) < MostTurns && Math.Abs(last) < MostTurns)) return whole;
        var (low, high) = (Math.Ceiling(first - Doubt(row, first)), Math.Floor(last + Doubt(row, last)));
        // Two neighbours are the highest and the lowest of all turns.
        for (var turn = low; turn <= Math.Min(high, low + 1); turn++) range = range.Hull(At(function, row.First + (turn * row.Step), whole));
        return range;
    }

    // Next to an end of the domain; where the value at the end itself is infinite, the side decides its sign.
    private static Enclosure Limit(UnaryFunction function, double end, int side, Enclosure whole)
    {
        if (!double.IsFinite(end) || !double.IsInfinity(function.Value(end))) return At(function, end, whole);
        var near = function.Value(side > 0 ? Math.BitIncrement(end) : Math.BitDecrement(end));
        return double.IsNaN(near) ? whole : near > 0 ? new(Math.Min(near / 2, double.MaxValue), double.PositiveInfinity) : new(double.NegativeInfinity, Math.Max(near / 2, -double.MaxValue));
    }

    private static Enclosure At(UnaryFunction function, double x, Enclosure whole)
    {
        var value = function.Value(x);
        if (double.IsNaN(value)) return whole;
        if (double.IsInfinity(value)) return value > 0 ? new(double.MaxValue, value) : new(value, -double.MaxValue);
        if (function is Step or Abs or Relu || (x == 0 && value == 0) || function.FactsOf(Facts.AnySign).IsInteger()) return Enclosure.At(value);
        // At the far ends the value is a limit.
        ReadOnlySpan<double> argument = [double.IsFinite(x) ? x : double.CopySign(double.MaxValue, x)];
        var error = (function.UnitsInLastPlace * 2 * HalfUnit * Math.Abs(value)) + function.AbsoluteError(argument, value) + (Math.Abs(value) < Underflow ? SmallestNormal : 0);
        return double.IsFinite(error) ? new(Math.BitDecrement(value - error), Math.BitIncrement(value + error)) : whole;
    }

    private static bool IsWithin(RealSet domain, Enclosure x)
    {
        foreach (var part in domain.Parts)
        {
            if ((part.LowerOpen && double.IsFinite(part.Lower) ? x.Lower > part.Lower : x.Lower >= part.Lower) && (part.UpperOpen && double.IsFinite(part.Upper) ? x.Upper < part.Upper : x.Upper <= part.Upper)) return true;
        }

        return false;
    }

    private static bool Jumps(UnaryFunction function, Enclosure x)
    {
        if (!function.FactsOf(Facts.AnySign).IsInteger() && function is not (Step or Sign)) return false;
        if (x.Lower == x.Upper) return false;
        return function is Step or Sign ? x.SpansZero : !(function.Value(x.Lower) == function.Value(x.Upper) && !double.IsInteger(2 * x.Lower) && !double.IsInteger(2 * x.Upper));
    }

    private static bool MayJump(Function function, ReadOnlySpan<Enclosure> arguments) => function switch
    {
        Acot or ReciprocalOrZero => arguments[0].SpansZero,
        Atan2 => arguments[1].Lower <= 0 && arguments[0].SpansZero,
        Mod or LargestShare or Connective or Relation => true,
        _ => false,
    };

    private static bool MayHold(PointRow row, Enclosure x)
    {
        var (first, last) = (Place(row, x.Lower), Place(row, x.Upper));
        if (!(Math.Abs(first) < MostTurns && Math.Abs(last) < MostTurns)) return !(row.EndsAtFirst && x.Lower > row.First);
        if (row.EndsAtFirst && x.Lower > row.First) return false;
        return Math.Ceiling(first - Doubt(row, first)) <= Math.Floor(last + Doubt(row, last));
    }

    private static Enclosure Whole(RealSet range) => new(Below(range.Parts[0].Lower), -Below(-range.Parts[^1].Upper), range.Contains(0) ? Known.Smooth : Known.Smooth | Known.NotZero);

    // Bounds such as π/2 are doubles next to the number.
    private static double Below(double bound) => double.IsFinite(bound) && !double.IsInteger(bound) ? Math.BitDecrement(Math.BitDecrement(bound)) : bound;

    private static double Place(PointRow row, double x) => (x - row.First) / row.Step;

    // Whole numbers are known exactly, multiples of π are not.
    private static double Doubt(PointRow row, double place) => double.IsInteger(row.First) && double.IsInteger(row.Step) ? 0 : 4e-15 * Math.Max(1, Math.Abs(place));

    private static double Rounding(double turn) => 4e-16 * Math.Max(1, Math.Abs(turn));
}
