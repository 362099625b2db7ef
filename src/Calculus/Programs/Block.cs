namespace Calculus.Programs;

/// <summary>How the scratch memory of a block is laid out: a column for each slot that is not an input, then rows of arguments.</summary>
/// <param name="Length">Points in one block.</param>
/// <param name="Stride">From one column to the next.</param>
/// <param name="Arguments">Where the rows of arguments begin.</param>
/// <param name="Size">Numbers in all.</param>
internal readonly record struct BlockLayout(int Length, int Stride, int Arguments, int Size)
{
    private const int Longest = 256;
    private const int CacheLine = 8;
    private const int MostScratch = 1 << 20;

    /// <summary>The layout for a number of slots and points. Wide programs take shorter blocks, so that scratch memory stays within a few megabytes.</summary>
    public static BlockLayout Of(int slots, int maximumArity, int count)
    {
        var length = Math.Min(count, Math.Clamp(MostScratch / Math.Max(slots + maximumArity, 1), 1, Longest));
        // Columns a multiple of 4,096 bytes apart would share cache sets: an odd number of cache lines spreads them.
        var stride = length == Longest ? Longest + CacheLine : length;
        return new BlockLayout(length, stride, checked(slots * stride), checked((slots * stride) + (maximumArity * length)));
    }
}

/// <summary>One block of points: where its columns lie.</summary>
internal readonly ref struct Block
{
    private readonly BlockLayout _layout;
    private readonly int _inputs;
    private readonly ReadOnlySpan<double> _points;
    private readonly Span<double> _scratch;
    private readonly Span<double> _outputs;
    private readonly int _count;
    private readonly int _start;

    public Block(BlockLayout layout, int inputs, ReadOnlySpan<double> points, Span<double> scratch, Span<double> outputs, int count, int start)
    {
        (_layout, _inputs, _count, _start) = (layout, inputs, count, start);
        _points = points;
        _scratch = scratch;
        _outputs = outputs;
    }

    /// <summary>How many points it has.</summary>
    public int Length => Math.Min(_layout.Length, _count - _start);

    /// <summary>The values of a slot; inputs are read in place.</summary>
    public ReadOnlySpan<double> Read(int slot) =>
        slot < _inputs ? _points.Slice((slot * _count) + _start, Length) : _scratch.Slice((slot - _inputs) * _layout.Stride, Length);

    /// <summary>The values of a slot that is not an input.</summary>
    public Span<double> Write(int slot) => _scratch.Slice((slot - _inputs) * _layout.Stride, Length);

    /// <summary>The values of an output.</summary>
    public Span<double> Output(int place) => _outputs.Slice((place * _count) + _start, Length);

    /// <summary>Room for the arguments of a call, point after point.</summary>
    public Span<double> Arguments(int arity) => _scratch.Slice(_layout.Arguments, arity * Length);
}
