namespace Calculus.Intervals;

/// <summary>Sums, products, quotients and whole powers, rounded outwards.</summary>
internal readonly partial record struct Enclosure
{
    /// <summary>a + b</summary>
    public static Enclosure operator +(Enclosure a, Enclosure b)
    {
        if (a.IsEmpty || b.IsEmpty) return Empty;
        var known = a.Known & b.Known & Known.Smooth;
        var (lower, upper) = (Outward.AddDown(a.Lower, b.Lower), Outward.AddUp(a.Upper, b.Upper));
        return Made(lower, upper, known);
    }

    /// <summary>−a</summary>
    public static Enclosure operator -(Enclosure a) => a.IsEmpty ? a : new(-a.Upper, -a.Lower, a.Known);

    /// <summary>a − b</summary>
    public static Enclosure operator -(Enclosure a, Enclosure b) => a + -b;

    /// <summary>a·b; no value is 0 where none of either is.</summary>
    public static Enclosure operator *(Enclosure a, Enclosure b)
    {
        if (a.IsEmpty || b.IsEmpty) return Empty;
        var known = Common(a, b);
        if (a.Lower == 0 && a.Upper == 0) return new(0, 0, known);
        if (b.Lower == 0 && b.Upper == 0) return new(0, 0, known);
        // The signs tell which ends make the least and the largest product, unless both factors have both signs.
        if (a.Lower >= 0)
        {
            return b.Lower >= 0 ? Between(a.Lower, b.Lower, a.Upper, b.Upper)
                : b.Upper <= 0 ? Between(a.Upper, b.Lower, a.Lower, b.Upper)
                : Between(a.Upper, b.Lower, a.Upper, b.Upper);
        }

        if (a.Upper <= 0)
        {
            return b.Lower >= 0 ? Between(a.Lower, b.Upper, a.Upper, b.Lower)
                : b.Upper <= 0 ? Between(a.Upper, b.Upper, a.Lower, b.Lower)
                : Between(a.Lower, b.Upper, a.Lower, b.Lower);
        }

        if (b.Lower >= 0) return Between(a.Lower, b.Upper, a.Upper, b.Upper);
        if (b.Upper <= 0) return Between(a.Upper, b.Lower, a.Lower, b.Lower);
        return Made(
            Math.Min(Outward.MultiplyDown(a.Lower, b.Upper), Outward.MultiplyDown(a.Upper, b.Lower)),
            Math.Max(Outward.MultiplyUp(a.Lower, b.Lower), Outward.MultiplyUp(a.Upper, b.Upper)), known);

        Enclosure Between(double low, double withLow, double high, double withHigh) => Made(Outward.MultiplyDown(low, withLow), Outward.MultiplyUp(high, withHigh), known);
    }

    /// <summary>a/b; where b may be 0 there may be no value.</summary>
    public static Enclosure operator /(Enclosure a, Enclosure b) => a * b.Reciprocal();

    /// <summary>1/a, never 0.</summary>
    public Enclosure Reciprocal()
    {
        if (IsEmpty || (Lower == 0 && Upper == 0)) return Empty;
        var known = Known | Known.NotZero;
        // Where a is never 0 but both signs occur, its reciprocal is any number.
        if (Lower < 0 && Upper > 0) return new(double.NegativeInfinity, double.PositiveInfinity, (Known & Known.NotZero) != 0 ? known : known & ~Known.Defined);
        if ((Lower == 0 || Upper == 0) && (Known & Known.NotZero) == 0) known &= ~Known.Defined;
        return new(
            Upper == 0 ? double.NegativeInfinity : Outward.DivideDown(1, Upper),
            Lower == 0 ? double.PositiveInfinity : Outward.DivideUp(1, Lower), known);
    }

    /// <summary>A whole power, of a negative exponent too; x^0 is 1.</summary>
    public Enclosure Power(int exponent)
    {
        if (IsEmpty) return this;
        if (exponent == 0) return new(1, 1, Known & Known.Smooth);
        if (exponent == int.MinValue) return Anything;
        return exponent < 0 ? Raised(-exponent).Reciprocal() : Raised(exponent);
    }

    private Enclosure Raised(int exponent)
    {
        if (exponent == 1) return this;
        var known = Known;
        if (exponent % 2 != 0) return Made(RaisedDown(Lower, exponent), RaisedUp(Upper, exponent), known);
        double low = Math.Abs(Lower), high = Math.Abs(Upper);
        var nearest = Lower <= 0 && Upper >= 0 ? 0 : Math.Min(low, high);
        return Made(RaisedDown(nearest, exponent), RaisedUp(Math.Max(low, high), exponent), known);
    }

    private static double RaisedDown(double x, int exponent)
    {
        if (x < 0) return exponent % 2 == 0 ? BySquaring(-x, exponent, up: false) : -BySquaring(-x, exponent, up: true);
        return BySquaring(x, exponent, up: false);
    }

    private static double RaisedUp(double x, int exponent)
    {
        if (x < 0) return exponent % 2 == 0 ? BySquaring(-x, exponent, up: true) : -BySquaring(-x, exponent, up: false);
        return BySquaring(x, exponent, up: true);
    }

    // For a number that is not negative, rounded up or down.
    private static double BySquaring(double x, int exponent, bool up)
    {
        var power = 1.0;
        for (var n = exponent; n > 0; n >>= 1)
        {
            if ((n & 1) != 0) power = up ? Outward.MultiplyUp(power, x) : Outward.MultiplyDown(power, x);
            if (n > 1) x = up ? Outward.MultiplyUp(x, x) : Outward.MultiplyDown(x, x);
        }

        return up ? power : Math.Max(power, 0);
    }

    private static Known Common(Enclosure a, Enclosure b)
    {
        var known = a.Known & b.Known & Known.Smooth;
        return a.MayBeZero || b.MayBeZero ? known : known | Known.NotZero;
    }

    // A lower bound of infinity would be no number.
    private static Enclosure Made(double lower, double upper, Known known) => new(
        double.IsNaN(lower) ? double.NegativeInfinity : Math.Min(lower, double.MaxValue),
        double.IsNaN(upper) ? double.PositiveInfinity : Math.Max(upper, -double.MaxValue), known);
}
