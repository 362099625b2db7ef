using Calculus.Expressions;
using Calculus.Intervals;
using Calculus.Seams;

namespace Calculus.CriticalPoints;

/// <summary>A place where a function changes its form, seen from both sides.</summary>
/// <param name="At">The place.</param>
/// <param name="Left">The piece to the left on which the function has values, or null.</param>
/// <param name="Right">The piece to the right, or null.</param>
internal sealed record CurveBreak(Zero At, LinePiece? Left, LinePiece? Right)
{
    /// <summary>The value at the place; NaN where there is none, null where that is not known.</summary>
    public double? Value { get; init; }

    /// <summary>The limits of the value from the left and from the right; null where they are not known.</summary>
    public (double? Left, double? Right) Limits { get; init; }

    /// <summary>The limits of the slope.</summary>
    public (double? Left, double? Right) Slopes { get; init; }

    /// <summary>How large values and slopes are nearby: what is smaller by many digits is rounding.</summary>
    public (double Value, double Slope) Scales { get; init; }

    /// <summary>Whether the slope is 0 on both sides.</summary>
    public bool IsLevel => IsSame(Slopes.Left, 0, Scales.Slope) && IsSame(Slopes.Right, 0, Scales.Slope);

    /// <summary>Whether the function grows without bound on a side.</summary>
    public bool IsPole => (Limits.Left is { } left && double.IsInfinity(left)) || (Limits.Right is { } right && double.IsInfinity(right));

    /// <summary>Whether it has a value.</summary>
    public bool HasValue => Value is { } value && double.IsFinite(value);

    /// <summary>Whether the curve reaches its value from the left.</summary>
    public bool IsClosedLeft => Left is not null && HasValue && IsSame(Limits.Left, Value, Scales.Value);

    /// <summary>Whether the curve reaches its value from the right.</summary>
    public bool IsClosedRight => Right is not null && HasValue && IsSame(Limits.Right, Value, Scales.Value);

    /// <summary>Whether the curve goes through it without a jump.</summary>
    public bool IsContinuous => IsClosedLeft && IsClosedRight;

    /// <summary>Whether the curve has one tangent there, an upright one included.</summary>
    public bool HasTangent => IsContinuous && IsSame(Slopes.Left, Slopes.Right, Scales.Slope);

    /// <summary>Whether two numbers agree, rounding aside.</summary>
    /// <param name="a">A number, or null where it is not known.</param>
    /// <param name="b">The other.</param>
    /// <param name="scale">How large such numbers are.</param>
    public static bool IsSame(double? a, double? b, double scale) =>
        a is { } x && b is { } y && (x == y || (double.IsFinite(x) && double.IsFinite(y) && Math.Abs(x - y) <= 1e-9 * Math.Max(scale, Math.Max(Math.Abs(x), Math.Abs(y)))));
}

/// <summary>Looks at breaks from both sides.</summary>
/// <param name="line">The formulas of the variable.</param>
/// <param name="function">The function.</param>
/// <param name="slope">Its derivative, in the form of the rules.</param>
/// <param name="limits">Limits at numbers that are known exactly.</param>
internal sealed class CurveBreaks(LineFormulas line, Expression function, Expression slope, BallLimits limits)
{
    private const double Enormous = 1e100;

    /// <summary>One break with what is known of it.</summary>
    /// <param name="at">The place.</param>
    /// <param name="left">The piece to the left, or null.</param>
    /// <param name="right">The piece to the right, or null.</param>
    /// <param name="there">What holds exactly there.</param>
    public CurveBreak Of(Zero at, LinePiece? left, LinePiece? right, Assumptions there)
    {
        var scales = (Scale(function, left, right), Scale(slope, left, right));
        var seen = new CurveBreak(at, left, right)
        {
            Scales = scales,
            Limits = (left is null ? null : Limit(function, left, at, -1, scales.Item1), right is null ? null : Limit(function, right, at, 1, scales.Item1)),
            Slopes = (left is null ? null : Limit(slope, left, at, -1, scales.Item2), right is null ? null : Limit(slope, right, at, 1, scales.Item2)),
        };
        return seen with { Value = ValueAt(seen, there) };
    }

    private double? ValueAt(CurveBreak seen, Assumptions there)
    {
        if (seen.At.IsExact)
        {
            var value = limits.Value(function, 0, [seen.At.Number]);
            if (value is not null) return value;
        }

        var plain = Over(function, there, seen.At.At);
        if (plain.IsEmpty) return double.NaN;
        if (plain.IsDefined && IsNarrow(plain, seen.Scales.Value)) return Decimals.Shortest(plain);
        if (seen.IsPole) return double.NaN;
        if (seen.Left is not null && seen.Right is not null) return CurveBreak.IsSame(seen.Limits.Left, seen.Limits.Right, seen.Scales.Value) && plain.IsDefined ? seen.Limits.Left : null;
        var (piece, limit) = seen.Left is null ? (seen.Right, seen.Limits.Right) : (seen.Left, seen.Limits.Left);
        // Where the domain ends, the value is the limit if the formula has one at the end itself.
        return piece is not null && Over(function, piece.Assumptions, seen.At.At).IsDefined ? limit : null;
    }

    private double? Limit(Expression formula, LinePiece piece, Zero at, int side, double scale)
    {
        var range = Over(formula, piece.Assumptions, at.At);
        if (IsNarrow(range, scale)) return Decimals.Shortest(range);
        if (at.IsExact && limits.Side(formula, 0, 0, side, [at.Number]) is { } limit && !double.IsNaN(limit.Value)) return limit.Value;
        return Followed(formula, piece, at.At.Middle, side);
    }

    // Where the place is no decimal, values at falling distances tell a limit from a pole; evidence, not proof.
    private double? Followed(Expression formula, LinePiece piece, double at, int side)
    {
        var scale = Math.Max(Math.Abs(at), Math.ScaleB(1, -20));
        var values = new double[3];
        for (var k = 0; k < values.Length; k++)
        {
            var value = Over(formula, piece.Assumptions, Enclosure.At(at + (side * Math.ScaleB(scale, -12 - (12 * k)))));
            if (value.Lower > Enormous) return double.PositiveInfinity;
            if (value.Upper < -Enormous) return double.NegativeInfinity;
            if (value.IsEmpty || !value.IsBounded) return null;
            values[k] = value.Middle;
        }

        if (Math.Abs(values[2] - values[1]) <= 1e-5 * Math.Max(1, Math.Abs(values[1])) && Math.Abs(values[2]) < 1e9) return values[2];
        var grows = Math.Abs(values[1]) > 1.3 * Math.Abs(values[0]) && Math.Abs(values[2]) > 1.3 * Math.Abs(values[1]) && Math.Sign(values[2]) == Math.Sign(values[1]);
        return grows ? Math.Sign(values[2]) * double.PositiveInfinity : null;
    }

    private Enclosure Over(Expression formula, Assumptions assumptions, Enclosure x)
    {
        var range = new Enclosure[1];
        line.Program(assumptions, formula).Run([x with { Known = Known.Smooth }], range);
        return range[0];
    }

    private double Scale(Expression formula, LinePiece? left, LinePiece? right)
    {
        var scale = 0.0;
        foreach (var piece in (ReadOnlySpan<LinePiece?>)[left, right])
        {
            if (piece is null) continue;
            var size = Over(formula, piece.Assumptions, Enclosure.At(piece.Range.Middle)).Size;
            if (double.IsFinite(size)) scale = Math.Max(scale, size);
        }

        return scale;
    }

    private static bool IsNarrow(Enclosure range, double scale) => !range.IsEmpty && range.IsBounded && range.Width <= 1e-6 * Math.Max(scale, range.Size);
}
