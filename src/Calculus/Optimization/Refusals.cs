using Calculus.Optimization.LeastSquares;

namespace Calculus.Optimization;

/// <summary>What does not go together in a descent.</summary>
internal static class Refusals
{
    /// <summary>Refuses an optimizer that does not go with the function or with the options.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="objective">The function.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="DescentException">It does not.</exception>
    public static void Check(Optimizer optimizer, IObjective objective, DescentOptions options)
    {
        var name = optimizer.Name;
        if (objective is IBatchedObjective && (optimizer.ComparesValues || optimizer.TakesSumOfSquares))
            throw new DescentException("optimizer.name", $"The optimizer '{name}' goes by the values or the residuals of one function from step to step, and with batches each step has another function; take one that moves by the gradient, such as sgd or adam.");
        if (optimizer.TakesSumOfSquares && objective is not ILeastSquaresObjective)
            throw new DescentException("optimizer.name", $"The optimizer '{name}' takes functions that are sums of squares.");
        if (!optimizer.ComparesValues) return;

        // What is done to the gradient, the rate or the point behind such a rule's back makes its comparisons meaningless.
        if (options.Box is not null)
            throw new DescentException("box", $"The optimizer '{name}' chooses its step lengths for a function without bounds; take one that moves by the gradient, such as sgd or adam.");
        if (options.Clip is not null)
            throw new DescentException("clip", $"The optimizer '{name}' compares values with what the gradient promises, so that the gradient must not be shortened.");
    }
}
