using System.Buffers;
using System.Runtime.InteropServices;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs.Compiled;

namespace Calculus.Programs.Arrays;

/// <summary>A step that computes nodes of one shape entry by entry: a program of numbers, run once for each entry.</summary>
/// <param name="region">What is computed.</param>
/// <param name="reads">An array for each input of the program, of the shape or a single number.</param>
/// <param name="writes">An array for each output.</param>
/// <param name="count">How many entries there are.</param>
internal sealed class RegionStep(Region region, int[] reads, int[] writes, int count) : ArrayStep(region.Outputs[0].Index, reads, writes), IRowStep
{
    // With this many entries at a time, the columns stay in the caches.
    private const int Longest = 2048;

    private bool[]? _isNumber;

    /// <inheritdoc/>
    public override long Operations => Math.Max(region.Program.Operations, 1) * count;

    /// <inheritdoc/>
    public override long Scratch => (long)Math.Min(count, Longest) * (Reads.Length + Writes.Length);

    /// <summary>Where an entry that is not finite began: the node, and where it is one that is read, its array; else −1.</summary>
    public (Expression Node, int Read) Origin(Workspace memory, int value, int entry, Budget budget)
    {
        var point = new double[Reads.Length];
        for (var input = 0; input < point.Length; input++)
        {
            var column = memory.Read(Reads[input]);
            point[input] = column[column.Length == 1 ? 0 : entry];
        }

        var output = Array.IndexOf(Writes, value);
        var image = region.ProgramOf(output, budget).FirstNonFinite(point, budget);
        var node = (image is null ? null : region.OriginOf(image)) ?? region.Outputs[output];
        var read = region.Inputs.ToList().IndexOf(node);
        return (node, read < 0 ? -1 : Reads[read]);
    }

    /// <inheritdoc/>
    public override void Run(Workspace memory, Budget budget)
    {
        if (count == 0) return;
        if (count == 1) RunOnce(memory);
        else RunRows(memory, 0, count, budget);
    }

    /// <inheritdoc/>
    public void RunRows(Workspace memory, int start, int count, Budget budget)
    {
        if (count >= Blocks.Shortest && Code(memory, count) is { } code) RunCode(code, memory, start, count, budget);
        else Interpret(memory, start, count, budget);
    }

    private CompiledForms.Columns? Code(Workspace memory, int entries)
    {
        if (_isNumber is null)
        {
            var isNumber = new bool[Reads.Length];
            for (var input = 0; input < isNumber.Length; input++) isNumber[input] = memory.Read(Reads[input]).Length == 1;
            _isNumber = isNumber;
        }

        return region.Program.Compiled.OverColumns(entries, _isNumber, Reads, Writes);
    }

    private void RunOnce(Workspace memory)
    {
        const int few = 32;
        var size = Reads.Length + Writes.Length;
        Span<double> room = size <= few ? stackalloc double[few] : new double[size];
        var point = room[..Reads.Length];
        var results = room[Reads.Length..size];
        for (var input = 0; input < Reads.Length; input++) point[input] = memory.Read(Reads[input])[0];
        region.Program.EvaluatePaid(point, results);
        for (var output = 0; output < Writes.Length; output++) memory.Write(Writes[output])[0] = results[output];
    }

    private void RunCode(CompiledForms.Columns code, Workspace memory, int first, int entries, Budget budget)
    {
        ref var scratch = ref MemoryMarshal.GetArrayDataReference(memory.Scratch(code.Scratch));
        for (var start = first; start < first + entries;)
        {
            budget.Visit();
            var length = Blocks.Next(first + entries - start);
            code.Code(memory.Arrays, memory.Places, start, length, ref scratch);
            start += length;
        }
    }

    private void Interpret(Workspace memory, int first, int entries, Budget budget)
    {
        var length = Math.Min(entries, Longest);
        var rented = ArrayPool<double>.Shared.Rent(length * (Reads.Length + Writes.Length));
        try
        {
            for (var done = 0; done < entries; done += length) RunBlock(memory, rented, first + done, Math.Min(length, entries - done), budget);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>Does it entry by entry with every result moved at random, as <see cref="Program.TryPerturb"/> does.</summary>
    public bool TryPerturb(Workspace memory, ref ulong chance, Budget budget)
    {
        var (isSound, point, outputs) = (true, new double[Reads.Length], new double[Writes.Length]);
        for (var entry = 0; entry < count; entry++)
        {
            for (var input = 0; input < point.Length; input++)
            {
                var column = memory.Read(Reads[input]);
                point[input] = column[column.Length == 1 ? 0 : entry];
            }

            isSound &= region.Program.TryPerturbPaid(point, ref chance, outputs, budget);
            for (var output = 0; output < outputs.Length; output++) memory.Write(Writes[output])[entry] = outputs[output];
        }

        return isSound;
    }

    private void RunBlock(Workspace memory, double[] rented, int start, int length, Budget budget)
    {
        var points = rented.AsSpan(0, Reads.Length * length);
        var results = rented.AsSpan(points.Length, Writes.Length * length);
        for (var input = 0; input < Reads.Length; input++)
        {
            var column = memory.Read(Reads[input]);
            if (column.Length == 1) points.Slice(input * length, length).Fill(column[0]);
            else column.Slice(start, length).CopyTo(points[(input * length)..]);
        }

        region.Program.EvaluatePaid(points, length, results, budget);
        for (var output = 0; output < Writes.Length; output++) results.Slice(output * length, length).CopyTo(memory.Write(Writes[output])[start..]);
    }
}
