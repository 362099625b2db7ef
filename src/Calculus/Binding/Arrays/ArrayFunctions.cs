using System.Collections.Frozen;

namespace Calculus.Binding.Arrays;

/// <summary>The functions of vectors and matrices.</summary>
internal static class ArrayFunctions
{
    /// <summary>Their kinds, in the order in which they are usually taught.</summary>
    public static IReadOnlyList<ArrayFunctionKind> Kinds { get; } =
        [new("entries", Totals.All), new("matrix", MatrixOperations.All), new("maker", Makers.All), new("loss", Losses.All), new("derivative", Fields.All)];

    /// <summary>All of them, in the order in which they are usually taught.</summary>
    public static IReadOnlyList<ArrayFunction> All { get; } = [.. Kinds.SelectMany(static kind => kind.Functions)];

    /// <summary>The functions by each of their names.</summary>
    public static FrozenDictionary<string, ArrayFunction> ByName { get; } = All
        .SelectMany(static function => function.Aliases.Prepend(function.Name).Select(name => KeyValuePair.Create(name, function)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name that stands for a function of arrays, <c>table</c> among them.</summary>
    public static FrozenSet<string> Names { get; } = ByName.Keys.Append("table").ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Functions of vectors and matrices that belong together.</summary>
/// <param name="Name">What they are: entries, matrix, maker, loss or derivative.</param>
/// <param name="Functions">The functions, in the order in which they are usually taught.</param>
internal sealed record ArrayFunctionKind(string Name, IReadOnlyList<ArrayFunction> Functions);
