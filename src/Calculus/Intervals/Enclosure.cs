using System.Globalization;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Intervals;

/// <summary>
/// The values of a formula over a box: all of them lie between two doubles, of which infinite ones stand for unbounded values (Moore,
/// Kearfott and Cloud, <i>Introduction to Interval Analysis</i>, 2009; the decorations of IEEE 1788-2015).
/// </summary>
/// <param name="Lower">A lower bound; above <paramref name="Upper"/> where there is no value at all.</param>
/// <param name="Upper">An upper bound.</param>
/// <param name="Known">What is known besides.</param>
internal readonly partial record struct Enclosure(double Lower, double Upper, Known Known = Known.Smooth)
{
    /// <summary>No value anywhere in the box.</summary>
    public static Enclosure Empty { get; } = new(double.PositiveInfinity, double.NegativeInfinity, Known.Continuous);

    /// <summary>Any number, or none.</summary>
    public static Enclosure Anything { get; } = new(double.NegativeInfinity, double.PositiveInfinity, Known.None);

    /// <summary>Whether there is no value in the whole box.</summary>
    public bool IsEmpty => !(Lower <= Upper);

    /// <summary>Whether 0 may be a value.</summary>
    public bool MayBeZero => Lower <= 0 && Upper >= 0 && !IsEmpty && (Known & Known.NotZero) == 0;

    /// <summary>Whether the range contains 0, though it may not be a value.</summary>
    public bool SpansZero => Lower <= 0 && Upper >= 0;

    /// <summary>Whether it is 0 all over the box.</summary>
    public bool IsZero => Lower == 0 && Upper == 0 && IsDefined;

    /// <summary>Whether there is a value at every point of the box.</summary>
    public bool IsDefined => (Known & Known.Defined) != 0;

    /// <summary>Whether it does not jump.</summary>
    public bool IsContinuous => (Known & Known.Continuous) != 0;

    /// <summary>Whether both bounds are finite.</summary>
    public bool IsBounded => double.IsFinite(Lower) && double.IsFinite(Upper);

    /// <summary>1 or −1 where all values have that sign, otherwise 0.</summary>
    public int Sign => IsEmpty ? 0 : Lower > 0 ? 1 : Upper < 0 ? -1 : 0;

    /// <summary>How far the bounds are apart.</summary>
    public double Width => Upper - Lower;

    /// <summary>A double in the middle; finite.</summary>
    public double Middle
    {
        get
        {
            var (low, high) = (Math.Max(Lower, -double.MaxValue), Math.Min(Upper, double.MaxValue));
            return Math.Clamp((low / 2) + (high / 2), low, high);
        }
    }

    /// <summary>The largest absolute value.</summary>
    public double Size => Math.Max(Math.Abs(Lower), Math.Abs(Upper));

    /// <summary>A double, exactly.</summary>
    public static Enclosure At(double value) => new(value, value);

    /// <summary>A fraction.</summary>
    public static Enclosure Of(Rational value)
    {
        var nearest = value.ToDouble();
        if (!double.IsFinite(nearest)) return value.Sign > 0 ? new(double.MaxValue, double.PositiveInfinity) : new(double.NegativeInfinity, -double.MaxValue);
        var order = Rational.Exactly(nearest).CompareTo(value);
        return new(order > 0 ? Math.BitDecrement(nearest) : nearest, order < 0 ? Math.BitIncrement(nearest) : nearest);
    }

    /// <summary>The numbers of a ball.</summary>
    public static Enclosure Of(Ball ball)
    {
        ArgumentNullException.ThrowIfNull(ball);
        const int bits = 64;
        if (ball.Kind == BallKind.Undefined) return Empty;
        if (!ball.IsFinite) return Anything;
        if (ball.Fraction is { } exact) return Of(exact);
        return new(Math.BitDecrement(ball.Lower(bits).ToDouble()), Math.BitIncrement(ball.Upper(bits).ToDouble()));
    }

    /// <summary>Whether a number lies in the range.</summary>
    public bool Contains(double x) => x >= Lower && x <= Upper;

    /// <summary>Whether the other range lies strictly inside.</summary>
    public bool HoldsInside(Enclosure other) => other.Lower > Lower && other.Upper < Upper;

    /// <summary>Whether the ranges have a number in common.</summary>
    public bool Meets(Enclosure other) => Lower <= other.Upper && other.Lower <= Upper;

    /// <summary>The same knowledge with the range cut to bounds.</summary>
    public Enclosure Within(double lower, double upper)
    {
        var cut = this with { Lower = Math.Max(Lower, lower), Upper = Math.Min(Upper, upper) };
        return cut.IsEmpty ? Empty : cut;
    }

    /// <summary>The range cut to another that holds the same values.</summary>
    public Enclosure And(Enclosure other) => Within(other.Lower, other.Upper) with { Known = Known | other.Known };

    /// <summary>A range that holds both.</summary>
    public Enclosure Hull(Enclosure other)
    {
        if (IsEmpty) return other with { Known = other.Known & ~Known.Defined };
        if (other.IsEmpty) return this with { Known = Known & ~Known.Defined };
        return new(Math.Min(Lower, other.Lower), Math.Max(Upper, other.Upper), Known & other.Known);
    }

    /// <summary>The same range, of which less is known.</summary>
    public Enclosure Without(Known known) => this with { Known = Known & ~known };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Lower:R}, {Upper:R}]");
}
