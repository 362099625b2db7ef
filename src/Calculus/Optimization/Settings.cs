using System.Collections.Frozen;

namespace Calculus.Optimization;

/// <summary>A value for each parameter of an optimizer or a schedule, each checked against what is allowed.</summary>
public sealed class Settings
{
    private readonly FrozenDictionary<string, ParameterValue> _values;

    private Settings(ParameterOwner owner, FrozenDictionary<string, ParameterValue> values) => (Name, Dialect, _values) = (owner.Name, owner.Dialect, values);

    /// <summary>The name of the optimizer or the schedule.</summary>
    public string Name { get; }

    /// <summary>Whose rule is followed, one of <see cref="DialectNames"/>.</summary>
    public string Dialect { get; }

    /// <summary>Takes what is given, and the defaults for the rest.</summary>
    /// <param name="owner">Whose parameters they are, for the message.</param>
    /// <param name="parameters">What can be set.</param>
    /// <param name="given">What the request says.</param>
    /// <exception cref="DescentException">A parameter is unknown, or its value is not allowed.</exception>
    public static Settings Of(ParameterOwner owner, IReadOnlyList<Parameter> parameters, IReadOnlyDictionary<string, ParameterValue> given)
    {
        foreach (var name in given.Keys.Order(StringComparer.Ordinal))
        {
            if (!parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)))
            {
                var known = parameters.Count == 0 ? "none" : string.Join(", ", parameters.Select(static p => p.Name));
                throw new DescentException($"{owner.Field}.{name}", $"The {owner} has no parameter '{name}'; it has {known}.");
            }
        }

        return new(owner, parameters.ToFrozenDictionary(
            static parameter => parameter.Name,
            parameter => given.TryGetValue(parameter.Name, out var value) ? parameter.Check(value, owner) : parameter.Default,
            StringComparer.Ordinal));
    }

    /// <summary>True where there is a parameter of that name.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The value of a parameter that takes one number; 0 where there is no such parameter.</summary>
    public double Number(string name) => _values.TryGetValue(name, out var value) ? ((ParameterValue.Number)value).Value : 0;

    /// <summary>The value of a parameter that takes yes or no; false where there is no such parameter.</summary>
    public bool Flag(string name) => _values.TryGetValue(name, out var value) && ((ParameterValue.Flag)value).Value;

    /// <summary>The value of a parameter that takes one of a few words.</summary>
    public string Word(string name) => ((ParameterValue.Word)_values[name]).Value;

    /// <summary>The value of a parameter that takes several numbers.</summary>
    public double Number(string name, int index) => ((ParameterValue.Numbers)_values[name]).Values[index];
}
