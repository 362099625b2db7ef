using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Calculus.Kernels;

/// <summary>
/// Runs kernels, at one number or over many, in the widest lanes that this machine computes with. The bits are the same for every width;
/// loops are compiled in full at their first call, since the runtime's first tier is tens of times slower here.
/// </summary>
internal static class Lanes
{
    private const int Widest = 8;

    /// <summary>A kernel at one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double At<TKernel>(double x)
        where TKernel : struct, IKernel => TKernel.Of(Lanes128.Of(x)).First;

    /// <summary>A kernel at one pair of numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double At<TKernel>(double x, double y)
        where TKernel : struct, IPairKernel => TKernel.Of(Lanes128.Of(x), Lanes128.Of(y)).First;

    /// <summary>A kernel at one triple of numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double At<TKernel>(double x, double y, double z)
        where TKernel : struct, ITripleKernel => TKernel.Of(Lanes128.Of(x), Lanes128.Of(y), Lanes128.Of(z)).First;

    /// <summary>A kernel at many numbers; results may be written over them.</summary>
    public static void Map<TKernel>(ReadOnlySpan<double> x, Span<double> results)
        where TKernel : struct, IKernel
    {
        if (Vector512.IsHardwareAccelerated) Map<TKernel, Lanes512>(x, results);
        else if (Vector256.IsHardwareAccelerated) Map<TKernel, Lanes256>(x, results);
        else Map<TKernel, Lanes128>(x, results);
    }

    /// <summary>A kernel at many numbers and one that is the same for all; results may be written over them.</summary>
    public static void Map<TKernel>(ReadOnlySpan<double> x, double y, Span<double> results)
        where TKernel : struct, IPairKernel
    {
        if (Vector512.IsHardwareAccelerated) Map<TKernel, Lanes512>(x, y, results);
        else if (Vector256.IsHardwareAccelerated) Map<TKernel, Lanes256>(x, y, results);
        else Map<TKernel, Lanes128>(x, y, results);
    }

    /// <summary>A kernel at many pairs of numbers; results may be written over either.</summary>
    public static void Map<TKernel>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> results)
        where TKernel : struct, IPairKernel
    {
        if (Vector512.IsHardwareAccelerated) Map<TKernel, Lanes512>(x, y, results);
        else if (Vector256.IsHardwareAccelerated) Map<TKernel, Lanes256>(x, y, results);
        else Map<TKernel, Lanes128>(x, y, results);
    }

    /// <summary>A kernel at many numbers, in lanes of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TKernel, T>(ReadOnlySpan<double> x, Span<double> results)
        where TKernel : struct, IKernel
        where T : struct, ILanes<T>
    {
        results = results[..x.Length];
        Span<double> last = stackalloc double[Widest];
        for (var k = 0; k < x.Length; k += T.Count)
        {
            scoped var from = x[k..];
            var left = from.Length;
            if (left < T.Count) from = Filled(from, last);
            var values = TKernel.Of(T.Load(from));
            if (left < T.Count)
            {
                values.Store(last);
                last[..left].CopyTo(results[k..]);
            }
            else
            {
                values.Store(results[k..]);
            }
        }
    }

    /// <summary>A kernel at many numbers and one that is the same for all, in lanes of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TKernel, T>(ReadOnlySpan<double> x, double y, Span<double> results)
        where TKernel : struct, IPairKernel
        where T : struct, ILanes<T>
    {
        results = results[..x.Length];
        Span<double> last = stackalloc double[Widest];
        var second = T.Of(y);
        for (var k = 0; k < x.Length; k += T.Count)
        {
            scoped var from = x[k..];
            var left = from.Length;
            if (left < T.Count) from = Filled(from, last);
            var values = TKernel.Of(T.Load(from), second);
            if (left < T.Count)
            {
                values.Store(last);
                last[..left].CopyTo(results[k..]);
            }
            else
            {
                values.Store(results[k..]);
            }
        }
    }

    /// <summary>A kernel at many pairs of numbers, in lanes of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TKernel, T>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> results)
        where TKernel : struct, IPairKernel
        where T : struct, ILanes<T>
    {
        y = y[..x.Length];
        results = results[..x.Length];
        Span<double> last = stackalloc double[Widest], other = stackalloc double[Widest];
        for (var k = 0; k < x.Length; k += T.Count)
        {
            scoped var first = x[k..];
            scoped var second = y[k..];
            var left = first.Length;
            if (left < T.Count)
            {
                first = Filled(first, last);
                second = Filled(second, other);
            }

            var values = TKernel.Of(T.Load(first), T.Load(second));
            if (left < T.Count)
            {
                values.Store(last);
                last[..left].CopyTo(results[k..]);
            }
            else
            {
                values.Store(results[k..]);
            }
        }
    }

    /// <summary>A kernel at many triples of numbers; results may be written over any.</summary>
    public static void Map<TKernel>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> results)
        where TKernel : struct, ITripleKernel
    {
        if (Vector512.IsHardwareAccelerated) Map<TKernel, Lanes512>(x, y, z, results);
        else if (Vector256.IsHardwareAccelerated) Map<TKernel, Lanes256>(x, y, z, results);
        else Map<TKernel, Lanes128>(x, y, z, results);
    }

    /// <summary>A kernel at many triples of numbers, in lanes of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TKernel, T>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> results)
        where TKernel : struct, ITripleKernel
        where T : struct, ILanes<T>
    {
        y = y[..x.Length];
        z = z[..x.Length];
        results = results[..x.Length];
        Span<double> last = stackalloc double[Widest], other = stackalloc double[Widest], another = stackalloc double[Widest];
        for (var k = 0; k < x.Length; k += T.Count)
        {
            scoped var first = x[k..];
            scoped var second = y[k..];
            scoped var third = z[k..];
            var left = first.Length;
            if (left < T.Count)
            {
                first = Filled(first, last);
                second = Filled(second, other);
                third = Filled(third, another);
            }

            var values = TKernel.Of(T.Load(first), T.Load(second), T.Load(third));
            if (left < T.Count)
            {
                values.Store(last);
                last[..left].CopyTo(results[k..]);
            }
            else
            {
                values.Store(results[k..]);
            }
        }
    }

    // What is left at the end is computed in lanes too; the other lanes repeat it.
    private static ReadOnlySpan<double> Filled(ReadOnlySpan<double> left, Span<double> lanes)
    {
        lanes.Fill(left[^1]);
        left.CopyTo(lanes);
        return lanes;
    }
}
