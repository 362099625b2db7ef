using Calculus.Expressions;

namespace Calculus.Binding;

/// <summary>A definition whose names have found their meaning.</summary>
/// <param name="Name">The name of the function under study, where it has one.</param>
/// <param name="Variables">Its inputs: in the order of the signature, else of first appearance.</param>
/// <param name="Function">The function under study, helpers written in.</param>
public sealed record BoundDefinition(string? Name, IReadOnlyList<Symbol> Variables, Expression Function)
{
    /// <summary>The symbol of a name where the function under study stands.</summary>
    public required Func<string, Symbol> SymbolOf { get; init; }

    /// <summary>The values on the way that the definition names.</summary>
    public required IReadOnlyDictionary<string, Expression> Named { get; init; }

    /// <summary>The functions that the definition could call by name.</summary>
    public required IReadOnlyDictionary<string, Function> Functions { get; init; }
}
