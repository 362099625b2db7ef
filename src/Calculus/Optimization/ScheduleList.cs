using System.Collections.Immutable;

namespace Calculus.Optimization;

/// <summary>A list of schedules, found by name; <see cref="Own"/> has those of this library.</summary>
public sealed class ScheduleList
{
    private readonly ImmutableArray<ScheduleDefinition> _all;

    /// <summary>Makes a list.</summary>
    /// <param name="definitions">The schedules, in any order.</param>
    public ScheduleList(IEnumerable<ScheduleDefinition> definitions)
    {
        _all = [.. definitions.OrderBy(static each => each.Source.Year).ThenBy(static each => each.Name, StringComparer.Ordinal)];
        Parameters = [.. _all.SelectMany(static each => each.Parameters).DistinctBy(static each => each.Name, StringComparer.Ordinal)];
    }

    /// <summary>Every schedule of this library: each class that derives from <see cref="ScheduleDefinition"/> is one.</summary>
    public static ScheduleList Own { get; } = new(typeof(ScheduleDefinition).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(ScheduleDefinition)) && !type.IsAbstract)
        .Select(static type => (ScheduleDefinition)Activator.CreateInstance(type)!));

    /// <summary>Every schedule, the oldest first.</summary>
    public IReadOnlyList<ScheduleDefinition> All => _all;

    /// <summary>Every parameter that one of them has, each name once, as the first schedule with that name describes it.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>The schedule of that name, or null.</summary>
    public ScheduleDefinition? Find(string name) =>
        _all.FirstOrDefault(definition => string.Equals(definition.Name, name, StringComparison.Ordinal));

    /// <summary>The schedule of that name.</summary>
    /// <exception cref="DescentException">There is none of that name.</exception>
    public ScheduleDefinition Named(string name) => Find(name) ?? throw new DescentException("optimizer.schedule.name",
        $"There is no schedule '{name}'; there are {string.Join(", ", _all.Select(static definition => definition.Name))}.");
}
