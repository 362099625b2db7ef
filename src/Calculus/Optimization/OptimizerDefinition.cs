namespace Calculus.Optimization;

/// <summary>Everything known about an optimizer: its name, its parameters, its formula, and how to start one.</summary>
public abstract class OptimizerDefinition
{
    /// <summary>The name in a request, such as <c>adam</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, for people.</summary>
    public abstract string Sentence { get; }

    /// <summary>The update in LaTeX.</summary>
    public abstract string Latex { get; }

    /// <summary>What can be set, with ranges and defaults.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Starts the optimizer for a point of <paramref name="dimension"/> coordinates.</summary>
    /// <param name="given">Values by parameter name; what is missing takes its default.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <exception cref="DescentException">A parameter is unknown, its value is not allowed, or two do not go together.</exception>
    public Optimizer Start(IReadOnlyDictionary<string, ParameterValue> given, int dimension) =>
        Start(Settings.Of(Name, Parameters, given), dimension);

    /// <summary>Starts the optimizer with checked settings.</summary>
    protected abstract Optimizer Start(Settings settings, int dimension);
}
