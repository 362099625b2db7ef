using Calculus.Budgets;

namespace Calculus.Programs;

/// <summary>A number was asked for, but a letter of the formula has no value.</summary>
/// <param name="name">The letter.</param>
internal sealed class UnboundSymbolException(string name) : CalculusException($"'{name}' has no value.")
{
    /// <summary>The letter as the definition spells it.</summary>
    public string Name { get; } = name;
}
