using Calculus.Checkpoints;

namespace Calculus.Optimization;

/// <summary>A rule that moves a point, with what it remembers from step to step. Belongs to one descent.</summary>
/// <param name="settings">The optimizer's parameters, checked.</param>
public abstract class Optimizer(Settings settings)
{
    private readonly bool _decays = settings.Number("weight_decay") != 0;

    /// <summary>The name under which it was asked for.</summary>
    public string Name { get; } = settings.Name;

    /// <summary>The rate of the first step, before any schedule has shaped it; 1 for rules that find their own step lengths.</summary>
    public double InitialRate { get; } = settings.Has("lr") ? settings.Number("lr") : 1;

    /// <summary>The rate of the coming step; the descent sets it where a schedule shapes it.</summary>
    public double LearningRate { get; internal set; } = settings.Has("lr") ? settings.Number("lr") : 1;

    /// <summary>True where a schedule can shape the rate: the rule has one, and every step depends on it.</summary>
    public virtual bool AllowsSchedule { get; } = settings.Has("lr");

    /// <summary>True where the rule has left the point alone in the step just made, so that one which changes nothing is not its last.</summary>
    public virtual bool IsResting => false;

    /// <summary>True where the rule climbs f instead of going down.</summary>
    public bool Maximize { get; } = settings.Flag("maximize");

    /// <summary>w, where the rule goes down f(x) + w‖x‖²/2 instead of f; 0 where a decay acts on the point, beside the gradient.</summary>
    public virtual double WeightDecay { get; } = settings.Number("weight_decay");

    /// <summary>True where the rule shortens the point itself in each step, so that it may come to rest where the gradient does not vanish.</summary>
    public virtual bool DecaysPoint => _decays && WeightDecay == 0;

    /// <summary>Starts the same rule afresh with another learning rate; null where it has none.</summary>
    internal Func<double, Optimizer>? AtRate { get; set; }

    /// <summary>
    /// c, where the rule is stable on a quadratic exactly while the rate is below c/λmax; null where its steps do not scale
    /// with the gradient, so that no such number exists.
    /// </summary>
    public abstract double? StabilityFactor { get; }

    /// <summary>True where the rule evaluates the function on its way and compares what it finds with what the gradient promises.</summary>
    public virtual bool ComparesValues => false;

    /// <summary>True where the rule takes only functions that are sums of squares.</summary>
    public virtual bool TakesSumOfSquares => false;

    /// <summary>What the rule remembers, after the step just made: live arrays with an entry for each coordinate, or with one entry.</summary>
    public virtual IReadOnlyList<InternalState> Internals => [];

    /// <summary>Makes one step from where the descent stands.</summary>
    /// <param name="at">The point with its value and gradient; the rule writes the next point into <see cref="Iterate.Next"/>.</param>
    public abstract void Advance(Iterate at);

    /// <summary>Names all that the rule carries from step to step, for a descent that is put down and taken up again.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    internal virtual void Exchange(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        snapshot.Mark(Name);
        LearningRate = snapshot.Number(LearningRate);
    }
}

/// <summary>A number, or one for each coordinate, that an optimizer carries from step to step.</summary>
/// <param name="Name">What the rule's formula calls it, such as <c>m</c>.</param>
/// <param name="Values">The live values.</param>
public sealed record InternalState(string Name, double[] Values);
