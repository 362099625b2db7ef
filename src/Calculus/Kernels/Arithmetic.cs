using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>The kernels of arithmetic and comparisons.</summary>
internal static class Arithmetic
{
    /// <summary>x + y</summary>
    internal readonly struct Add : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => x + y;
    }

    /// <summary>x − y</summary>
    internal readonly struct Subtract : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => x - y;
    }

    /// <summary>y − x</summary>
    internal readonly struct SubtractFrom : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => y - x;
    }

    /// <summary>x·y</summary>
    internal readonly struct Multiply : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => x * y;
    }

    /// <summary>x/y</summary>
    internal readonly struct Divide : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => x / y;
    }

    /// <summary>y/x</summary>
    internal readonly struct DivideInto : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => y / x;
    }

    /// <summary>−x</summary>
    internal readonly struct Negate : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => -x;
    }

    /// <summary>y where x is not 0, otherwise z</summary>
    internal readonly struct Choose : ITripleKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y, T z)
            where T : struct, ILanes<T> => T.Select(T.Equal(x, T.Of(0)), z, y);
    }

    /// <summary>1 where x &lt; y, otherwise 0</summary>
    internal readonly struct Less : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => (x < y) & T.Of(1);
    }

    /// <summary>1 where x ≤ y, otherwise 0</summary>
    internal readonly struct LessOrEqual : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => ((x < y) | T.Equal(x, y)) & T.Of(1);
    }

    /// <summary>1 where x = y, otherwise 0</summary>
    internal readonly struct Equal : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => T.Equal(x, y) & T.Of(1);
    }

    /// <summary>1 where x ≠ y, otherwise 0</summary>
    internal readonly struct NotEqual : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => T.Select(T.Equal(x, y), T.Of(0), T.Of(1));
    }

    /// <summary>The larger of two numbers, 0 rather than −0, NaN where one is</summary>
    internal readonly struct Larger : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => T.Select(T.Equal(y, y), T.Select(T.Equal(x, y), x & y, T.Select(x < y, y, x)), y);
    }

    /// <summary>The smaller of two numbers, −0 rather than 0, NaN where one is</summary>
    internal readonly struct Smaller : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => T.Select(T.Equal(y, y), T.Select(T.Equal(x, y), x | y, T.Select(y < x, y, x)), y);
    }
}
