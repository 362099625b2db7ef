using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>
/// Which nodes the outputs depend on, and in which order they are computed. A level has the nodes that work on whole arrays
/// and depend only on lower levels, then all that is computed entry by entry from them: numbers first, then each shape.
/// </summary>
internal sealed class Levels
{
    private readonly Dictionary<Expression, int> _level = [];

    private Levels(List<Expression> nodes, List<List<Expression>> groups) => (Nodes, Groups) = (nodes, groups);

    /// <summary>The nodes whose values are needed, children before parents.</summary>
    public List<Expression> Nodes { get; }

    /// <summary>The nodes that are computed together, in the order of the groups; a node that works on whole arrays is alone.</summary>
    public List<List<Expression>> Groups { get; }

    /// <summary>Finds them.</summary>
    public static Levels Of(IReadOnlyList<Expression> outputs, Budget budget)
    {
        var needed = new bool[outputs.Count == 0 ? 0 : outputs.Max(static output => output.Index) + 1];
        foreach (var output in outputs) needed[output.Index] = true;
        for (var index = needed.Length - 1; index >= 0; index--)
        {
            budget.Visit();
            if (!needed[index]) continue;
            foreach (var read in ArrayReading.Reads(outputs[0].Graph.Nodes[index]))
            {
                budget.Visit();
                needed[read.Index] = true;
            }
        }

        var nodes = Enumerable.Range(0, needed.Length).Where(index => needed[index]).Select(index => outputs[0].Graph.Nodes[index]).ToList();
        var levels = new Levels(nodes, []);
        levels.Group(budget);
        return levels;
    }

    private void Group(Budget budget)
    {
        var whole = new SortedDictionary<int, List<Expression>>();
        var entries = new SortedDictionary<int, Dictionary<Shape, List<Expression>>>();
        foreach (var node in Nodes)
        {
            budget.Visit();
            if (node is Number or Symbol) continue;
            var level = 0;
            foreach (var read in ArrayReading.Reads(node))
            {
                budget.Visit();
                level = Math.Max(level, _level.GetValueOrDefault(read));
            }

            if (ArrayReading.IsEntryByEntry(node))
            {
                _level[node] = level;
                if (!entries.TryGetValue(level, out var shapes)) entries[level] = shapes = [];
                if (!shapes.TryGetValue(node.Shape, out var members)) shapes[node.Shape] = members = [];
                members.Add(node);
            }
            else
            {
                _level[node] = level + 1;
                if (!whole.TryGetValue(level + 1, out var nodes)) whole[level + 1] = nodes = [];
                nodes.Add(node);
            }
        }

        foreach (var level in whole.Keys.Union(entries.Keys).Order())
        {
            // A short product may be part of a long one.
            if (whole.TryGetValue(level, out var nodes)) Groups.AddRange(nodes.OrderBy(static node => node.ChildCount).Select(static node => new List<Expression> { node }));
            if (entries.TryGetValue(level, out var shapes)) Groups.AddRange(shapes.OrderBy(static pair => pair.Key.Rank).Select(static pair => pair.Value));
        }
    }
}
