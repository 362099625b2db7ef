namespace Calculus.Optimization;

/// <summary>
/// Everything known about an optimizer: its name, its parameters, its formula, its source, and how to start one. A class that
/// derives from this one and has a constructor without parameters is in <see cref="Optimizers.Own"/>.
/// </summary>
public abstract class OptimizerDefinition
{
    /// <summary>The name in a request, such as <c>adam</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What people call it, such as <c>Adam</c>.</summary>
    public abstract string Title { get; }

    /// <summary>
    /// The name of another optimizer that makes the same updates while both have their defaults, so that a list for people
    /// needs only one of them; null where there is none.
    /// </summary>
    public virtual string? SameAs => null;

    /// <summary>What it does, for people.</summary>
    public abstract string Sentence { get; }

    /// <summary>Where the rule was first described.</summary>
    public abstract Source Source { get; }

    /// <summary>The update in LaTeX.</summary>
    public abstract string Latex { get; }

    /// <summary>What can be set, with ranges and defaults.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The tolerance on the gradient's norm with which a descent stops where a request names none; null where it does all its steps.</summary>
    public virtual double? DefaultGradientTolerance => null;

    /// <summary>True where the rule moves by the gradient alone, so that its point can be brought back into a box after each step.</summary>
    public virtual bool AllowsBox => true;

    /// <summary>Starts the optimizer for a point of <paramref name="dimension"/> coordinates.</summary>
    /// <param name="given">Values by parameter name; what is missing takes its default.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <exception cref="DescentException">A parameter is unknown, its value is not allowed, or two cannot be combined.</exception>
    public Optimizer Start(IReadOnlyDictionary<string, ParameterValue> given, int dimension)
    {
        var optimizer = Start(Settings.Of(Name, Parameters, given), dimension);
        if (Parameters.Any(static parameter => parameter.Name is "lr"))
            optimizer.AtRate = rate => Start(Settings.Of(Name, Parameters, new Dictionary<string, ParameterValue>(given, StringComparer.Ordinal) { ["lr"] = rate }), dimension);
        return optimizer;
    }

    /// <summary>Starts the optimizer with checked settings.</summary>
    protected abstract Optimizer Start(Settings settings, int dimension);
}
