using System.Runtime.InteropServices;
using Calculus.Functions;
using Calculus.Kernels;

namespace Calculus.Programs.Compiled;

/// <summary>What emitted code calls over a block of points. The lengths are those of the columns that the code was made for.</summary>
internal static class BlockCalls
{
    /// <summary>A function of one number.</summary>
    public static void Unary(CodeTables tables, int place, ref double from, ref double to, int length) =>
        tables.Unaries[place].Values(MemoryMarshal.CreateReadOnlySpan(ref from, length), MemoryMarshal.CreateSpan(ref to, length));

    /// <summary>The sine and the cosine of the same angles.</summary>
    public static void Both(ref double from, ref double sine, ref double cosine, int length) => Lanes.MapBoth(
        MemoryMarshal.CreateReadOnlySpan(ref from, length), MemoryMarshal.CreateSpan(ref sine, length), MemoryMarshal.CreateSpan(ref cosine, length));

    /// <summary>a^b</summary>
    public static void Power(ref double from, ref double exponents, ref double to, int length) => Lanes.Map<Power.Kernel>(
        MemoryMarshal.CreateReadOnlySpan(ref from, length), MemoryMarshal.CreateReadOnlySpan(ref exponents, length), MemoryMarshal.CreateSpan(ref to, length));

    /// <summary>a^k</summary>
    public static void PowerConstant(ref double from, double exponent, ref double to, int length) =>
        Lanes.Map<Power.Kernel>(MemoryMarshal.CreateReadOnlySpan(ref from, length), exponent, MemoryMarshal.CreateSpan(ref to, length));

    /// <summary>A function of numbers that lie in columns one after another.</summary>
    public static void Function(CodeTables tables, int place, int arity, ref double from, ref double to, int length) =>
        tables.Functions[place].Values(MemoryMarshal.CreateReadOnlySpan(ref from, arity * length), arity, MemoryMarshal.CreateSpan(ref to, length));

    /// <summary>Copies a column to the arguments of a call.</summary>
    public static void Copy(ref double from, ref double arguments, int place, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref from, length).CopyTo(MemoryMarshal.CreateSpan(ref System.Runtime.CompilerServices.Unsafe.Add(ref arguments, place * length), length));

    /// <summary>Fills a column with one number.</summary>
    public static void Fill(ref double from, ref double to, int length) => MemoryMarshal.CreateSpan(ref to, length).Fill(from);
}
