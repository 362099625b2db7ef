namespace Calculus.Kernels;

/// <summary>
/// A few doubles that are computed side by side: what a kernel is written in. Every operation is rounded as IEEE 754 says, so that a lane
/// has the same bits whatever the width and whatever the other lanes hold. A comparison gives lanes whose bits are all ones or all zeros.
/// </summary>
/// <typeparam name="T">The lanes themselves.</typeparam>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract T Of(double value);

    /// <summary>The same bits in every lane.</summary>
    static abstract T OfBits(long bits);

    /// <summary>The first numbers of a span.</summary>
    static abstract T Load(ReadOnlySpan<double> from);

    /// <summary>Writes the lanes to the beginning of a span.</summary>
    void Store(Span<double> to);

    /// <summary>The numbers from a place on, of which there are enough: nobody looks.</summary>
    static abstract T LoadAt(ref double origin, int place);

    /// <summary>Writes the lanes from a place on, where there is room: nobody looks.</summary>
    void StoreAt(ref double origin, int place);

    /// <summary>a + b</summary>
    static abstract T operator +(T a, T b);

    /// <summary>a − b</summary>
    static abstract T operator -(T a, T b);

    /// <summary>a·b</summary>
    static abstract T operator *(T a, T b);

    /// <summary>a/b</summary>
    static abstract T operator /(T a, T b);

    /// <summary>−a</summary>
    static abstract T operator -(T a);

    /// <summary>Where a &lt; b.</summary>
    static abstract T operator <(T a, T b);

    /// <summary>Where a &gt; b.</summary>
    static abstract T operator >(T a, T b);

    /// <summary>The bits that both have.</summary>
    static abstract T operator &(T a, T b);

    /// <summary>The bits that one has.</summary>
    static abstract T operator |(T a, T b);

    /// <summary>The bits that just one has.</summary>
    static abstract T operator ^(T a, T b);

    /// <summary>Where a equals b; a NaN equals nothing.</summary>
    static abstract T Equal(T a, T b);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>a·b − c, rounded once.</summary>
    static abstract T MultiplySubtract(T a, T b, T c);

    /// <summary>The smaller of two numbers; the first where one is NaN or both are zeros.</summary>
    static abstract T Smaller(T a, T b);

    /// <summary>The larger of two numbers; the first where one is NaN or both are zeros.</summary>
    static abstract T Larger(T a, T b);

    /// <summary>m·2^n, rounded once.</summary>
    /// <param name="m">Not much larger or smaller than 1.</param>
    /// <param name="n">A whole number of at most 2,044 in size; where it is NaN, so is m.</param>
    static abstract T Scaled(T m, T n);

    /// <summary>Whether both are equal in every lane; a NaN equals nothing.</summary>
    static abstract bool AreEqual(T a, T b);

    /// <summary>√a</summary>
    static abstract T Sqrt(T a);

    /// <summary>|a|</summary>
    static abstract T Abs(T a);

    /// <summary>The nearest whole number, halves to the even one.</summary>
    static abstract T Round(T a);

    /// <summary>The largest whole number that is not above a.</summary>
    static abstract T Floor(T a);

    /// <summary>a where the bits of the mask are ones, otherwise b.</summary>
    static abstract T Select(T mask, T a, T b);

    /// <summary>Whether a mask has ones in any lane.</summary>
    static abstract bool Any(T mask);

    /// <summary>The sum of the bits as whole numbers of 64 bits.</summary>
    static abstract T AddBits(T a, T b);

    /// <summary>The bits moved up.</summary>
    static abstract T ShiftUp(T a, int by);

    /// <summary>The bits moved down, zeros following.</summary>
    static abstract T ShiftDown(T a, int by);
}
