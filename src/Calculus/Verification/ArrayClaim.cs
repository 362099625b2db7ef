using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Verification;

/// <summary>Formulas with vectors and matrices that are said to be derivatives of a definition.</summary>
/// <param name="Definition">The definition as written.</param>
/// <param name="Context">What its names mean besides.</param>
/// <param name="Variables">Its variables in order, with their shapes.</param>
/// <param name="Function">The function in the graph of the formulas.</param>
/// <param name="By">The places of the variables that the derivatives are taken by.</param>
/// <param name="Formulas">
/// The first derivatives in the order of <paramref name="By"/>; or the second ones, row by row, where <paramref name="Order"/> is 2.
/// </param>
/// <param name="Order">1 or 2; the second derivatives are those of a number.</param>
public sealed record ArrayClaim(
    Definition Definition, BindingContext Context, IReadOnlyList<Symbol> Variables, Expression Function, IReadOnlyList<int> By, IReadOnlyList<Expression> Formulas, int Order);
