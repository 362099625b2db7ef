using System.Reflection;
using Calculus.Expressions;
using Calculus.Kernels;
using Calculus.Tests.Balls;

namespace Calculus.Tests.Kernels;

/// <summary>The kernels of all functions, at any width.</summary>
internal static class EveryKernel
{
    /// <summary>Kernels are nested in the cards of their functions.</summary>
    public static IReadOnlyList<Function> Functions { get; } = [.. AllFunctions.List.Where(static function => KernelOf(function) is not null)];

    /// <summary>The widths, the narrowest first.</summary>
    public static IReadOnlyList<Type> Widths { get; } = [typeof(Lanes128), typeof(Lanes256), typeof(Lanes512)];

    /// <summary>How many arguments the kernel of a function has.</summary>
    public static int Arity(Function function) => KernelOf(function) switch
    {
        { } kernel when typeof(IKernel).IsAssignableFrom(kernel) => 1,
        { } kernel when typeof(IPairKernel).IsAssignableFrom(kernel) => 2,
        _ => 3,
    };

    /// <summary>The values in lanes of a width; the arguments by columns.</summary>
    public static double[] Values(Function function, Type width, double[][] columns)
    {
        var results = new double[columns[0].Length];
        Write(function, width, columns, results);
        return results;
    }

    /// <summary>The same, into memory that is there.</summary>
    public static void Write(Function function, Type width, double[][] columns, Span<double> results)
    {
        var map = typeof(Lanes).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Single(method => method.Name is nameof(Lanes.Map) && method.GetGenericArguments().Length == 2
                && method.GetParameters().Count(static parameter => parameter.ParameterType == typeof(ReadOnlySpan<double>)) == columns.Length
                && method.GetParameters().Length == columns.Length + 1)
            .MakeGenericMethod(KernelOf(function)!, width);
        switch (columns.Length)
        {
            case 1: map.CreateDelegate<Map>()(columns[0], results); break;
            case 2: map.CreateDelegate<PairMap>()(columns[0], columns[1], results); break;
            default: map.CreateDelegate<TripleMap>()(columns[0], columns[1], columns[2], results); break;
        }
    }

    private static Type? KernelOf(Function function) => function.GetType().GetNestedType("Kernel", BindingFlags.NonPublic);

    private delegate void Map(ReadOnlySpan<double> x, Span<double> results);

    private delegate void PairMap(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> results);

    private delegate void TripleMap(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> results);
}
