using Benchmarks.Tasks;

namespace Benchmarks;

/// <summary>All tasks of this library.</summary>
internal static class Quick
{
    private static readonly IReadOnlyList<(string Prefixes, Func<IEnumerable<Figure>> Run)> s_groups =
    [
        ("e1 first", PointTasks.Run), ("e2", GridTasks.Run), ("s1 s2", SymbolicTasks.Run), ("t1 t2", ModelTasks.Run), ("d1", DescentTasks.Run),
    ];

    /// <summary>Measures the tasks whose names begin so, or all of them.</summary>
    public static IEnumerable<Figure> Run(string task) =>
        s_groups.Where(group => task.Length == 0 || group.Prefixes.Split(' ').Any(prefix => task.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(task, StringComparison.Ordinal)))
            .SelectMany(static group => group.Run()).Where(figure => figure.Task.StartsWith(task, StringComparison.Ordinal));
}
