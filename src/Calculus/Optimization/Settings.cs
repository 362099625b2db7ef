using System.Collections.Frozen;

namespace Calculus.Optimization;

/// <summary>A value for each parameter of an optimizer, each checked against what the optimizer allows.</summary>
public sealed class Settings
{
    private readonly FrozenDictionary<string, ParameterValue> _values;

    private Settings(string optimizer, FrozenDictionary<string, ParameterValue> values) => (Optimizer, _values) = (optimizer, values);

    /// <summary>The optimizer's name.</summary>
    public string Optimizer { get; }

    /// <summary>Takes what is given, and the defaults for the rest.</summary>
    /// <param name="optimizer">The optimizer's name, for the message.</param>
    /// <param name="parameters">What the optimizer takes.</param>
    /// <param name="given">What the request says.</param>
    /// <exception cref="DescentException">A parameter is unknown, or its value is not allowed.</exception>
    public static Settings Of(
        string optimizer, IReadOnlyList<Parameter> parameters, IReadOnlyDictionary<string, ParameterValue> given)
    {
        foreach (var name in given.Keys.Order(StringComparer.Ordinal))
        {
            if (!parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)))
            {
                throw new DescentException($"optimizer.{name}",
                    $"The optimizer '{optimizer}' has no parameter '{name}'; it has {string.Join(", ", parameters.Select(static p => p.Name))}.");
            }
        }

        return new(optimizer, parameters.ToFrozenDictionary(
            static parameter => parameter.Name,
            parameter => given.TryGetValue(parameter.Name, out var value) ? parameter.Check(value, optimizer) : parameter.Default,
            StringComparer.Ordinal));
    }

    /// <summary>True where the optimizer has a parameter of that name.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The value of a parameter that takes one number; 0 where the optimizer has no such parameter.</summary>
    public double Number(string name) => _values.TryGetValue(name, out var value) ? ((ParameterValue.Number)value).Value : 0;

    /// <summary>The value of a parameter that takes yes or no; false where the optimizer has no such parameter.</summary>
    public bool Flag(string name) => _values.TryGetValue(name, out var value) && ((ParameterValue.Flag)value).Value;

    /// <summary>The value of a parameter that takes several numbers.</summary>
    public double Number(string name, int index) => ((ParameterValue.Numbers)_values[name]).Values[index];

    /// <summary>Every parameter with its value, in the order of the names.</summary>
    public IEnumerable<KeyValuePair<string, ParameterValue>> All => _values.OrderBy(static pair => pair.Key, StringComparer.Ordinal);
}
