using Calculus.Budgets;

namespace Calculus.Optimization;

/// <summary>A descent that cannot begin: an unknown optimizer, a parameter outside what is allowed, an impossible start.</summary>
/// <param name="field">What is to blame, as the request spells it, such as <c>optimizer.lr</c> or <c>start</c>.</param>
/// <param name="message">What was found and what is allowed, as a sentence.</param>
public sealed class DescentException(string field, string message) : CalculusException(message)
{
    /// <summary>What is to blame, as the request spells it, such as <c>optimizer.lr</c> or <c>start</c>.</summary>
    public string Field { get; } = field;
}
