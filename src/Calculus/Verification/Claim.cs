using Calculus.Binding;
using Calculus.Expressions;

namespace Calculus.Verification;

/// <summary>Formulas that are said to be derivatives of a definition.</summary>
/// <param name="Bound">The definition in the graph of the formulas.</param>
/// <param name="By">The places of the variables that the derivatives are taken by, at least one.</param>
/// <param name="Formulas">
/// Of order 1 one formula for each place in <paramref name="By"/>, with the axes of the function, then those of the variable. Of order 2
/// one for each pair of places, row by row; the function is a number then. By one number a formula of each order up to
/// <paramref name="Order"/>: the last one is in question, those before it are what it is the slope of.
/// </param>
/// <param name="Order">How often the function is differentiated, at least once.</param>
public sealed record Claim(BoundDefinition Bound, IReadOnlyList<int> By, IReadOnlyList<Expression> Formulas, int Order)
{
    /// <summary>Whether the formulas are those of each order by one number.</summary>
    public bool IsChain => Formulas.Count == Order && By is [var only] && Bound.Variables[only].Shape.IsScalar;
}
