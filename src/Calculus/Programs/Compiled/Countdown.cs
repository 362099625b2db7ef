using Calculus.Budgets;

namespace Calculus.Programs.Compiled;

/// <summary>
/// Counts down until code pays. Programs that run for a while count together with all others of their structure, where code is kept: each of a
/// hundred short runs would not pay, and all of them do.
/// </summary>
/// <param name="runs">How many runs, or entries, pay for the code.</param>
/// <param name="look">After how many it is worth a look at what is kept; 0 where nothing is.</param>
internal sealed class Countdown(long runs, long look)
{
    // Bytes of a count that is kept, with its place.
    private const int Small = 256;

    private readonly long _runs = runs;
    private long _left = runs;
    private long _untilLook = look;
    private Shared? _shared;
    private bool _isOver;

    /// <summary>Counts so many more.</summary>
    /// <returns>True where it is time to <see cref="Decide"/>; never again once that was decided.</returns>
    public bool IsDue(long count)
    {
        if (_isOver) return false;
        if (_shared is not null) return _shared.Take(count);
        _left -= count;
        if (_untilLook > 0 && (_untilLook -= count) <= 0) return true;
        return _left < 0;
    }

    /// <summary>Whether code is to be made, or is there.</summary>
    /// <param name="codes">Where code is kept; null where none is.</param>
    /// <param name="structure">What the code is made from.</param>
    /// <param name="kept">The code that is there.</param>
    public bool Decide(ICodeStore? codes, CodeStructure structure, out object? kept)
    {
        kept = codes?.Find(structure);
        if (kept is Shared shared)
        {
            kept = null;
            if (_shared is null) (_shared = shared).Take(_runs - _left);
        }
        else if (kept is null && codes is not null && _shared is null)
        {
            codes.Keep(structure, _shared = new(_left), Small);
        }

        return _isOver = kept is not null || _left < 0 || _shared is { IsSpent: true };
    }

    /// <summary>What is left for all programs of a structure.</summary>
    private sealed class Shared(long left)
    {
        private long _left = left;

        public bool IsSpent => Interlocked.Read(ref _left) < 0;

        public bool Take(long count) => Interlocked.Add(ref _left, -count) < 0;
    }
}
