using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>The factorials that are finite doubles, each the nearest double.</summary>
internal static class Factorials
{
    /// <summary>The largest whole number whose factorial is a finite double.</summary>
    public const int Largest = 170;

    private const int Count = Largest + 1;

    private static readonly ImmutableArray<double> s_values = Values();

    /// <summary>Γ(x) = (x − 1)! in the lanes that a mask names, where x is whole and at most <see cref="Largest"/> + 1.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Below<T>(T x, T isWhole, T rest)
        where T : struct, ILanes<T>
    {
        const int most = 8;
        Span<double> numbers = stackalloc double[most], values = stackalloc double[most];
        T.Select(isWhole, x, T.Of(0)).Store(numbers);
        rest.Store(values);
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (numbers[lane] > 0) values[lane] = s_values[(int)numbers[lane] - 1];
        }

        return T.Load(values);
    }

    // Products in two parts: exact to 27!, and far more than a double's digits beyond.
    private static ImmutableArray<double> Values()
    {
        var values = ImmutableArray.CreateBuilder<double>(Count);
        var product = new Twofold<Lanes128>(Lanes128.Of(1), Lanes128.Of(0));
        for (var n = 0; n < Count; n++)
        {
            if (n > 0) product = product.Times(Lanes128.Of(n));
            values.Add(product.Rounded.First);
        }

        return values.MoveToImmutable();
    }
}
