using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>Logarithms of powers of the base.</summary>
internal static class ExactLogarithm
{
    /// <summary>The whole n with base^n = value, or null where there is none.</summary>
    public static Rational? TryOf(Rational value, long @base)
    {
        if (value < 1) return TryOf(value.Reciprocal(), @base) is { } negative ? -negative : null;
        if (!value.IsInteger) return null;
        var rest = value.Numerator;
        long exponent = 0;
        for (; rest % @base == 0; rest /= @base) exponent++;
        return rest.IsOne ? exponent : null;
    }
}
