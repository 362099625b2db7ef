using System.Globalization;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>Boxes that touch, together.</summary>
internal static class Clusters
{
    // With more boxes than this, one box around all of them is told.
    private const int Most = 2_000;

    /// <summary>For each group of boxes that touch, a box around them.</summary>
    public static List<Enclosure[]> Of(IReadOnlyList<Enclosure[]> boxes)
    {
        if (boxes.Count == 0) return [];
        if (boxes.Count > Most) return [boxes.Aggregate(Around)];
        var (groups, open) = (new List<Enclosure[]>(), new HashSet<int>(Enumerable.Range(0, boxes.Count)));
        while (open.Count > 0)
        {
            var first = open.First();
            open.Remove(first);
            var (hull, next) = (boxes[first], new Stack<int>([first]));
            while (next.TryPop(out var at))
            {
                foreach (var other in open.Where(other => Touch(boxes[at], boxes[other])).ToList())
                {
                    open.Remove(other);
                    hull = Around(hull, boxes[other]);
                    next.Push(other);
                }
            }

            groups.Add(hull);
        }

        return groups;
    }

    /// <summary>The same places in fewer boxes: those that have a whole side in common are one.</summary>
    public static List<Enclosure[]> Joined(IReadOnlyList<Enclosure[]> boxes)
    {
        List<Enclosure[]> joined = [.. boxes];
        for (var before = 0; before != joined.Count && joined.Count <= Most;)
        {
            before = joined.Count;
            for (var axis = 0; axis < joined[0].Length; axis++) joined = Along(axis, joined);
        }

        return joined;
    }

    // Boxes that follow one another along an axis, and are alike along all others.
    private static List<Enclosure[]> Along(int axis, List<Enclosure[]> boxes)
    {
        var (joined, last) = (new List<Enclosure[]>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var box in boxes.OrderBy(box => box[axis].Lower))
        {
            var others = string.Join(' ', box.Where((_, other) => other != axis).Select(static side => string.Create(CultureInfo.InvariantCulture, $"{side.Lower:R} {side.Upper:R}")));
            if (last.TryGetValue(others, out var place) && joined[place][axis].Upper == box[axis].Lower)
            {
                joined[place] = [.. joined[place].Select((side, other) => other == axis ? side with { Upper = box[axis].Upper } : side)];
                continue;
            }

            last[others] = joined.Count;
            joined.Add(box);
        }

        return joined;
    }

    private static Enclosure[] Around(Enclosure[] a, Enclosure[] b) => [.. a.Zip(b, static (x, y) => x.Hull(y))];

    private static bool Touch(Enclosure[] a, Enclosure[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (!a[i].Meets(b[i])) return false;
        }

        return true;
    }
}
