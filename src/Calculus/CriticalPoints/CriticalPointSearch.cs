using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Intervals;
using Calculus.Seams;

namespace Calculus.CriticalPoints;

/// <summary>Searches a box for critical points.</summary>
/// <param name="bound">The function; it and its variables are numbers.</param>
/// <param name="book">Its derivatives.</param>
/// <param name="numbers">Its numbers.</param>
/// <param name="budget">Pays for it.</param>
internal sealed class CriticalPointSearch(BoundDefinition bound, DerivativeBook book, FormulaValues numbers, Budget budget)
{
    /// <summary>The critical points in a box, and of one variable the discussion of the curve.</summary>
    /// <param name="lower">The lower end along each variable.</param>
    /// <param name="upper">The upper end, above the lower one.</param>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public CriticalPointSet In(double[] lower, double[] upper)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        var line = new LineFormulas(bound, book, budget);
        var (operations, points) = (budget.Limits.CriticalOperations, budget.Limits.CriticalPoints);
        var allowance = new Allowance(operations, points, budget);
        allowance.Searches.Resume();
        if (lower.Length == 1) return new CurveAnalysis(line, book, numbers, new BallLimits(bound, budget), new Enclosure(lower[0], upper[0]), allowance).Result();

        Enclosure[] whole = [.. lower.Zip(upper, static (from, to) => new Enclosure(from, to))];
        var formulas = new BoxFormulas(bound, book, line, allowance, budget);
        return new BoxAnalysis(formulas, numbers, whole, allowance, new Allowance(operations, points, budget)).Result();
    }
}
