using Calculus.Budgets;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>No part of a function has a difference quotient whose limit is worked out here.</summary>
/// <param name="function">The name of the function that stands in the way.</param>
internal sealed class UntaughtLimitException(string function)
    : CalculusException($"The limit of the difference quotient of '{function}' takes more than algebra and the standard limits; it is not worked out here.")
{
    /// <summary>The name of the function that stands in the way.</summary>
    public string Function { get; } = function;
}
