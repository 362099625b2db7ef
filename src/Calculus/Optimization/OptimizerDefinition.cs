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

    /// <summary>True where the rule takes only functions that are sums of squares, each an <see cref="LeastSquares.ILeastSquaresObjective"/>.</summary>
    public virtual bool TakesSumOfSquares => false;

    /// <summary>The other libraries whose rule can be followed; PyTorch's always can.</summary>
    public virtual IReadOnlyList<OptimizerDialect> Dialects => [];

    /// <summary>What can be set in a dialect.</summary>
    /// <param name="dialect">One of <see cref="DialectNames"/>.</param>
    /// <exception cref="DescentException">The optimizer does not have that dialect.</exception>
    public IReadOnlyList<Parameter> ParametersIn(string dialect)
    {
        if (dialect is DialectNames.PyTorch) return Parameters;
        return Dialects.FirstOrDefault(each => string.Equals(each.Name, dialect, StringComparison.Ordinal))?.Parameters
            ?? throw new DescentException("optimizer.dialect", $"The optimizer '{Name}' has no dialect '{dialect}'; it has {string.Join(", ", Dialects.Select(static each => each.Name).Prepend(DialectNames.PyTorch))}.");
    }

    /// <summary>Starts the optimizer for a point of <paramref name="dimension"/> coordinates, as PyTorch computes it.</summary>
    /// <param name="given">Values by parameter name; what is missing takes its default.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <exception cref="DescentException">A parameter is unknown, its value is not allowed, or two cannot be combined.</exception>
    public Optimizer Start(IReadOnlyDictionary<string, ParameterValue> given, int dimension) => Start(given, dimension, DialectNames.PyTorch);

    /// <summary>Starts the optimizer for a point of <paramref name="dimension"/> coordinates.</summary>
    /// <param name="given">Values by parameter name; what is missing takes its default.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="dialect">Whose rule is followed, one of <see cref="DialectNames"/>.</param>
    /// <exception cref="DescentException">The dialect is missing, a parameter is unknown, its value is not allowed, or two cannot be combined.</exception>
    public Optimizer Start(IReadOnlyDictionary<string, ParameterValue> given, int dimension, string dialect)
    {
        var (owner, parameters) = (ParameterOwner.Optimizer(Name, dialect), ParametersIn(dialect));
        var optimizer = Start(Settings.Of(owner, parameters, given), dimension);
        if (parameters.Any(static parameter => parameter.Name is "lr"))
            optimizer.AtRate = rate => Start(Settings.Of(owner, parameters, new Dictionary<string, ParameterValue>(given, StringComparer.Ordinal) { ["lr"] = rate }), dimension);
        return optimizer;
    }

    /// <summary>Starts the optimizer with checked settings.</summary>
    protected abstract Optimizer Start(Settings settings, int dimension);
}
