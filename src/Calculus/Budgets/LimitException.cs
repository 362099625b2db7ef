namespace Calculus.Budgets;

/// <summary>A request asked for more than a limit allows.</summary>
/// <param name="limit">The limit's name as <see cref="Limits"/> spells it, in camel case.</param>
/// <param name="maximum">The most that is allowed.</param>
/// <param name="what">A sentence for people that says what there was too much of.</param>
/// <param name="asked">How much was asked for, where that is known.</param>
public sealed class LimitException(string limit, long maximum, string what, long? asked = null) : CalculusException(what)
{
    /// <summary>The limit's name, such as <c>graphNodes</c>.</summary>
    public string Limit { get; } = limit;

    /// <summary>The most that is allowed.</summary>
    public long Maximum { get; } = maximum;

    /// <summary>How much was asked for, where that is known.</summary>
    public long? Asked { get; } = asked;

    /// <summary>The first UTF-16 offset to blame in the definition, where there is one.</summary>
    public int? Start { get; init; }

    /// <summary>The offset after the last character to blame.</summary>
    public int? End { get; init; }
}
