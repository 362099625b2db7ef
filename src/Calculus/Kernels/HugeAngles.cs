using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// Huge angles less multiples of π/2: of 2/π only the 192 bits count that reach from the whole quarters down to what a double can tell
/// (Payne and Hanek, <i>Radian Reduction for Trigonometric Functions</i>, 1983; Muller, <i>Elementary Functions</i>, 3rd ed., section 11.5).
/// </summary>
internal static class HugeAngles
{
    private const int Limb = 64;

    // 2/π in binary after 64 zeros: enough for the largest double.
    private static readonly ImmutableArray<ulong> s_twoOverPi =
    [
        0,
        0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
        0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484,
        0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F,
        0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B,
        0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
    ];

    /// <summary>Reduces the lanes that a mask names, one after the other; the rest stays as it is given.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ReducedAngle<T> Reduce<T>(T x, T isHuge, ReducedAngle<T> rest)
        where T : struct, ILanes<T>
    {
        const int most = 8;
        Span<double> angles = stackalloc double[most], quarters = stackalloc double[most], high = stackalloc double[most], low = stackalloc double[most];
        T.Select(isHuge, x, T.Of(0)).Store(angles);
        rest.Quarters.Store(quarters);
        rest.Angle.High.Store(high);
        rest.Angle.Low.Store(low);
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (angles[lane] != 0 && double.IsFinite(angles[lane])) (quarters[lane], high[lane], low[lane]) = Reduce(angles[lane]);
        }

        return new(T.Load(quarters), new(T.Load(high), T.Load(low)));
    }

    // x = m·2^e with a whole m of 53 bits. Bits of 2/π above e − 2 give multiples of four quarters.
    private static (double Quarters, double High, double Low) Reduce(double x)
    {
        const int mantissaBits = 52, bias = 1_075;
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        var m = (ulong)(bits & ((1L << mantissaBits) - 1)) | (1UL << mantissaBits);
        var from = (int)(bits >> mantissaBits) - bias - 2 + Limb;
        var (limb, shift) = (from / Limb, from % Limb);
        var w0 = Window(limb, shift);
        var w1 = Window(limb + 1, shift);
        var w2 = Window(limb + 2, shift);

        // The product modulo 2^192; its two highest bits count quarters.
        var p2Above = Math.BigMul(m, w2, out var p2);
        var p1Above = Math.BigMul(m, w1, out var p1);
        p1 += p2Above;
        var p0 = (m * w0) + p1Above + (p1 < p2Above ? 1UL : 0UL);
        var quarters = (int)(p0 >> (Limb - 2));
        (p0, p1, p2) = ((p0 << 2) | (p1 >> (Limb - 2)), (p1 << 2) | (p2 >> (Limb - 2)), p2 << 2);

        // More than half a quarter counts as the next one, less what is missing.
        var isAbove = (p0 >> (Limb - 1)) != 0;
        if (isAbove)
        {
            quarters++;
            (p0, p1, p2) = (~p0, ~p1, ~p2);
        }

        var zeros = p0 != 0 ? BitOperations.LeadingZeroCount(p0) : Limb + BitOperations.LeadingZeroCount(p1);
        if (zeros >= Limb) (p0, p1, p2) = (p1, p2, 0);
        var up = zeros % Limb;
        if (up != 0) (p0, p1) = ((p0 << up) | (p1 >> (Limb - up)), (p1 << up) | (p2 >> (Limb - up)));

        // 53 bits, and the 53 after them.
        var high = Math.ScaleB(p0 >> 11, -53 - zeros);
        var low = Math.ScaleB(((p0 & 0x7FF) << 42) | (p1 >> 22), -106 - zeros);

        const double halfPi = 1.5707963267948966, halfPiRest = 6.123233995736766e-17;
        var angle = high * halfPi;
        var rest = Math.FusedMultiplyAdd(high, halfPi, -angle) + Math.FusedMultiplyAdd(high, halfPiRest, low * halfPi);
        var sum = angle + rest;
        rest -= sum - angle;
        var sign = isAbove ? -1.0 : 1.0;
        return x < 0 ? (-quarters, -sign * sum, -sign * rest) : (quarters, sign * sum, sign * rest);
    }

    private static ulong Window(int limb, int shift) =>
        shift == 0 ? s_twoOverPi[limb] : (s_twoOverPi[limb] << shift) | (s_twoOverPi[limb + 1] >> (Limb - shift));
}
