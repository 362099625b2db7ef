using System.Buffers;

namespace Calculus.Programs.Arrays;

/// <summary>One array that a program holds.</summary>
/// <param name="Count">How many entries it has.</param>
/// <param name="Input">Its place in a point, or −1.</param>
/// <param name="Known">Its entries where they are known beforehand, otherwise null.</param>
internal readonly record struct Held(int Count, int Input, double[]? Known)
{
    /// <summary>The array that it is a piece of, or −1.</summary>
    public int Of { get; init; } = -1;

    /// <summary>Where it begins there.</summary>
    public int Start { get; init; }

    /// <summary>Whether a step makes it.</summary>
    public bool IsMade => Input < 0 && Known is null && Of < 0;
}

/// <summary>
/// The arrays of one run. They lie in one piece of memory, in which a place is used again after the last step that reads it; where every
/// array is looked at afterwards, each has its own.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private readonly IReadOnlyList<Held> _held;
    private readonly Arena _arena;
    private readonly double[][] _arrays;
    private readonly int[] _places;
    private double[] _memory = [];
    private double[] _scratch = [];
    private bool _isReady;

    /// <summary>Memory for the arrays of a program.</summary>
    /// <param name="held">What each array is.</param>
    /// <param name="arena">Where it lies.</param>
    public Workspace(IReadOnlyList<Held> held, Arena arena)
    {
        (_held, _arena) = (held, arena);
        (_arrays, _places) = (new double[held.Count][], new int[held.Count]);
        Begin();
    }

    /// <summary>The memory that each array lies in.</summary>
    public double[][] Arrays => _arrays;

    /// <summary>Where each array begins there.</summary>
    public int[] Places => _places;

    /// <summary>Gets the memory, unless it was kept since the last run.</summary>
    public void Begin()
    {
        if (_isReady) return;
        _isReady = true;
        _memory = ArrayPool<double>.Shared.Rent(_arena.Size);
        for (var value = 0; value < _arrays.Length; value++)
        {
            var held = _held[value];
            if (held.Of >= 0) (_arrays[value], _places[value]) = (_arrays[held.Of], _places[held.Of] + held.Start);
            else (_arrays[value], _places[value]) = held.Known is { } known ? (known, 0) : (_memory, _arena.Places[value]);
        }
    }

    /// <summary>The entries of an array.</summary>
    public ReadOnlySpan<double> Read(int place) => Write(place);

    /// <summary>The room of an array; what stands in it before it is made is not to be read.</summary>
    public Span<double> Write(int place) => _arrays[place].AsSpan(_places[place], _held[place].Count);

    /// <summary>Room for so many numbers beside the arrays, until the next step.</summary>
    public double[] Scratch(int count)
    {
        if (_scratch.Length < count) _scratch = new double[count];
        return _scratch;
    }

    /// <summary>Puts other entries in the place of an array's.</summary>
    /// <returns>What has to be put there again.</returns>
    public (double[] Array, int Place) Exchange(int place, (double[] Array, int Place) entries)
    {
        var before = (_arrays[place], _places[place]);
        (_arrays[place], _places[place]) = entries;
        return before;
    }

    /// <summary>Gives the memory back, but for a little that the next run begins with.</summary>
    public void End()
    {
        if (_memory.Length <= Arena.Kept) return;
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_memory.Length > 0) ArrayPool<double>.Shared.Return(_memory);
        _memory = [];
        _isReady = false;
    }
}

/// <summary>Where the arrays of a program lie in one piece of memory.</summary>
/// <param name="Places">For each array its first place; of those that lie elsewhere, 0.</param>
/// <param name="Size">How much memory there is.</param>
internal sealed record Arena(int[] Places, int Size)
{
    /// <summary>As much memory is kept from one run to the next.</summary>
    public const int Kept = 1 << 13;

    private const int Line = 8, Page = 512;

    /// <summary>A place for each array of its own.</summary>
    public static Arena Apart(IReadOnlyList<Held> held)
    {
        var (places, size) = (new int[held.Count], 0);
        for (var value = 0; value < places.Length; value++)
        {
            if (!IsHere(held[value])) continue;
            places[value] = size;
            size = checked(size + Room(held[value].Count));
        }

        return new Arena(places, size);
    }

    /// <summary>Places that are used again after the step that reads an array last.</summary>
    /// <param name="held">The arrays.</param>
    /// <param name="steps">The steps in order.</param>
    /// <param name="releases">For each step the arrays that are not read again after it.</param>
    public static Arena Of(IReadOnlyList<Held> held, IReadOnlyList<ArrayStep> steps, int[][] releases)
    {
        var (places, size) = (new int[held.Count], 0);
        var free = new List<(int Start, int Length)>();
        for (var value = 0; value < places.Length; value++)
        {
            if (held[value].Input >= 0) places[value] = Take(Room(held[value].Count));
        }

        for (var step = 0; step < steps.Count; step++)
        {
            foreach (var value in steps[step].Writes) places[value] = Take(Room(held[value].Count));
            foreach (var value in releases[step])
            {
                if (IsHere(held[value])) Give(places[value], Room(held[value].Count));
            }
        }

        return new Arena(places, size);

        // The first hole that is large enough, otherwise the end.
        int Take(int length)
        {
            var hole = free.FindIndex(each => each.Length >= length);
            if (hole < 0)
            {
                size = checked(size + length);
                return size - length;
            }

            var start = free[hole].Start;
            if (free[hole].Length == length) free.RemoveAt(hole);
            else free[hole] = (start + length, free[hole].Length - length);
            return start;
        }

        void Give(int start, int length)
        {
            var next = free.FindIndex(each => each.Start > start);
            if (next < 0) next = free.Count;
            free.Insert(next, (start, length));
            if (next + 1 < free.Count && start + length == free[next + 1].Start) Join(next);
            if (next > 0 && free[next - 1].Start + free[next - 1].Length == start) Join(next - 1);
        }

        void Join(int hole)
        {
            free[hole] = (free[hole].Start, free[hole].Length + free[hole + 1].Length);
            free.RemoveAt(hole + 1);
        }
    }

    private static bool IsHere(Held held) => held.Input >= 0 || held.IsMade;

    // Whole cache lines; arrays 4,096 bytes apart would share cache sets.
    private static int Room(int count)
    {
        var lines = checked(count + Line - 1) / Line * Line;
        return lines > 0 && lines % Page == 0 ? checked(lines + Line) : Math.Max(lines, Line);
    }
}
