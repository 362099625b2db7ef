using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>A definition whose names have found their meaning.</summary>
/// <param name="Name">The name of the function under study, where it has one.</param>
/// <param name="Variables">Its inputs, in the order of the signature or else of first appearance.</param>
/// <param name="Function">The function under study, with helpers written out.</param>
public sealed record BoundDefinition(string? Name, IReadOnlyList<Symbol> Variables, Expression Function)
{
    private IReadOnlyDictionary<string, ArrayValue>? _data;

    /// <summary>The definition as written.</summary>
    public required Definition Definition { get; init; }

    /// <summary>What the request says about names besides.</summary>
    public required BindingContext Context { get; init; }

    /// <summary>How the coordinates of a point lie: the variables' entries in order, a matrix row by row.</summary>
    public Layout Layout { get; } = new(Variables);

    /// <summary>Every constant of the request, of whatever shape.</summary>
    public IReadOnlyDictionary<string, ArrayValue> Data => _data ??= Context.AllData;

    /// <summary>Whether some length is a letter, so that there are formulas but no numbers.</summary>
    public bool IsLettered => !Function.Graph.IsOfNumbers && (Variables.Any(static variable => variable.Shape.IsSymbolic) || Reachable.From(Function).Exists(static node => node.Shape.IsSymbolic));

    /// <summary>The symbol of a name where the function under study stands.</summary>
    public required Func<string, Symbol> SymbolOf { get; init; }

    /// <summary>The intermediate values that the definition names.</summary>
    public required IReadOnlyDictionary<string, Expression> Named { get; init; }

    /// <summary>The functions that the definition can call by name.</summary>
    public required IReadOnlyDictionary<string, Function> Functions { get; init; }

    /// <summary>The names of the values on the way, by value; of several names of one value the first.</summary>
    public IReadOnlyDictionary<Expression, string> NamesOfValues()
    {
        var names = new Dictionary<Expression, string>();
        foreach (var (name, value) in Named) names.TryAdd(value, name);
        return names;
    }
}
