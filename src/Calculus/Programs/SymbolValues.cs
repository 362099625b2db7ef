using Calculus.Expressions;

namespace Calculus.Programs;

/// <summary>Where a symbol's value comes from: a coordinate of the point, the data, or the mathematical constants.</summary>
internal sealed class SymbolValues
{
    private readonly Dictionary<Symbol, int> _inputs = [];
    private readonly Func<string, double?> _data;

    /// <exception cref="ArgumentException">An input occurs twice.</exception>
    public SymbolValues(IReadOnlyList<Symbol> inputs, Func<string, double?> data)
    {
        _data = data;
        for (var i = 0; i < inputs.Count; i++)
        {
            if (!_inputs.TryAdd(inputs[i], i)) throw new ArgumentException($"'{inputs[i].Name}' is an input twice.", nameof(inputs));
        }
    }

    /// <summary>The value of a symbol.</summary>
    /// <exception cref="UnboundSymbolException">It has none.</exception>
    public Operand Of(Symbol symbol, InstructionBuilder builder)
    {
        if (_inputs.TryGetValue(symbol, out var input)) return new Operand(input, 0);
        if (symbol.Role is SymbolRole.Constant && NamedConstants.TryValue(symbol.Name, out var constant)) return builder.Known(constant.Value);
        if (symbol.Role is SymbolRole.Variable or SymbolRole.Datum && _data(symbol.Name) is { } datum) return builder.Known(datum);
        throw new UnboundSymbolException(symbol.Name);
    }
}
