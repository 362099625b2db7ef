using Calculus.Expressions;

namespace CalcApi.Http.Requests;

/// <summary>A value that someone claims: a number, a vector, a matrix, or a formula as text.</summary>
/// <param name="Number">The number; NaN where something else is claimed.</param>
/// <param name="Formula">The formula, where one is claimed.</param>
/// <param name="Array">The vector or the matrix, where one is claimed.</param>
public sealed record ClaimedValue(double Number, string? Formula, ArrayValue? Array = null);

/// <summary>What someone claims for each variable by its name, or for the only one.</summary>
public sealed record Claims
{
    /// <summary>The bare claim, where no names were given.</summary>
    public ClaimedValue? Bare { get; init; }

    /// <summary>The claims by name; empty where one is given bare.</summary>
    public IReadOnlyDictionary<string, ClaimedValue> Named { get; init; } = new Dictionary<string, ClaimedValue>(StringComparer.Ordinal);
}
