using System.Collections.Immutable;

namespace Calculus.Verification;

/// <summary>A direction in which slopes are measured.</summary>
/// <param name="Direction">How far each coordinate moves.</param>
/// <param name="Pairs">What is compared with them.</param>
internal sealed record Course(ImmutableArray<double> Direction, ImmutableArray<Pair> Pairs);

/// <summary>In which directions slopes are measured, and which formulas they are compared with.</summary>
internal static class Directions
{
    // Beyond this one line for each variable costs more than the gradient itself; along a line through all of them a
    // wrong formula shows unless the others drown it.
    private const int MostAlone = 8, Together = 3;

    /// <summary>The courses of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="dimension">How many coordinates a point has.</param>
    /// <param name="isBacked">Whether the formulas are compared with automatic derivatives too.</param>
    /// <param name="chance">Picks directions.</param>
    public static ImmutableArray<Course> Of(Claim claim, int dimension, bool isBacked, Chance chance)
    {
        switch (claim)
        {
            case DerivativeClaim derivative:
                // Where nothing else backs the last formula, each one before it is measured too, down to the function.
                var last = derivative.Chain.Count - 1;
                var pairs = Enumerable.Range(0, last + 1).Skip(isBacked ? last : 0).Select(static order => new Pair(order, [order], [1]));
                return [new Course(Alone(dimension, derivative.By), [.. pairs])];
            case GradientClaim gradient when gradient.By.Count <= MostAlone:
                return [.. gradient.By.Select((by, i) => new Course(Alone(dimension, by), [new Pair(0, [i], [1])]))];
            case GradientClaim gradient:
                ImmutableArray<int> all = [.. Enumerable.Range(0, gradient.By.Count)];
                return [.. Enumerable.Range(0, Together).Select(_ =>
                {
                    var weights = all.Select(_ => (chance.Below(2) == 0 ? -1 : 1) * chance.Between(0.5, 1)).ToImmutableArray();
                    var direction = new double[dimension];
                    foreach (var i in all) direction[gradient.By[i]] = weights[i];
                    return new Course([.. direction], [new Pair(0, all, weights)]);
                })];
            default:
                throw new ArgumentException("A claim of an unknown kind.", nameof(claim));
        }
    }

    private static ImmutableArray<double> Alone(int dimension, int place)
    {
        var direction = new double[dimension];
        direction[place] = 1;
        return [.. direction];
    }
}
