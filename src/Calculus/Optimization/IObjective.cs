using Calculus.Checkpoints;

namespace Calculus.Optimization;

/// <summary>
/// The function that a descent goes down on: n numbers to one, with its gradient and its curvature. An objective may throw
/// <see cref="Budgets.LimitException"/> when its budget is spent and <see cref="OperationCanceledException"/> when it is cancelled.
/// </summary>
public interface IObjective
{
    /// <summary>The number of coordinates, at least 1.</summary>
    int Dimension { get; }

    /// <summary>f(x); NaN or infinite where f has no finite value.</summary>
    double Value(ReadOnlySpan<double> x);

    /// <summary>f(x), and ∇f(x) into <paramref name="gradient"/>.</summary>
    double ValueAndGradient(ReadOnlySpan<double> x, Span<double> gradient);

    /// <summary>∇²f(x) v into <paramref name="product"/>.</summary>
    void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product);

    /// <summary>Names what an evaluation leaves behind for those after it; most functions leave nothing.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    internal void Exchange(Snapshot snapshot)
    {
    }

    /// <summary>Reads what evaluations of the same function left behind elsewhere, beginning with a fresh one.</summary>
    /// <param name="snapshot">The state of that function.</param>
    /// <returns>What leaves it behind here, as if they had followed those made here; null where they would have come out otherwise.</returns>
    internal Action? Following(Snapshot snapshot) => static () => { };
}
