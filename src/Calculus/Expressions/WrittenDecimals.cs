namespace Calculus.Expressions;

/// <summary>
/// The decimals that a request wrote. A double stands for the shortest decimal that reads as it, which is what was written wherever that
/// had at most fifteen digits; longer ones are kept here, by the name and the entry that they were written for.
/// </summary>
public sealed class WrittenDecimals
{
    private readonly Dictionary<(string Name, int Entry, double Nearest), Rational> _longer = [];

    /// <summary>The name of the only variable where a request leaves it out.</summary>
    public const string OnlyVariable = "";

    /// <summary>Whether every double stands for the shortest decimal.</summary>
    public bool AreShort => _longer.Count == 0;

    /// <summary>Adds a decimal.</summary>
    /// <param name="name">The name that it is a value of.</param>
    /// <param name="entry">Which entry, row by row.</param>
    /// <param name="decimal">The decimal.</param>
    public void Add(string name, int entry, Rational @decimal) => _longer[(name, entry, @decimal.ToDouble())] = @decimal;

    /// <summary>The decimal that was written for an entry of a datum.</summary>
    /// <param name="name">The name that it is a value of.</param>
    /// <param name="entry">Which entry, row by row.</param>
    /// <param name="nearest">The double nearest to it.</param>
    public Rational Of(string name, int entry, double nearest) =>
        _longer.TryGetValue((name, entry, nearest), out var longer) ? longer : Rational.FromDecimal(nearest);

    /// <summary>The decimal that was written for an entry of a variable.</summary>
    /// <inheritdoc cref="Of"/>
    public Rational OfVariable(string name, int entry, double nearest) =>
        _longer.TryGetValue((OnlyVariable, entry, nearest), out var longer) ? longer : Of(name, entry, nearest);
}
