namespace Calculus.Optimization;

/// <summary>The optimizers there are.</summary>
public static class Optimizers
{
    /// <summary>Every optimizer, the simplest first.</summary>
    public static IReadOnlyList<OptimizerDefinition> All { get; } =
    [
        new GradientDescent(),
        new Sgd(),
        new Momentum(),
        new Nesterov(),
        new Adam(),
    ];

    /// <summary>The optimizer of that name.</summary>
    /// <exception cref="DescentException">There is none of that name.</exception>
    public static OptimizerDefinition Named(string name) =>
        All.FirstOrDefault(definition => string.Equals(definition.Name, name, StringComparison.Ordinal))
        ?? throw new DescentException("optimizer.name",
            $"There is no optimizer '{name}'; there are {string.Join(", ", All.Select(static definition => definition.Name))}.");
}
