using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.Derivatives;

/// <summary>Matrices of derivatives times a vector, without building the matrices.</summary>
/// <param name="bound">The function.</param>
/// <param name="budget">What may be spent.</param>
public sealed class DerivativeProducts(BoundDefinition bound, Budget budget)
{
    private readonly Graph _graph = bound.Function.Graph;

    /// <summary>
    /// Hessian · vector: the gradient of gradient · vector, at a small multiple of the function's cost (Pearlmutter, <i>Fast Exact
    /// Multiplication by the Hessian</i>, 1994).
    /// </summary>
    /// <param name="vector">The coordinates of the vector.</param>
    /// <param name="point">The coordinates of the point.</param>
    /// <returns>The coordinates of the product.</returns>
    public double[] Hessian(double[] vector, double[] point)
    {
        var direction = Directions();
        var slope = _graph.Dot(Derivative.Gradient(bound.Function, bound.Variables), direction);
        return Evaluator.Of(Derivative.Gradient(slope, bound.Variables), [.. bound.Variables, .. direction], bound.Data, budget).At([.. point, .. vector]);
    }

    /// <summary>
    /// Jacobian · vector: u ↦ Jᵀu is linear in u, and v · Jᵀu differentiated by u is J·v, by two backward passes (Griewank, Walther,
    /// <i>Evaluating Derivatives</i>, 2008, section 3.1).
    /// </summary>
    /// <param name="vector">The coordinates of the vector.</param>
    /// <param name="point">The coordinates of the point.</param>
    /// <returns>The slope of the function along the vector, in the shape of its value.</returns>
    public ArrayValue Jacobian(double[] vector, double[] point)
    {
        var (direction, adjoint) = (Directions(), _graph.Symbol(".output", SymbolRole.Variable, bound.Function.Shape));
        var slope = _graph.Dot([.. bound.Variables.Select(variable => ReverseMode.Along(bound.Function, adjoint, variable))], direction);
        var evaluator = Evaluator.Of([ReverseMode.Of(slope, adjoint)], [.. bound.Variables, .. direction, adjoint], bound.Data, budget);
        var numbers = evaluator.At([.. point, .. vector, .. new double[bound.Function.Shape.Count]]);
        return new ArrayValue(bound.Function.Shape, numbers);
    }

    // No name of a definition begins with a dot.
    private Symbol[] Directions() => [.. bound.Variables.Select(variable => _graph.Symbol($".{variable.Name}", SymbolRole.Variable, variable.Shape))];
}
