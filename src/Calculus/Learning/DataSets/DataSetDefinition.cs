using Calculus.Budgets;
using Calculus.Learning.Tables;

namespace Calculus.Learning.DataSets;

/// <summary>A data set that has a name: what is known of it, and how its points are made.</summary>
internal abstract class DataSetDefinition
{
    /// <summary>The fewest points of a data set that is made by a formula.</summary>
    public const int FewestPoints = 4;

    // Operations that one random point takes, roughly.
    private const int OperationsOfPoint = 200;

    /// <summary>The name in a question, such as <c>moons</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What people call it.</summary>
    public abstract string Title { get; }

    /// <summary>What it is and what it shows, in one sentence.</summary>
    public abstract string Sentence { get; }

    /// <summary>How its points are made, in LaTeX.</summary>
    public abstract string Latex { get; }

    /// <summary>The names of its features in order.</summary>
    public abstract IReadOnlyList<string> Features { get; }

    /// <summary>The name of its target.</summary>
    public virtual string Target => "y";

    /// <summary>How many classes its target has; 0 where the target is a quantity.</summary>
    public abstract int Classes { get; }

    /// <summary>How many points it has where a question does not say.</summary>
    public virtual int DefaultPoints => 200;

    /// <summary>The standard deviation of the normal noise where a question does not say.</summary>
    public abstract double DefaultNoise { get; }

    /// <summary>Whether its points are made by a formula, so that their number, noise and seed can be asked for.</summary>
    public virtual bool IsMade => true;

    /// <summary>Makes the points: the same seed gives the same bits on every machine.</summary>
    /// <param name="points">How many, at least <see cref="FewestPoints"/>.</param>
    /// <param name="noise">The standard deviation of the noise, at least 0.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="budget">Pays for them.</param>
    /// <exception cref="LimitException">They are more than the budget pays for.</exception>
    public Table Make(int points, double noise, int seed, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        budget.SpendOperations((long)points * OperationsOfPoint);
        var columns = new double[Features.Count + 1][];
        for (var column = 0; column < columns.Length; column++) columns[column] = new double[points];
        var random = new RandomStream(seed, RandomPurpose.Points);
        for (var i = 0; i < points; i++)
        {
            var point = PointOf(i, points, noise, random);
            for (var column = 0; column < columns.Length; column++) columns[column][i] = point[column];
        }

        return new([.. columns.Select((numbers, i) => new Column(i < Features.Count ? Features[i] : Target, numbers))], "dataset");
    }

    /// <summary>One point: its features, then its target.</summary>
    /// <param name="i">Which one, from 0.</param>
    /// <param name="points">How many there are.</param>
    /// <param name="noise">The standard deviation of the noise.</param>
    /// <param name="random">The random numbers.</param>
    internal abstract double[] PointOf(int i, int points, double noise, RandomStream random);
}
