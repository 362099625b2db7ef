using System.Collections.Frozen;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>Every function that a definition can call.</summary>
public static class Catalogue
{
    /// <summary>The functions in the order in which people meet them.</summary>
    public static IReadOnlyList<Function> All { get; } =
    [
        Sqrt.Function, Cbrt.Function, Exp.Function, Log.Function, Log2.Function, Log10.Function,
        Sin.Function, Cos.Function, Tan.Function, Asin.Function, Acos.Function, Atan.Function,
        Sinh.Function, Cosh.Function, Tanh.Function,
        Abs.Function, Sign.Function, Step.Function, Min.Function, Max.Function,
        Sigmoid.Function, Relu.Function, Softplus.Function,
        If.Function,
    ];

    /// <summary>The functions by name and by every other name.</summary>
    public static FrozenDictionary<string, Function> ByName { get; } = All
        .SelectMany(static function => function.Aliases.Prepend(function.Name).Select(name => KeyValuePair.Create(name, function)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name that can be called.</summary>
    public static FrozenSet<string> Names { get; } = ByName.Keys.ToFrozenSet(StringComparer.Ordinal);
}
