namespace CalcRuns.Grains;

/// <summary>The runs, and tiles of runs, that this process works on or holds until their turn comes.</summary>
internal sealed class LocalRuns
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, ILocalWork> _runs = new(StringComparer.Ordinal);

    /// <summary>How many they are.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _runs.Count;
        }
    }

    /// <summary>Their names, the last first: those have waited the least.</summary>
    public IReadOnlyList<string> Latest
    {
        get
        {
            lock (_lock) return [.. _runs.Keys.Reverse()];
        }
    }

    /// <summary>A run begins to be worked on here.</summary>
    public void Add(string id, ILocalWork run)
    {
        lock (_lock) _runs[id] = run;
    }

    /// <summary>A run is not worked on here any more.</summary>
    public void Remove(string id, ILocalWork run)
    {
        lock (_lock)
        {
            if (_runs.TryGetValue(id, out var known) && known == run) _runs.Remove(id);
        }
    }

    /// <summary>Ends all work here: whoever holds the runs now goes on with them from what was written.</summary>
    public void Abandon()
    {
        List<ILocalWork> runs;
        lock (_lock)
        {
            runs = [.. _runs.Values];
            _runs.Clear();
        }

        foreach (var run in runs) run.Abandon();
    }
}
