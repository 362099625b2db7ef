using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Certification;

/// <summary>
/// Doubles with running error bounds: the rounding errors of sums and products are known exactly, those of functions by their cards
/// (Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., section 3.3; Ogita, Rump, Oishi, <i>Accurate Sum and Dot
/// Product</i>, 2005).
/// </summary>
internal sealed class BoundedArithmetic : IArithmetic<Bounded>
{
    private const double HalfUnit = 1.0 / (1L << 53);

    private const int OnTheStack = 16;

    private const double SmallestNormal = 2.2250738585072014e-308;

    // Below, products lose digits that no rounding error tells of.
    private const double Underflow = 1e-290;

    /// <inheritdoc/>
    public Bounded Unknown => Bounded.Unknown;

    /// <inheritdoc/>
    public Bounded Of(Rational value)
    {
        var nearest = value.ToDouble();
        if (!double.IsFinite(nearest)) return Unknown;
        if (double.IsInteger(nearest) && Math.Abs(nearest) < 1L << 53 && value.IsInteger) return new(nearest, 0);
        return Rational.Exactly(nearest) == value ? new(nearest, 0) : Bounded.Rounded(nearest, Math.Abs(nearest) * HalfUnit);
    }

    /// <inheritdoc/>
    public Bounded Constant(string name) =>
        NamedConstants.TryValue(name, out var value) && double.IsFinite(value.Value) ? new(value.Value, value.Value * HalfUnit) : Unknown;

    /// <inheritdoc/>
    public Bounded Add(Bounded a, Bounded b)
    {
        // Knuth: the rounding error of a sum is a double.
        var sum = a.Value + b.Value;
        var part = sum - a.Value;
        var lost = (a.Value - (sum - part)) + (b.Value - part);
        return Bounded.Rounded(sum, a.Error + b.Error + Math.Abs(lost));
    }

    /// <inheritdoc/>
    public Bounded Multiply(Bounded a, Bounded b)
    {
        if ((a.Value == 0 && a.Error == 0) || (b.Value == 0 && b.Error == 0)) return a.Error + b.Error < double.PositiveInfinity ? new(0, 0) : Unknown;
        var product = a.Value * b.Value;
        var lost = Math.Abs(product) < Underflow ? Underflow * HalfUnit : Math.Abs(Math.FusedMultiplyAdd(a.Value, b.Value, -product));
        return Bounded.Rounded(product, (Math.Abs(a.Value) * b.Error) + (Math.Abs(b.Value) * a.Error) + (a.Error * b.Error) + lost);
    }

    /// <inheritdoc/>
    public Bounded Scale(Rational a, Bounded b) => a.IsOne ? b : Multiply(Of(a), b);

    /// <inheritdoc/>
    public Bounded Divide(Bounded a, Bounded b)
    {
        var least = Math.Abs(b.Value) - b.Error;
        if (!(least > 0)) return Unknown;
        if (a is { Value: 0, Error: 0 }) return a;
        var quotient = a.Value / b.Value;
        var lost = Math.Abs(quotient) < Underflow ? Underflow * HalfUnit : Math.Abs(quotient) * HalfUnit;
        return Bounded.Rounded(quotient, ((a.Error + (Math.Abs(quotient) * b.Error)) / least) + lost);
    }

    /// <inheritdoc/>
    public double Near(Bounded value) => value.Value;

    /// <inheritdoc/>
    public int? Compare(Bounded a, Bounded b)
    {
        var (difference, error) = (a.Value - b.Value, a.Error + b.Error);
        if (error == 0) return a.Value.CompareTo(b.Value);
        return Math.Abs(difference) > error ? Math.Sign(difference) : null;
    }

    /// <inheritdoc/>
    public Bounded Call(Function function, ReadOnlySpan<Bounded> arguments) => function switch
    {
        Power when arguments[1] is { Error: 0 } exponent => Raise(arguments[0], exponent.Value),
        UnaryFunction unary => Of(unary, arguments[0]),
        Connective or Relation or LargestShare => Decided(function, arguments),
        Extremum => Extreme(function, arguments),
        _ => OfSeveral(function, arguments),
    };

    private Bounded Of(UnaryFunction function, Bounded x)
    {
        if (!double.IsFinite(x.Value)) return Unknown;
        var value = function.Value(x.Value);
        if (!double.IsFinite(value)) return Unknown;
        if (function.FactsOf(Facts.AnySign).IsInteger()) return Bounded.Rounded(value, x.Error == 0 ? 0 : Spreads.OfStairs(function, x.Value, value, x.Error));
        Span<double> argument = [x.Value];
        var rounding = RoundingOf(function, argument, value);
        return Bounded.Rounded(value, rounding + (x.Error == 0 ? 0 : SpreadOf(function, argument, 0, value, x.Error, rounding)));
    }

    // By the slope of the function, bounded over the interval, where that is quickly had.
    private static double SpreadOf(Function function, Span<double> arguments, int place, double value, double error, double rounding)
    {
        var (x, size) = (arguments[place], Math.Abs(arguments[place]));
        return function switch
        {
            Exp when error < 0.5 => value * error * (1 + error),
            Log when arguments.Length == 1 => error < size ? error / (size - error) : double.PositiveInfinity,
            Sqrt => error < size ? error / (2 * Math.Sqrt(size - error)) : double.PositiveInfinity,
            Sin => (Math.Abs(OnAxis.Cos(x)) * error) + (error * error),
            Cos => (Math.Abs(OnAxis.Sin(x)) * error) + (error * error),
            Abs or Relu => error,
            _ => Spreads.Along(function, arguments, place, value, error, rounding),
        };
    }

    // Numbers below the smallest normal double have fewer digits.
    private static double RoundingOf(Function function, ReadOnlySpan<double> arguments, double value) =>
        (function.UnitsInLastPlace * 2 * HalfUnit * Math.Abs(value)) + function.AbsoluteError(arguments, value) + (Math.Abs(value) < Underflow ? SmallestNormal : 0);

    // x, x² and other whole powers by products, anything else by v·u^(v − 1) and one rounding.
    private Bounded Raise(Bounded x, double exponent)
    {
        switch (exponent)
        {
            case 0: return new(1, 0);
            case 1: return x;
            case 2: return Multiply(x, x);
            case -1: return Divide(new(1, 0), x);
            case 0.5: return Of(Sqrt.Function, x);
        }

        var value = Power.Raise(x.Value, exponent);
        if (!double.IsFinite(value) || !double.IsFinite(x.Error)) return Unknown;
        var isExact = x.Error == 0 && double.IsInteger(x.Value) && exponent is > 0 and <= 64 && double.IsInteger(exponent) && Math.Abs(value) < 1L << 53;
        if (isExact) return new(value, 0);
        // The slope is largest at one end of the interval.
        var end = exponent < 1 ? Math.Max(0, Math.Abs(x.Value) - x.Error) : Math.Abs(x.Value) + x.Error;
        var spread = x.Error == 0 ? 0 : Math.Abs(exponent) * Math.Abs(Power.Raise(end, exponent - 1)) * x.Error;
        return Bounded.Rounded(value, spread + RoundingOf(Power.Function, [x.Value, exponent], value));
    }

    // The same for all numbers within the bounds, or unknown.
    private Bounded Decided(Function function, ReadOnlySpan<Bounded> arguments)
    {
        Span<double> values = arguments.Length <= OnTheStack ? stackalloc double[OnTheStack] : new double[arguments.Length];
        values = values[..arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Value;
            if (!double.IsFinite(arguments[i].Error)) return Unknown;
            if (function is Connective ? arguments[i].Error != 0 : i > 0 && Compare(arguments[0], arguments[i]) is null) return Unknown;
        }

        var value = function.Value(values);
        // A third is no double, and three of them would come short of 1: fractions tell such shares.
        return function is LargestShare && value != 0 && !double.IsPow2(value) ? Unknown : Bounded.Rounded(value, 0);
    }

    private Bounded Extreme(Function function, ReadOnlySpan<Bounded> arguments)
    {
        Span<double> values = arguments.Length <= OnTheStack ? stackalloc double[OnTheStack] : new double[arguments.Length];
        values = values[..arguments.Length];
        var error = 0.0;
        for (var i = 0; i < arguments.Length; i++) (values[i], error) = (arguments[i].Value, Math.Max(error, arguments[i].Error));
        var value = function.Value(values);
        for (var i = 0; i < arguments.Length; i++)
        {
            // Where one is certainly the extreme, its own bound holds.
            if (values[i] != value) continue;
            var isAlone = true;
            for (var j = 0; j < arguments.Length && isAlone; j++) isAlone = j == i || Compare(arguments[i], arguments[j]) is not null;
            if (isAlone) return arguments[i];
        }

        return Bounded.Rounded(value, error);
    }

    private Bounded OfSeveral(Function function, ReadOnlySpan<Bounded> arguments)
    {
        Span<double> values = arguments.Length <= OnTheStack ? stackalloc double[OnTheStack] : new double[arguments.Length];
        values = values[..arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!double.IsFinite(arguments[i].Error)) return Unknown;
            values[i] = arguments[i].Value;
        }

        var value = function.Value(values);
        if (!double.IsFinite(value)) return Unknown;
        var rounding = RoundingOf(function, values, value);
        var spread = 0.0;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Error != 0) spread += SpreadOf(function, values, i, value, arguments[i].Error, rounding);
        }

        return Bounded.Rounded(value, spread + rounding);
    }
}
