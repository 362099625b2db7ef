using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Intervals;

/// <summary>The values that a function of the catalogue has over ranges of its arguments.</summary>
internal static class CallRanges
{
    private const int LargestWholePower = 1_024;

    /// <summary>The range of a call.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">The ranges of its arguments.</param>
    public static Enclosure Of(Function function, ReadOnlySpan<Enclosure> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.IsEmpty) return Enclosure.Empty;
        }

        return function switch
        {
            UnaryFunction unary => UnaryRanges.Of(unary, arguments[0]),
            Power => Raised(arguments[0], arguments[1]),
            RealPower => Rooted(arguments[0], arguments[1].Lower, arguments[2].Lower),
            Log => Logarithm(arguments[0]),
            Hypot => UnaryRanges.Of(Sqrt.Function, arguments[0].Power(2) + arguments[1].Power(2)),
            Min or Max => Extreme(arguments, function is Max),
            Clip => Extreme([Extreme([arguments[0], arguments[1]], isLargest: true), arguments[2]], isLargest: false),
            LeakyRelu when arguments.Length == 2 => Bent(arguments[0], arguments[1]),
            LeakyRelu => Bent(arguments[0], Enclosure.Of(Rational.FromDecimal(LeakyRelu.DefaultSlope))),
            Relation relation => Compared(relation, arguments[0], arguments[1]),
            Connective => Joined(function, arguments),
            LargestShare => Share(arguments),
            _ => UnaryRanges.InBalls(function, arguments),
        };
    }

    private static Enclosure Logarithm(Enclosure x)
    {
        if (x.Upper <= 0) return Enclosure.Empty;
        var known = (x.Lower > 0 || (x.Lower >= 0 && (x.Known & Known.NotZero) != 0)) ? x.Known & Known.Smooth : x.Known & Known.Continuous;
        return new(x.Lower <= 0 ? double.NegativeInfinity : LogarithmAt(x.Lower).Lower, LogarithmAt(x.Upper).Upper, known);
    }

    private static Enclosure LogarithmAt(double x)
    {
        if (x == 1) return Enclosure.At(0);
        if (double.IsPositiveInfinity(x)) return new(double.MaxValue, x);
        var value = OnAxis.Log(x);
        var error = (4 * Math.ScaleB(Math.Abs(value), -52)) + double.Epsilon;
        return new(value - error, value + error);
    }

    private static Enclosure Raised(Enclosure x, Enclosure exponent)
    {
        if (exponent.Lower == exponent.Upper && double.IsFinite(exponent.Lower))
        {
            var n = exponent.Lower;
            if (double.IsInteger(n) && Math.Abs(n) <= LargestWholePower) return x.Power((int)n);
            if (n == 0.5) return UnaryRanges.Of(Sqrt.Function, x);
            if (n == -0.5) return UnaryRanges.Of(Sqrt.Function, x).Reciprocal();
            if (double.IsInteger(n)) return UnaryRanges.InBalls(Power.Function, x, exponent);
        }

        // x^v = exp(v·log(x)) for positive x; 0^v is 0 for positive v.
        var positive = UnaryRanges.Of(Exp.Function, exponent * Logarithm(x));
        if (x.Lower > 0 || (x.Lower >= 0 && (x.Known & Known.NotZero) != 0)) return positive;
        // Powers of negative numbers are defined at single exponents.
        if (exponent.Lower != exponent.Upper && x.Lower < 0) return Enclosure.Anything;
        if (exponent.Lower > 0)
        {
            if (x.Upper < 0) return Enclosure.Empty;
            var raised = positive.IsEmpty ? Enclosure.At(0) : positive.Hull(Enclosure.At(0));
            return raised with { Known = x.Lower >= 0 ? x.Known & exponent.Known & Known.Smooth : x.Known & exponent.Known & Known.Continuous };
        }

        if (exponent.Upper < 0 && exponent.Lower == exponent.Upper) return positive.IsEmpty ? positive : positive with { Known = x.Known & exponent.Known & (Known.Continuous | Known.NotZero) };
        return exponent.Lower == exponent.Upper ? positive.Without(Known.Defined) : Enclosure.Anything;
    }

    // The real root of an odd order of negative numbers too.
    private static Enclosure Rooted(Enclosure x, double p, double q)
    {
        if (p < 0) return Rooted(x, -p, q, p % 2 == 0).Reciprocal();
        return Rooted(x, p, q, p % 2 == 0);
    }

    private static Enclosure Rooted(Enclosure x, double p, double q, bool isEven)
    {
        var known = x.Known;
        if (isEven)
        {
            double low = Math.Abs(x.Lower), high = Math.Abs(x.Upper);
            return new(x.SpansZero ? 0 : RootAt(Math.Min(low, high), p, q).Lower, RootAt(Math.Max(low, high), p, q).Upper, known);
        }

        return new(RootAt(x.Lower, p, q).Lower, RootAt(x.Upper, p, q).Upper, known);
    }

    private static Enclosure RootAt(double x, double p, double q)
    {
        if (x == 0 || double.IsInfinity(x)) return x == 0 ? Enclosure.At(0) : x > 0 ? new(double.MaxValue, x) : new(x, -double.MaxValue);
        var value = RealPower.Function.Value([x, p, q]);
        var error = (RealPower.Function.UnitsInLastPlace * Math.ScaleB(Math.Abs(value), -52)) + double.Epsilon;
        return double.IsFinite(value) ? new(value - error, value + error) : value > 0 ? new(double.MaxValue, value) : new(value, -double.MaxValue);
    }

    private static Enclosure Extreme(ReadOnlySpan<Enclosure> arguments, bool isLargest)
    {
        var range = arguments[0];
        foreach (var other in arguments[1..])
        {
            range = isLargest
                ? new(Math.Max(range.Lower, other.Lower), Math.Max(range.Upper, other.Upper), range.Known & other.Known & Known.Smooth)
                : new(Math.Min(range.Lower, other.Lower), Math.Min(range.Upper, other.Upper), range.Known & other.Known & Known.Smooth);
        }

        return range;
    }

    private static Enclosure Bent(Enclosure x, Enclosure slope)
    {
        if (x.Lower >= 0) return x with { Known = x.Known & slope.Known };
        var below = x.Within(double.NegativeInfinity, 0) * slope;
        return x.Upper < 0 ? below : below.Hull(x.Within(0, double.PositiveInfinity));
    }

    private static Enclosure Compared(Relation relation, Enclosure a, Enclosure b)
    {
        var known = a.Known & b.Known & Known.Smooth;
        int? order = a.Upper < b.Lower ? -1 : a.Lower > b.Upper ? 1 : a.Lower == a.Upper && a.Lower == b.Lower && b.Lower == b.Upper ? 0 : null;
        if (order is { } certain) return Enclosure.At(relation.Value([certain, 0.0])) with { Known = known };
        // Where they may touch but not cross, two of the three answers are left.
        bool below = a.Lower < b.Upper, above = a.Upper > b.Lower;
        var (low, high) = (relation.Value([0.0, 0.0]), relation.Value([0.0, 0.0]));
        if (below) (low, high) = (Math.Min(low, relation.Value([-1.0, 0.0])), Math.Max(high, relation.Value([-1.0, 0.0])));
        if (above) (low, high) = (Math.Min(low, relation.Value([1.0, 0.0])), Math.Max(high, relation.Value([1.0, 0.0])));
        return new(low, high, low == high ? known : known & ~Known.Continuous);
    }

    private static Enclosure Joined(Function function, ReadOnlySpan<Enclosure> arguments)
    {
        // Each argument is 0, or it is not: the ends of the range are among the joined ends.
        var (low, high, known) = (1.0, 0.0, Known.Smooth);
        Span<double> values = new double[arguments.Length];
        for (var choice = 0; choice < 1 << Math.Min(arguments.Length, 12); choice++)
        {
            var isPossible = true;
            for (var i = 0; i < arguments.Length; i++)
            {
                values[i] = i < 12 && ((choice >> i) & 1) != 0 ? 1 : 0;
                isPossible &= values[i] == 0 ? arguments[i].SpansZero : arguments[i] is not { Lower: 0, Upper: 0 };
            }

            if (!isPossible) continue;
            var value = function.Value(values);
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (arguments.Length > 12) (low, high) = (0, 1);
        foreach (var argument in arguments) known &= argument.Known;
        return new(low, high, low == high ? known : known & ~Known.Continuous);
    }

    private static Enclosure Share(ReadOnlySpan<Enclosure> arguments)
    {
        var (isLargest, known) = (true, arguments[0].Known & Known.Smooth);
        foreach (var other in arguments[1..])
        {
            known &= other.Known;
            if (other.Lower > arguments[0].Upper) return Enclosure.At(0) with { Known = known & Known.Smooth };
            isLargest &= other.Upper < arguments[0].Lower;
        }

        return isLargest ? Enclosure.At(1) with { Known = known } : new(0, 1, known & ~Known.Continuous);
    }
}
