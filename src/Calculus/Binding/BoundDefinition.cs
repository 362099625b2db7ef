using Calculus.Expressions;

namespace Calculus.Binding;

/// <summary>A definition whose names have found their meaning.</summary>
/// <param name="Name">The name of the function under study, where it has one.</param>
/// <param name="Variables">Its inputs, in the order of the signature or else of first appearance.</param>
/// <param name="Function">The function under study, with helpers written out.</param>
public sealed record BoundDefinition(string? Name, IReadOnlyList<Symbol> Variables, Expression Function)
{
    /// <summary>The symbol of a name in the function under study.</summary>
    public required Func<string, Symbol> SymbolOf { get; init; }

    /// <summary>The intermediate values that the definition names.</summary>
    public required IReadOnlyDictionary<string, Expression> Named { get; init; }

    /// <summary>The functions that the definition can call by name.</summary>
    public required IReadOnlyDictionary<string, Function> Functions { get; init; }
}
