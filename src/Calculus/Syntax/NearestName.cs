namespace Calculus.Syntax;

/// <summary>Finds the known name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>
    /// The known name with the least distance, or null where none is near. Ties go to the name that begins with the
    /// same letters, then to ordinal order.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var allowed = name.Length switch { 1 => 0, < 4 => 1, _ => 2 };
        string? nearest = null;
        var best = (Distance: allowed + 1, Different: 0);
        foreach (var candidate in known)
        {
            if (string.Equals(name, candidate, StringComparison.Ordinal)) continue;
            var distance = string.Equals(name, candidate, StringComparison.OrdinalIgnoreCase)
                ? 0
                : Math.Abs(name.Length - candidate.Length) > allowed ? int.MaxValue : Distance(name, candidate);
            if (distance > allowed || distance >= candidate.Length) continue;

            var score = (Distance: distance, Different: -name.AsSpan().CommonPrefixLength(candidate));
            var order = score.CompareTo(best);
            if (order < 0 || (order == 0 && string.CompareOrdinal(candidate, nearest) < 0))
            {
                best = score;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (Damerau and
    /// Levenshtein, no part edited twice), by UTF-16 units.
    /// </summary>
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
