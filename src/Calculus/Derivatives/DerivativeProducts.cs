using Calculus.Binding;
using Calculus.Differentiation;
using Calculus.Expressions;

namespace Calculus.Derivatives;

/// <summary>Matrices of derivatives times a vector, without building the matrices.</summary>
/// <param name="bound">The function.</param>
internal sealed class DerivativeProducts(BoundDefinition bound)
{
    private readonly Graph _graph = bound.Function.Graph;

    /// <summary>
    /// Hessian · vector: the gradient of gradient · vector, at a small multiple of the function's cost (Pearlmutter, <i>Fast Exact
    /// Multiplication by the Hessian</i>, 1994).
    /// </summary>
    /// <returns>The entries of the product, in the variables' shapes.</returns>
    public LinearProduct Hessian()
    {
        var direction = Directions();
        var slope = _graph.Dot(Derivative.Gradient(bound.Function, bound.Variables), direction);
        return new LinearProduct(Derivative.Gradient(slope, bound.Variables), [.. bound.Variables, .. direction]);
    }

    /// <summary>Covector · Jacobian: the gradient of the covector's product with the function's value, by one backward pass.</summary>
    /// <returns>The entries of the product, in the variables' shapes.</returns>
    public LinearProduct Covector()
    {
        var weights = _graph.Symbol(".output", SymbolRole.Variable, bound.Function.Shape);
        return new LinearProduct([.. bound.Variables.Select(variable => ReverseMode.Along(bound.Function, weights, variable))], [.. bound.Variables, weights]);
    }

    /// <summary>
    /// Jacobian · vector: u ↦ Jᵀu is linear in u, and v · Jᵀu differentiated by u is J·v, by two backward passes (Griewank, Walther,
    /// <i>Evaluating Derivatives</i>, 2008, section 3.1).
    /// </summary>
    /// <returns>The slope of the function along the vector, in the shape of its value.</returns>
    public LinearProduct Jacobian()
    {
        var (direction, adjoint) = (Directions(), _graph.Symbol(".output", SymbolRole.Variable, bound.Function.Shape));
        var slope = _graph.Dot([.. bound.Variables.Select(variable => ReverseMode.Along(bound.Function, adjoint, variable))], direction);
        return new LinearProduct([ReverseMode.Of(slope, adjoint)], [.. bound.Variables, .. direction, adjoint]);
    }

    /// <summary>The same for a function of numbers whose value is a number, by one forward pass.</summary>
    /// <returns>The slope along the vector.</returns>
    public LinearProduct Forward()
    {
        var direction = Directions();
        return new LinearProduct([Derivative.Along(bound.Function, bound.Variables, direction)], [.. bound.Variables, .. direction]);
    }

    // No name of a definition begins with a dot.
    private Symbol[] Directions() => [.. bound.Variables.Select(variable => _graph.Symbol($".{variable.Name}", SymbolRole.Variable, variable.Shape))];
}

/// <summary>A matrix of derivatives times a vector, as formulas of the point and the vector.</summary>
/// <param name="Formulas">The product.</param>
/// <param name="Inputs">The variables, then the parts of the vector, then what the product does not depend on.</param>
internal sealed record LinearProduct(IReadOnlyList<Expression> Formulas, IReadOnlyList<Symbol> Inputs);
