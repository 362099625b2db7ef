using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>The smooth functions of neural networks, from exponentials that never overflow.</summary>
internal static class Activations
{
    // √(8/π)
    private const double RootOfEightOverPi = 1.5957691216057308, RootOfEightOverPiRest = -9.96930880911092e-17;

    // Below, e^x times any number of this size is 0.
    private const double Lowest = -1_000;

    /// <summary>1/(1 + e^−x)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Logistic<T>(T x)
        where T : struct, ILanes<T> => Weighted(T.Of(1), new(x, T.Of(0)));

    /// <summary>x/(1 + e^−x)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Silu<T>(T x)
        where T : struct, ILanes<T>
    {
        var near = T.Larger(x, T.Of(Lowest));
        return Weighted(near, new(near, T.Of(0)));
    }

    /// <summary>x/(1 + e^−v) with v = √(8/π)·(x + c·x³).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T GeluTanh<T>(T x)
        where T : struct, ILanes<T>
    {
        // Beyond these, the value is 0 or x; there no cube is infinite. The cubic coefficient is the decimal 0.044715.
        const double most = 64, cubic = 0.044715, cubicRest = 2.1960211427085595e-18;
        var near = T.Larger(T.Smaller(x, T.Of(most)), T.Of(-most));
        var factor = Twofold<T>.Product(near, near).Times(new Twofold<T>(T.Of(cubic), T.Of(cubicRest))).Plus(T.Of(1));
        var v = factor.Times(new Twofold<T>(T.Of(RootOfEightOverPi), T.Of(RootOfEightOverPiRest))).Times(near);
        return T.Select(x > T.Of(most), x, Weighted(near, v));
    }

    /// <summary>log(1 + e^x)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Softplus<T>(T x)
        where T : struct, ILanes<T> => T.Larger(x, T.Of(0)) + Logarithm.OnePlus(Exponential.Of(-T.Abs(x)));

    /// <summary>x·tanh(log(1 + e^x)) = x·(t² + 2t)/(t² + 2t + 2) with t = e^x, or by t = e^−x above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Mish<T>(T x)
        where T : struct, ILanes<T>
    {
        x = T.Larger(x, T.Of(Lowest));
        var isLeft = x < T.Of(0);
        var parts = Exponential.Parts(-T.Abs(x));
        var m = parts.Mantissa;
        var t = new Twofold<T>(T.Scaled(m.High, parts.Scale), T.Scaled(m.Low, parts.Scale));

        // (t² + 2t)/(t² + 2t + 2) on the left, without the shared power of two above; (1 + 2t)/(1 + 2t + 2t²) on the right.
        var factor = t.Plus(T.Select(isLeft, T.Of(2), T.Of(0.5)));
        var product = t.Times(factor);
        var above = Chosen(isLeft, m.Times(factor), factor.Times(T.Of(2)));
        var below = Chosen(isLeft, product.Plus(T.Of(2)), product.Plus(T.Of(0.5)).Plus(t.Times(T.Of(0.5))).Times(T.Of(2)));
        var value = Twofold<T>.Quotient(above, below).Times(x).Rounded;
        return T.Select(isLeft, T.Scaled(value, parts.Scale), value);
    }

    /// <summary>x/(1 + |x|)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Softsign<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        return T.Select(size > T.Of(1e300), T.Of(1) | (x & T.OfBits(long.MinValue)), x / (T.Of(1) + size));
    }

    /// <summary>log(x/(1 − x))</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Logit<T>(T x)
        where T : struct, ILanes<T>
    {
        // From ¼ on, log(1 + (2x − 1)/(1 − x)) keeps the digits around ½.
        var rest = T.Of(1) - x;
        var isLow = x < T.Of(0.25);
        var value = Logarithm.OnePlus(T.MultiplyAdd(x, T.Of(2), T.Of(-1)) / rest);
        if (T.Any(isLow)) value = T.Select(isLow, Logarithm.Of(x / rest), value);
        return T.Select(x > T.Of(1), T.Of(double.NaN), value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold<T> Chosen<T>(T mask, Twofold<T> a, Twofold<T> b)
        where T : struct, ILanes<T> => new(T.Select(mask, a.High, b.High), T.Select(mask, a.Low, b.Low));

    // factor/(1 + e^−v): of e^−|v| = m·2^n the exponent is shifted last, where digits are few.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Weighted<T>(T factor, Twofold<T> v)
        where T : struct, ILanes<T>
    {
        var isLeft = v.High < T.Of(0);
        var sign = T.Select(isLeft, T.Of(0), T.OfBits(long.MinValue));
        var parts = Exponential.Parts(new Twofold<T>(v.High ^ sign, v.Low ^ sign));
        var m = parts.Mantissa.Rounded;
        var t = T.Scaled(m, parts.Scale);
        var value = factor * T.Select(isLeft, m, T.Of(1)) / (T.Of(1) + t);
        return T.Select(isLeft, T.Scaled(value, parts.Scale), value);
    }
}
