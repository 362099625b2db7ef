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
