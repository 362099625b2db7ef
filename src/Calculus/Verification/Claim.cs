using Calculus.Binding;
using Calculus.Derivatives;
using Calculus.Expressions;

namespace Calculus.Verification;

/// <summary>Formulas that are said to be derivatives of a definition.</summary>
/// <param name="Bound">The definition in the graph of the formulas.</param>
/// <param name="By">The places of the variables that the derivatives are taken by, at least one.</param>
/// <param name="Formulas">
/// For order 1, one formula for each place in <paramref name="By"/>, with the axes of the function, then those of the variable. For order 2,
/// one for each pair of places, row by row; the function is then a number. By one number a formula of each order up to
/// <paramref name="Order"/>: the last one is in question, and each is the slope of the one before it.
/// </param>
/// <param name="Order">How often the function is differentiated, at least once.</param>
internal sealed record Claim(BoundDefinition Bound, IReadOnlyList<int> By, IReadOnlyList<Expression> Formulas, int Order)
{
    /// <summary>Whether the formulas are those of each order by one number.</summary>
    public bool IsChain => Formulas.Count == Order && By is [var only] && Bound.Variables[only].Shape.IsScalar;

    /// <summary>That a formula is the derivative of its order by its variable.</summary>
    public static Claim OfDerivative(BoundDefinition bound, DerivedFormula derivative)
    {
        ArgumentNullException.ThrowIfNull(derivative);
        var chain = new List<Expression>();
        for (var each = derivative; each.Of is { } of; each = of) chain.Insert(0, each);
        return new Claim(bound, Places(bound, [derivative]), chain, derivative.Order);
    }

    /// <summary>That formulas are first derivatives by their variables.</summary>
    public static Claim OfGradient(BoundDefinition bound, IReadOnlyList<DerivedFormula> partials) =>
        new(bound, Places(bound, partials), [.. partials.Select(static partial => partial.Formula)], 1);

    /// <summary>That formulas are second derivatives, row by row.</summary>
    public static Claim OfHessian(BoundDefinition bound, IReadOnlyList<IReadOnlyList<DerivedFormula>> hessian) =>
        new(bound, Places(bound, [.. hessian.Select(static row => row[0].Of!)]), [.. hessian.SelectMany(static row => row.Select(static block => block.Formula))], 2);

    private static IReadOnlyList<int> Places(BoundDefinition bound, IReadOnlyList<DerivedFormula> derivatives)
    {
        Symbol[] variables = [.. bound.Variables];
        return [.. derivatives.Select(derivative => Array.IndexOf(variables, derivative.By!))];
    }
}
