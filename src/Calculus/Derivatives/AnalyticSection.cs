using System.Numerics;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Programs;

namespace Calculus.Derivatives;

/// <summary>A function of numbers along one coordinate through a point, on the real axis and near it.</summary>
/// <param name="bound">The function.</param>
/// <param name="coordinate">The coordinate that moves.</param>
/// <param name="point">The point.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class AnalyticSection(BoundDefinition bound, int coordinate, double[] point, Budget budget)
{
    // So small that only the point's own branch is met.
    private const double BesideTheAxis = 1e-20;

    private readonly Evaluator _evaluator = Evaluator.Of([bound.Function], bound.Variables, bound.Data, budget);

    /// <summary>The function along the coordinate.</summary>
    public AnalyticFunction Function
    {
        get
        {
            double[] moved = [.. point];
            return new(
                x =>
                {
                    moved[coordinate] = x;
                    return _evaluator.At(moved)[0];
                },
                z => Beside(z).Value);
        }
    }

    /// <summary>What part of the function has no analytic continuation at the point; null where every part has one.</summary>
    public Expression? Origin => Beside(new Complex(point[coordinate], BesideTheAxis)).Origin;

    private (Complex Value, Expression? Origin) Beside(Complex z)
    {
        var beside = Array.ConvertAll(point, static each => (Complex)each);
        beside[coordinate] = z;
        return _evaluator.Continue(beside);
    }
}
