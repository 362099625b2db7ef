using System.Numerics;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>Exact values: whole parts of fractions, factorials, gamma at whole numbers and halves.</summary>
internal static class Whole
{
    /// <summary>The largest whole number not above a fraction.</summary>
    public static Rational Floor(Rational value)
    {
        var quotient = BigInteger.DivRem(value.Numerator, value.Denominator, out var rest);
        return Rational.Of(rest.Sign < 0 ? quotient - 1 : quotient, BigInteger.One);
    }

    /// <summary>The nearest whole number, halves to the even one.</summary>
    public static Rational Nearest(Rational value)
    {
        var above = Floor(value + Rational.Of(1, 2));
        return above - value == Rational.Of(1, 2) && !above.HasEvenNumerator ? above - 1 : above;
    }

    /// <summary>The number, moved to the nearer end where it lies outside.</summary>
    public static Rational Clamp(Rational value, Rational lower, Rational upper) => value < lower ? lower : value > upper ? upper : value;

    /// <summary>n! for n ≥ 0.</summary>
    public static Rational Factorial(int n)
    {
        var factorial = BigInteger.One;
        for (var k = 2; k <= n; k++) factorial *= k;
        return Rational.Of(factorial, BigInteger.One);
    }

    /// <summary>Γ(n) = (n − 1)! and Γ(n + 1/2) = (2n)!·√π/(4ⁿ·n!) for small n ≥ 0; null elsewhere.</summary>
    public static Expression? Gamma(Graph graph, Rational x)
    {
        const int longestHalf = 20;
        if (x.IsInteger) return x.Sign > 0 && x <= Factorials.Largest + 1 ? graph.Number(Factorial((int)x.Numerator - 1)) : null;
        if (x.Denominator != 2 || x.Sign < 0 || x > longestHalf) return null;
        var n = (int)Floor(x).Numerator;
        var rational = Factorial(2 * n) / (Factorial(n) * Rational.Of(BigInteger.Pow(4, n), BigInteger.One));
        return rational * graph.Power(graph.Symbol(NamedConstants.Pi, SymbolRole.Constant), Rational.Of(1, 2));
    }
}
