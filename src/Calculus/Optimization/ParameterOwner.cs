namespace Calculus.Optimization;

/// <summary>Whose parameters are set, as messages name it.</summary>
/// <param name="Kind">What it is: <c>optimizer</c> or <c>schedule</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Field">Where the request has its parameters, such as <c>optimizer.schedule</c>.</param>
/// <param name="Dialect">Whose rule is followed, one of <see cref="DialectNames"/>.</param>
public sealed record ParameterOwner(string Kind, string Name, string Field, string Dialect = DialectNames.PyTorch)
{
    /// <summary>An optimizer in one of its dialects.</summary>
    public static ParameterOwner Optimizer(string name, string dialect = DialectNames.PyTorch) => new("optimizer", name, "optimizer", dialect);

    /// <summary>A schedule of an optimizer.</summary>
    public static ParameterOwner Schedule(string name) => new("schedule", name, "optimizer.schedule");

    /// <inheritdoc/>
    public override string ToString() => Dialect is DialectNames.PyTorch ? $"{Kind} '{Name}'" : $"{Kind} '{Name}' in the dialect '{Dialect}'";
}
