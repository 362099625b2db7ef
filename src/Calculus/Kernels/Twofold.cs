using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// A number as the sum of two doubles, the second what the first lacks: about 106 bits (Dekker, <i>A Floating-Point Technique for Extending
/// the Available Precision</i>, 1971; Muller et al., <i>Handbook of Floating-Point Arithmetic</i>, 2nd ed., chapter 4).
/// </summary>
/// <param name="high">The nearest double, or close to it.</param>
/// <param name="low">The rest.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct Twofold<T>(T high, T low)
    where T : struct, ILanes<T>
{
    /// <summary>The nearest double, or close to it.</summary>
    public readonly T High = high;

    /// <summary>The rest.</summary>
    public readonly T Low = low;

    /// <summary>Both parts in one double.</summary>
    public T Rounded
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => High + Low;
    }

    /// <summary>a + b exactly, where |a| ≥ |b| or a = 0 (Dekker).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold<T> OrderedSum(T a, T b)
    {
        var sum = a + b;
        return new(sum, b - (sum - a));
    }

    /// <summary>a + b exactly (Knuth).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold<T> Sum(T a, T b)
    {
        var sum = a + b;
        var part = sum - a;
        return new(sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>a·b exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold<T> Product(T a, T b)
    {
        var product = a * b;
        return new(product, T.MultiplySubtract(a, b, product));
    }

    /// <summary>a/b to about 2^−102.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold<T> Quotient(Twofold<T> a, Twofold<T> b)
    {
        var reciprocal = T.Of(1) / b.High;
        var quotient = a.High * reciprocal;
        var rest = T.MultiplyAdd(-quotient, b.High, a.High) + T.MultiplyAdd(-quotient, b.Low, a.Low);
        return OrderedSum(quotient, rest * reciprocal);
    }

    /// <summary>This plus a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Twofold<T> Plus(T other)
    {
        var sum = Sum(High, other);
        return OrderedSum(sum.High, sum.Low + Low);
    }

    /// <summary>This plus another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Twofold<T> Plus(Twofold<T> other)
    {
        var sum = Sum(High, other.High);
        return OrderedSum(sum.High, sum.Low + (Low + other.Low));
    }

    /// <summary>This times a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Twofold<T> Times(T other)
    {
        var product = Product(High, other);
        return OrderedSum(product.High, T.MultiplyAdd(Low, other, product.Low));
    }

    /// <summary>This times another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Twofold<T> Times(Twofold<T> other)
    {
        var product = Product(High, other.High);
        return OrderedSum(product.High, T.MultiplyAdd(Low, other.High, T.MultiplyAdd(High, other.Low, product.Low)));
    }

    /// <summary>The number with the other sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Twofold<T> Negated() => new(-High, -Low);
}
