using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>The steps of a program while it is put together, and the arrays that they hold.</summary>
/// <param name="budget">Asked for each step; its limits bound the arrays.</param>
internal sealed class StepList(Budget budget)
{
    private readonly List<ArrayStep> _steps = [];
    private readonly List<Held> _held = [];

    /// <summary>What may still be spent.</summary>
    public Budget Budget { get; } = budget;

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<ArrayStep> Steps => _steps;

    /// <summary>The arrays.</summary>
    public IReadOnlyList<Held> Held => _held;

    /// <summary>Adds a step.</summary>
    public void Add(ArrayStep step)
    {
        Budget.Visit();
        _steps.Add(step);
    }

    /// <summary>Lets steps that read the rows of one matrix read them together.</summary>
    public void JoinPasses()
    {
        var joined = new RowPasses(Root, _held).Join(_steps);
        _steps.Clear();
        _steps.AddRange(joined);
    }

    /// <summary>A place for an array that a step makes.</summary>
    /// <param name="count">How many entries it has.</param>
    /// <exception cref="LimitException">It alone has more entries than may be held.</exception>
    public int Hold(double count)
    {
        Fits(count);
        return Hold(new Held((int)count, -1, null));
    }

    /// <summary>A place for an array.</summary>
    public int Hold(Held array)
    {
        _held.Add(array);
        return _held.Count - 1;
    }

    /// <summary>A piece of an array, without a copy.</summary>
    public int View(int of, int start, int count)
    {
        var (root, before) = _held[of].Of < 0 ? (of, 0) : (_held[of].Of, _held[of].Start);
        return Hold(new Held(count, -1, null) { Of = root, Start = before + start });
    }

    /// <summary>The array whose memory an array lies in.</summary>
    public int Root(int value) => _held[value].Of < 0 ? value : _held[value].Of;

    /// <summary>For each array the last step that reads it; of what is handed out, none.</summary>
    public int[] LastReads()
    {
        var last = new int[_held.Count];
        Array.Fill(last, -1);
        for (var place = 0; place < _steps.Count; place++)
        {
            foreach (var value in _steps[place].Writes) last[value] = place;
            foreach (var value in _steps[place].Reads) last[Root(value)] = place;
        }

        return last;
    }

    /// <summary>The most entries that a run holds at once, what is handed out included, its point and data not.</summary>
    /// <exception cref="LimitException">It is more than may be held.</exception>
    public long MostHeld(int[] lastReads, bool[] isOutput)
    {
        var releases = Enumerable.Range(0, _held.Count).Where(value => !isOutput[value] && _held[value].IsMade).ToLookup(value => lastReads[value]);
        long now = 0, most = 0;
        for (var place = 0; place < _steps.Count; place++)
        {
            Budget.Visit();
            now += _steps[place].Writes.Sum(value => (long)_held[value].Count);
            most = Math.Max(most, now + _steps[place].Scratch);
            now -= releases[place].Sum(value => (long)_held[value].Count);
        }

        Fits(most);
        return most;
    }

    private void Fits(double count)
    {
        if (count > Budget.Limits.ArrayEntries)
            throw new LimitException("arrayEntries", Budget.Limits.ArrayEntries,
                $"This holds more than {Budget.Limits.ArrayEntries} numbers at once.", (long)Math.Min(count, long.MaxValue / 4));
    }
}
