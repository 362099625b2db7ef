using System.Collections.Frozen;

namespace Calculus.Binding.Arrays;

/// <summary>The functions of vectors and matrices.</summary>
public static class ArrayFunctions
{
    /// <summary>Their kinds, in the order in which they are usually taught.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<ArrayFunction> Functions)> Kinds { get; } =
        [("entries", Totals.All), ("matrix", MatrixOperations.All), ("maker", Makers.All), ("loss", Losses.All), ("derivative", Fields.All)];

    /// <summary>All of them, in the order in which they are usually taught.</summary>
    public static IReadOnlyList<ArrayFunction> All { get; } = [.. Kinds.SelectMany(static kind => kind.Functions)];

    /// <summary>The functions by each of their names.</summary>
    public static FrozenDictionary<string, ArrayFunction> ByName { get; } = All
        .SelectMany(static function => function.Aliases.Prepend(function.Name).Select(name => KeyValuePair.Create(name, function)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name that stands for a function of arrays, <c>table</c> among them.</summary>
    public static FrozenSet<string> Names { get; } = ByName.Keys.Append("table").ToFrozenSet(StringComparer.Ordinal);
}
