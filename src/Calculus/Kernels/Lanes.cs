using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
        var whole = x.Length - (x.Length % T.Count);
        ref var fromX = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(results);
        for (var k = 0; k < whole; k += T.Count) TKernel.Of(T.LoadAt(ref fromX, k)).StoreAt(ref to, k);
        if (whole < x.Length) Rest<TKernel, T>(x[whole..], results[whole..]);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Rest<TKernel, T>(ReadOnlySpan<double> x, Span<double> results)
        where TKernel : struct, IKernel
        where T : struct, ILanes<T>
    {
        Span<double> first = stackalloc double[Widest];
        TKernel.Of(T.Load(Filled(x, first))).Store(first);
        first[..results.Length].CopyTo(results);
    }

    /// <summary>A kernel at many numbers and one that is the same for all, in lanes of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TKernel, T>(ReadOnlySpan<double> x, double y, Span<double> results)
        where TKernel : struct, IPairKernel
        where T : struct, ILanes<T>
    {
        results = results[..x.Length];
        var whole = x.Length - (x.Length % T.Count);
        ref var fromX = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(results);
        var second = T.Of(y);
        for (var k = 0; k < whole; k += T.Count) TKernel.Of(T.LoadAt(ref fromX, k), second).StoreAt(ref to, k);
        if (whole < x.Length) Rest<TKernel, T>(x[whole..], y, results[whole..]);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Rest<TKernel, T>(ReadOnlySpan<double> x, double y, Span<double> results)
        where TKernel : struct, IPairKernel
        where T : struct, ILanes<T>
    {
        Span<double> first = stackalloc double[Widest];
        TKernel.Of(T.Load(Filled(x, first)), T.Of(y)).Store(first);
        first[..results.Length].CopyTo(results);
    }

    /// <summary>A kernel at many pairs of numbers, in lanes of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TKernel, T>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> results)
        where TKernel : struct, IPairKernel
        where T : struct, ILanes<T>
    {
        y = y[..x.Length];
        results = results[..x.Length];
        var whole = x.Length - (x.Length % T.Count);
        ref var fromX = ref MemoryMarshal.GetReference(x);
        ref var fromY = ref MemoryMarshal.GetReference(y);
        ref var to = ref MemoryMarshal.GetReference(results);
        for (var k = 0; k < whole; k += T.Count) TKernel.Of(T.LoadAt(ref fromX, k), T.LoadAt(ref fromY, k)).StoreAt(ref to, k);
        if (whole < x.Length) Rest<TKernel, T>(x[whole..], y[whole..], results[whole..]);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Rest<TKernel, T>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> results)
        where TKernel : struct, IPairKernel
        where T : struct, ILanes<T>
    {
        Span<double> first = stackalloc double[Widest], second = stackalloc double[Widest];
        TKernel.Of(T.Load(Filled(x, first)), T.Load(Filled(y, second))).Store(first);
        first[..results.Length].CopyTo(results);
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
        var whole = x.Length - (x.Length % T.Count);
        ref var fromX = ref MemoryMarshal.GetReference(x);
        ref var fromY = ref MemoryMarshal.GetReference(y);
        ref var fromZ = ref MemoryMarshal.GetReference(z);
        ref var to = ref MemoryMarshal.GetReference(results);
        for (var k = 0; k < whole; k += T.Count) TKernel.Of(T.LoadAt(ref fromX, k), T.LoadAt(ref fromY, k), T.LoadAt(ref fromZ, k)).StoreAt(ref to, k);
        if (whole < x.Length) Rest<TKernel, T>(x[whole..], y[whole..], z[whole..], results[whole..]);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Rest<TKernel, T>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> results)
        where TKernel : struct, ITripleKernel
        where T : struct, ILanes<T>
    {
        Span<double> first = stackalloc double[Widest], second = stackalloc double[Widest], third = stackalloc double[Widest];
        TKernel.Of(T.Load(Filled(x, first)), T.Load(Filled(y, second)), T.Load(Filled(z, third))).Store(first);
        first[..results.Length].CopyTo(results);
    }

    /// <summary>The sine and the cosine of many angles.</summary>
    public static void MapBoth(ReadOnlySpan<double> x, Span<double> sines, Span<double> cosines)
    {
        if (Vector512.IsHardwareAccelerated) MapBoth<Lanes512>(x, sines, cosines);
        else if (Vector256.IsHardwareAccelerated) MapBoth<Lanes256>(x, sines, cosines);
        else MapBoth<Lanes128>(x, sines, cosines);
    }

    /// <summary>The sine and the cosine of many angles, in lanes of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MapBoth<T>(ReadOnlySpan<double> x, Span<double> sines, Span<double> cosines)
        where T : struct, ILanes<T>
    {
        sines = sines[..x.Length];
        cosines = cosines[..x.Length];
        var whole = x.Length - (x.Length % T.Count);
        ref var fromX = ref MemoryMarshal.GetReference(x);
        ref var toSine = ref MemoryMarshal.GetReference(sines);
        ref var toCosine = ref MemoryMarshal.GetReference(cosines);
        for (var k = 0; k < whole; k += T.Count)
        {
            var (sine, cosine) = Angles.Both(T.LoadAt(ref fromX, k));
            sine.StoreAt(ref toSine, k);
            cosine.StoreAt(ref toCosine, k);
        }

        if (whole < x.Length) RestOfBoth<T>(x[whole..], sines[whole..], cosines[whole..]);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void RestOfBoth<T>(ReadOnlySpan<double> x, Span<double> sines, Span<double> cosines)
        where T : struct, ILanes<T>
    {
        Span<double> first = stackalloc double[Widest];
        var (sine, cosine) = Angles.Both(T.Load(Filled(x, first)));
        sine.Store(first);
        first[..sines.Length].CopyTo(sines);
        cosine.Store(first);
        first[..cosines.Length].CopyTo(cosines);
    }

    // What is left at the end is computed in lanes too; the other lanes repeat it.
    private static ReadOnlySpan<double> Filled(ReadOnlySpan<double> left, Span<double> lanes)
    {
        lanes.Fill(left[^1]);
        left.CopyTo(lanes);
        return lanes;
    }
}
