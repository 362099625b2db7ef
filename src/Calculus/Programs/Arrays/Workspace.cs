using System.Buffers;

namespace Calculus.Programs.Arrays;

/// <summary>One array that a program holds.</summary>
/// <param name="Count">How many entries it has.</param>
/// <param name="Input">Its place in a point, or −1.</param>
/// <param name="Known">Its entries where they are known beforehand, otherwise null.</param>
internal readonly record struct Held(int Count, int Input, double[]? Known)
{
    /// <summary>Whether a step makes it.</summary>
    public bool IsMade => Input < 0 && Known is null;
}

/// <summary>The arrays of one run: pooled, but for those that are handed out.</summary>
/// <param name="held">What each array is.</param>
/// <param name="isOutput">Which arrays are outputs.</param>
internal sealed class Workspace(IReadOnlyList<Held> held, bool[] isOutput) : IDisposable
{
    private readonly double[]?[] _arrays = new double[held.Count][];

    /// <summary>Sets an array that no step makes.</summary>
    public void Set(int place, double[] entries) => _arrays[place] = entries;

    /// <summary>Puts other entries in the place of an array's, which are returned.</summary>
    public double[] Exchange(int place, double[] entries)
    {
        var before = _arrays[place]!;
        _arrays[place] = entries;
        return before;
    }

    /// <summary>The entries of an array that has been made.</summary>
    public ReadOnlySpan<double> Read(int place) => _arrays[place].AsSpan(0, held[place].Count);

    /// <summary>Room for an array that is made now; what stands in it is not to be read.</summary>
    public Span<double> Write(int place)
    {
        var count = held[place].Count;
        return (_arrays[place] = isOutput[place] ? new double[count] : ArrayPool<double>.Shared.Rent(count)).AsSpan(0, count);
    }

    /// <summary>The room of an array whose making has begun.</summary>
    public Span<double> Rewrite(int place) => _arrays[place].AsSpan(0, held[place].Count);

    /// <summary>An array to hand out.</summary>
    public double[] Give(int place) => _arrays[place]!;

    /// <summary>Gives back the room of an array that is not read again.</summary>
    public void Release(int place)
    {
        if (_arrays[place] is { } array && held[place].IsMade && !isOutput[place]) ArrayPool<double>.Shared.Return(array);
        _arrays[place] = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var place = 0; place < _arrays.Length; place++) Release(place);
    }
}
