using Calculus.Expressions;

namespace Calculus.Binding.Arrays;

/// <summary>How far entries lie apart: along the axis that a call names, otherwise of all entries.</summary>
internal static class Variances
{
    /// <summary>The mean of the squared differences from the mean.</summary>
    public static Bound OfEntries(ArrayCall call)
    {
        var squares = call.Sum(call.EntryByEntry([Centred(call)], static u => u[0].Graph.Power(u[0], 2)));
        return squares with { Value = call.Graph.Multiply(call.Graph.Power(Count(call), -1), squares.Value) };
    }

    /// <summary>The root of the variance, as a norm: no square leaves the doubles, and where all entries are equal the gradient is 0.</summary>
    public static Bound Deviation(ArrayCall call)
    {
        var norm = call.Reduce(Reduction.Norm, Centred(call));
        return norm with { Value = call.Graph.Multiply(call.Graph.Power(Count(call), Rational.Of(-1, 2)), norm.Value) };
    }

    private static Bound Centred(ArrayCall call)
    {
        var (u, axes) = (call[0], call.Axes(call[0]));
        var sum = call.WithAxes(call.Sum(u), u, axes, always: true);
        var mean = sum with { Value = call.Graph.Multiply(call.Share(u, axes), sum.Value), IsRow = u.IsRow };
        return call.EntryByEntry([u, mean], static parts => parts[0] - parts[1]);
    }

    // n − ddof
    private static Expression Count(ArrayCall call)
    {
        var (u, count) = (call[0], (Expression)call.Graph.One);
        foreach (var axis in call.Axes(u)) count *= u.Shape[axis].Name is { } name ? call.Graph.Symbol(name, SymbolRole.Dimension) : call.Graph.Number(u.Shape[axis].Length);
        count -= (Rational)call.Options.Correction;
        return count is Number { Value.Sign: <= 0 } ? throw call.Refuse(0, "more entries than ddof along each axis") : count;
    }
}
