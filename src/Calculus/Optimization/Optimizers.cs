using System.Collections.Immutable;

namespace Calculus.Optimization;

/// <summary>A list of optimizers, found by name; <see cref="Own"/> has those of this library.</summary>
public sealed class Optimizers
{
    private readonly ImmutableArray<OptimizerDefinition> _all;
    private readonly ImmutableArray<Parameter> _parameters;

    /// <summary>Makes a list.</summary>
    /// <param name="definitions">The optimizers, in any order.</param>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public Optimizers(IEnumerable<OptimizerDefinition> definitions)
    {
        _all = [.. definitions.OrderBy(static each => each.Source.Year).ThenBy(static each => each.Name, StringComparer.Ordinal)];
        _parameters = Merge([.. _all.Select(static each => each.Parameters), .. _all.SelectMany(static each => each.Dialects).Select(static each => each.Parameters)]);
        if (_all.GroupBy(static each => each.Name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two optimizers are named '{twice.Key}'.", nameof(definitions));
    }

    /// <summary>
    /// Every optimizer of this library: each class that derives from <see cref="OptimizerDefinition"/> is one, so that a
    /// new one needs only a file of its own.
    /// </summary>
    public static Optimizers Own { get; } = new(typeof(OptimizerDefinition).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(OptimizerDefinition)) && !type.IsAbstract)
        .Select(static type => (OptimizerDefinition)Activator.CreateInstance(type)!));

    /// <summary>Every optimizer, the oldest first.</summary>
    public IReadOnlyList<OptimizerDefinition> All => _all;

    /// <summary>Every parameter that one of them has in one of its dialects, each name once, as the first optimizer with that name describes it.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>The optimizer of that name, or null.</summary>
    public OptimizerDefinition? Find(string name) =>
        _all.FirstOrDefault(definition => string.Equals(definition.Name, name, StringComparison.Ordinal));

    /// <summary>The optimizer of that name.</summary>
    /// <exception cref="DescentException">There is none of that name.</exception>
    public OptimizerDefinition Named(string name) => Find(name) ?? throw new DescentException("optimizer.name",
        $"There is no optimizer '{name}'; there are {string.Join(", ", _all.Select(static definition => definition.Name))}.");

    // A parameter comes before the one that follows it in its own optimizer, so that the common ones at the end stay there.
    private static ImmutableArray<Parameter> Merge(ImmutableArray<IReadOnlyList<Parameter>> lists)
    {
        var merged = new List<Parameter>();
        foreach (var parameters in lists)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                if (PlaceOf(parameters[i]) >= 0) continue;
                var followers = parameters.Skip(i + 1).Select(PlaceOf).Where(static place => place >= 0);
                merged.Insert(followers.FirstOrDefault(merged.Count), parameters[i]);
            }
        }

        return [.. merged];

        int PlaceOf(Parameter parameter) => merged.FindIndex(known => string.Equals(known.Name, parameter.Name, StringComparison.Ordinal));
    }
}
