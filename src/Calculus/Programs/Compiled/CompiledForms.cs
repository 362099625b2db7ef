namespace Calculus.Programs.Compiled;

/// <summary>
/// The code of one program, made once it has been interpreted for about as long as making it takes, so that a program that is run a few
/// times costs nothing more and one that is run thousands of times at most twice what it need cost. It lives as long as its program.
/// Two threads may make it at once; either is the same.
/// </summary>
/// <param name="code">The verified instructions.</param>
/// <param name="calls">What they call.</param>
/// <param name="shape">How many slots, inputs and outputs there are.</param>
internal sealed class CompiledForms(Instruction[] code, CallTables calls, (int Slots, int Inputs, int Outputs) shape)
{
    // Code over blocks has an address for each column.
    private const int MostOverBlocks = 1_500;

    // Making code takes about as long as these interpreted instructions, once and for each instruction.
    private const int BasePoint = 100_000, EachPoint = 1_700, BaseBlock = 1_600_000, EachBlock = 16_000;

    private int _pointsLeft = EachPoint + (BasePoint / Math.Max(code.Length, 1));
    private long _entriesLeft = EachBlock + (BaseBlock / Math.Max(code.Length, 1));
    private PointCode? _point;
    private Block? _block;
    private Columns? _columns;

    /// <summary>The code for one point once it pays; a call counts as one run.</summary>
    public PointCode? AtPoint()
    {
        if (_point is { } ready) return ready;
        return --_pointsLeft == 0 ? MakePoint() : null;
    }

    /// <summary>The code for blocks once it pays.</summary>
    /// <param name="count">How many points are about to be computed.</param>
    public Block? OverBlocks(int count)
    {
        if (_block is { } ready) return ready;
        if (_entriesLeft < 0) return null;
        return (_entriesLeft -= count) < 0 ? MakeBlock() : null;
    }

    /// <summary>The code for entries of arrays once it pays.</summary>
    /// <param name="count">How many entries are about to be computed.</param>
    /// <param name="isNumber">Which inputs are one number for all entries.</param>
    /// <param name="reads">The array of each input.</param>
    /// <param name="writes">The array of each output.</param>
    public Columns? OverColumns(int count, bool[] isNumber, int[] reads, int[] writes)
    {
        if (_columns is { } ready) return ready;
        if (_entriesLeft < 0) return null;
        return (_entriesLeft -= count) < 0 ? _columns = MakeColumns(isNumber, reads, writes) : null;
    }

    /// <summary>Makes the code for one point now, where it can be made.</summary>
    public PointCode? MakePoint() => _point = PointEmitter.TryEmit(code, calls, shape.Slots, shape.Inputs);

    /// <summary>Makes the code for blocks now, where it can be made.</summary>
    public Block? MakeBlock()
    {
        if (code.Length + shape.Inputs > MostOverBlocks) return null;
        var plan = new BlockPlan(code, calls, shape.Inputs, []);
        return _block = new Block(BlockEmitter.OverColumns(plan, calls, shape.Outputs), BlockEmitter.Scratch(plan, calls));
    }

    /// <summary>Makes the code for entries of arrays, or null where the program is too long.</summary>
    /// <param name="isNumber">Which inputs are one number for all entries.</param>
    /// <param name="reads">The array of each input.</param>
    /// <param name="writes">The array of each output.</param>
    public Columns? MakeColumns(bool[] isNumber, int[] reads, int[] writes)
    {
        if (code.Length + shape.Inputs > MostOverBlocks) return null;
        var plan = new BlockPlan(code, calls, shape.Inputs, isNumber);
        return new Columns(BlockEmitter.OverArrays(plan, calls, isNumber, reads, writes), BlockEmitter.Scratch(plan, calls));
    }

    /// <summary>Code over blocks of points.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Scratch">How many numbers of scratch memory it takes.</param>
    internal sealed record Block(BlockCode Code, int Scratch);

    /// <summary>Code over blocks of entries.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Scratch">How many numbers of scratch memory it takes.</param>
    internal sealed record Columns(ColumnCode Code, int Scratch);
}

/// <summary>How a number of points is cut into blocks, each at least as long as the widest lanes.</summary>
internal static class Blocks
{
    /// <summary>The fewest points that code over blocks takes.</summary>
    public const int Shortest = 8;

    /// <summary>The length of the next block where so many points are left.</summary>
    public static int Next(int left) => left <= BlockEmitter.Longest ? left : left < BlockEmitter.Longest + Shortest ? BlockEmitter.Longest / 2 : BlockEmitter.Longest;
}
