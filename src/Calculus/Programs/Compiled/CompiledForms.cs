using System.Reflection.Emit;
using Calculus.Budgets;

namespace Calculus.Programs.Compiled;

/// <summary>
/// The code of one program, made once it has been interpreted for about as long as making it takes, so that a program that is run a few
/// times costs nothing more and one that is run thousands of times at most twice what it need cost. It lives as long as its program, or longer
/// where code is kept: a program of a structure that has been met before soon finds its code there, whatever its numbers are.
/// Two threads may make it at once; either is the same.
/// </summary>
/// <param name="code">The verified instructions.</param>
/// <param name="calls">What they call.</param>
/// <param name="shape">How many slots, inputs and outputs there are.</param>
/// <param name="codes">Where code is kept; null where none is.</param>
internal sealed class CompiledForms(Instruction[] code, CallTables calls, (int Slots, int Inputs, int Outputs) shape, ICodeStore? codes = null)
{
    // Code over blocks has an address for each column.
    private const int MostOverBlocks = 1_500;

    // Making code takes about as long as these interpreted instructions, once and for each instruction.
    private const int BasePoint = 100_000, EachPoint = 1_700, BaseBlock = 1_600_000, EachBlock = 16_000;

    // Runs, and entries, after which it is worth a look at what is kept.
    private const int LookAfterPoints = 32, LookAfterEntries = 512;

    private readonly Countdown _points = new(EachPoint + (BasePoint / Math.Max(code.Length, 1)), codes is null ? 0 : LookAfterPoints);
    private readonly Countdown _entries = new(EachBlock + (BaseBlock / Math.Max(code.Length, 1)), codes is null ? 0 : LookAfterEntries);
    private readonly Countdown _entriesOfArrays = new(EachBlock + (BaseBlock / Math.Max(code.Length, 1)), codes is null ? 0 : LookAfterEntries);
    private CodeTables? _tables;
    private PointCode? _point;
    private Block? _block;
    private Columns? _columns;

    /// <summary>The code for one point where it is there.</summary>
    public PointCode? Point => _point;

    /// <summary>The code for one point once it pays; a call counts as one run.</summary>
    public PointCode? AtPoint() => _point ?? PointOnceItPays();

    private PointCode? PointOnceItPays()
    {
        if (!_points.IsDue(1) || !_points.Decide(codes, OfPoint(), out var kept)) return null;
        return _point = kept is DynamicMethod method ? method.CreateDelegate<PointCode>(Tables) : MakePoint();
    }

    /// <summary>The code for blocks once it pays.</summary>
    /// <param name="count">How many points are about to be computed.</param>
    public Block? OverBlocks(int count) => _block ?? BlockOnceItPays(count);

    private Block? BlockOnceItPays(int count)
    {
        if (!_entries.IsDue(count) || !_entries.Decide(codes, OfBlock(), out var kept)) return null;
        return _block = kept is KeptBlock made ? Bound(made) : MakeBlock();
    }

    /// <summary>The code for entries of arrays once it pays.</summary>
    /// <param name="count">How many entries are about to be computed.</param>
    /// <param name="isNumber">Which inputs are one number for all entries.</param>
    /// <param name="reads">The array of each input.</param>
    /// <param name="writes">The array of each output.</param>
    public Columns? OverColumns(int count, bool[] isNumber, int[] reads, int[] writes)
    {
        if (_columns is { } ready) return ready;
        if (!_entriesOfArrays.IsDue(count) || !_entriesOfArrays.Decide(codes, OfColumns(isNumber, reads, writes), out var kept)) return null;
        return _columns = kept is KeptBlock made ? new Columns(made.Method.CreateDelegate<ColumnCode>(Tables), made.Scratch) : MakeColumns(isNumber, reads, writes);
    }

    /// <summary>Makes the code for one point now, where it can be made.</summary>
    public PointCode? MakePoint()
    {
        if (PointEmitter.TryEmit(code, calls, shape.Slots, shape.Inputs) is not { } method) return null;
        _point = method.CreateDelegate<PointCode>(Tables);
        if (codes is not null) Keep(OfPoint(), method);
        return _point;
    }

    /// <summary>Makes the code for blocks now, where it can be made.</summary>
    public Block? MakeBlock()
    {
        if (code.Length + shape.Inputs > MostOverBlocks) return null;
        var plan = new BlockPlan(code, calls, shape.Inputs, []);
        var made = new KeptBlock(BlockEmitter.OverColumns(plan, calls, shape.Outputs), BlockEmitter.Scratch(plan, calls));
        if (codes is not null) Keep(OfBlock(), made);
        return _block = Bound(made);
    }

    /// <summary>Makes the code for entries of arrays, or null where the program is too long.</summary>
    /// <param name="isNumber">Which inputs are one number for all entries.</param>
    /// <param name="reads">The array of each input.</param>
    /// <param name="writes">The array of each output.</param>
    public Columns? MakeColumns(bool[] isNumber, int[] reads, int[] writes)
    {
        if (code.Length + shape.Inputs > MostOverBlocks) return null;
        var plan = new BlockPlan(code, calls, shape.Inputs, isNumber);
        var made = new KeptBlock(BlockEmitter.OverArrays(plan, calls, isNumber, reads, writes), BlockEmitter.Scratch(plan, calls));
        var columns = new Columns(made.Method.CreateDelegate<ColumnCode>(Tables), made.Scratch);
        if (codes is not null) Keep(OfColumns(isNumber, reads, writes), made);
        return columns;
    }

    private CodeTables Tables => _tables ??= new(calls.Unaries, calls.Functions, [.. code.Select(static step => step.Constant), 0]);

    private Block Bound(KeptBlock made) => new(made.Method.CreateDelegate<BlockCode>(Tables), made.Scratch);

    private CodeStructure OfPoint() => new(CodeForm.Point, code, calls, shape.Slots, shape.Inputs);

    private CodeStructure OfBlock() => new(CodeForm.Block, code, calls, shape.Inputs, shape.Outputs);

    private CodeStructure OfColumns(bool[] isNumber, int[] reads, int[] writes) =>
        new(CodeForm.Columns, code, calls, [shape.Inputs, writes.Length, .. isNumber.Select(static each => each ? 1 : 0), .. reads, .. writes]);

    private void Keep(CodeStructure structure, object made) => codes!.Keep(structure, made, structure.Bytes);

    /// <summary>Code over blocks as it is kept, for programs with other numbers.</summary>
    private sealed record KeptBlock(DynamicMethod Method, int Scratch);

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
