using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs.Compiled;

namespace Calculus.Programs;

/// <summary>
/// Expressions lowered to flat instructions over reused slots, interpreted, and where they are run thousands of times compiled: the same
/// operations in the same order, so the same bits. Any number of threads may run it at once, since everything that a run changes belongs
/// to the call, but for the code that is made once.
/// </summary>
internal sealed partial class Program
{
    private const int OnTheStack = 256, Few = 32;

    private readonly Instruction[] _code;
    private readonly int[] _sources;
    private readonly CallTables _calls;
    private readonly Symbol[] _inputs;
    private readonly Graph? _graph;
    private readonly CompiledForms _compiled;

    internal Program(IReadOnlyList<Symbol> inputs, IReadOnlyList<Expression> outputs, SlotAllocation allocation, InstructionBuilder builder, ICodeStore? codes)
    {
        _inputs = [.. inputs];
        _graph = outputs.Count > 0 ? outputs[0].Graph : null;
        Outputs = outputs.Count;
        (_code, _sources, var arguments, Slots) = allocation;
        _calls = builder.Calls(arguments);
        Operations = _code.Length + _code.Sum(static instruction => instruction.Code is OpCode.Call ? instruction.C - 1L : 0);
        Verify();
        _compiled = new CompiledForms(_code, _calls, (Slots, Inputs, Outputs), codes);
    }

    /// <summary>The code of the program, made or not.</summary>
    internal CompiledForms Compiled => _compiled;

    /// <summary>How many coordinates a point has.</summary>
    public int Inputs => _inputs.Length;

    /// <summary>How many numbers a point gives.</summary>
    public int Outputs { get; }

    /// <summary>How many instructions one point takes, writing the outputs included.</summary>
    public int InstructionCount => _code.Length;

    /// <summary>Elementary operations for one point: the instructions, a call of many arguments counted once for each.</summary>
    public long Operations { get; }

    /// <summary>How many numbers are held at once while it runs, the inputs included.</summary>
    public int Slots { get; }

    /// <summary>The outputs at one point. What is undefined is NaN or infinite, as IEEE 754 says.</summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="outputs">Receives <see cref="Outputs"/> numbers.</param>
    /// <param name="budget">Pays for <see cref="Operations"/> before the work.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    public void Evaluate(ReadOnlySpan<double> point, Span<double> outputs, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        Fits(point.Length, Inputs, nameof(point));
        Fits(outputs.Length, Outputs, nameof(outputs));
        budget.SpendOperations(Operations);
        EvaluatePaid(point, outputs);
    }

    /// <summary>The outputs at one point, like <see cref="Evaluate"/>, where the work is paid for and the lengths fit.</summary>
    internal void EvaluatePaid(ReadOnlySpan<double> point, Span<double> outputs)
    {
        if (_compiled.AtPoint() is { } code && !point.Overlaps(outputs)) code(ref MemoryMarshal.GetReference(point), ref MemoryMarshal.GetReference(outputs));
        else Interpret(point, outputs);
    }

    private void Interpret(ReadOnlySpan<double> point, Span<double> outputs)
    {
        var needed = Slots + _calls.MaximumArity;
        var rented = needed > OnTheStack ? ArrayPool<double>.Shared.Rent(needed) : null;
        try
        {
            // Memory on the stack is cleared before it is used, so that small programs take little of it.
            Span<double> scratch = rented is not null ? rented : needed <= Few ? stackalloc double[Few] : stackalloc double[OnTheStack];
            point.CopyTo(scratch);
            PointInterpreter.Run(_code, _calls, scratch[..Slots], scratch[Slots..], outputs);
        }
        finally
        {
            if (rented is not null) ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>The outputs at many points, each bit for bit what <see cref="Evaluate"/> gives there.</summary>
    /// <param name="points">The coordinates by columns: the first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points there are.</param>
    /// <param name="outputs">Receives the outputs by columns likewise.</param>
    /// <param name="budget">Pays for <see cref="Operations"/> times the points before the work; cancellation is checked between blocks.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void EvaluateBlock(ReadOnlySpan<double> points, int count, Span<double> outputs, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Fits(points.Length, (long)Inputs * count, nameof(points));
        Fits(outputs.Length, (long)Outputs * count, nameof(outputs));
        budget.SpendOperations(checked(Operations * count));
        EvaluatePaid(points, count, outputs, budget);
    }

    /// <summary>The outputs at many points, like <see cref="EvaluateBlock"/>, where the work is paid for and the lengths fit.</summary>
    internal void EvaluatePaid(ReadOnlySpan<double> points, int count, Span<double> outputs, Budget budget)
    {
        if (count == 0) return;
        if (count >= Blocks.Shortest && _compiled.OverBlocks(count) is { } compiled) RunCompiled(compiled, points, count, outputs, budget);
        else Interpret(points, count, outputs, budget);
    }

    /// <summary>The outputs at many points by code that has been made; there are at least <see cref="Blocks.Shortest"/>.</summary>
    internal static void RunCompiled(CompiledForms.Block compiled, ReadOnlySpan<double> points, int count, Span<double> outputs, Budget budget)
    {
        var scratch = ArrayPool<double>.Shared.Rent(compiled.Scratch);
        try
        {
            ref var from = ref MemoryMarshal.GetReference(points);
            ref var to = ref MemoryMarshal.GetReference(outputs);
            ref var room = ref MemoryMarshal.GetArrayDataReference(scratch);
            for (var start = 0; start < count;)
            {
                budget.Cancellation.ThrowIfCancellationRequested();
                var length = Blocks.Next(count - start);
                compiled.Code(ref from, ref to, count, start, length, ref room);
                start += length;
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    private void Interpret(ReadOnlySpan<double> points, int count, Span<double> outputs, Budget budget)
    {
        var layout = BlockLayout.Of(Slots - Inputs, _calls.MaximumArity, count);
        var scratch = ArrayPool<double>.Shared.Rent(layout.Size);
        try
        {
            for (var start = 0; start < count; start += layout.Length)
            {
                budget.Cancellation.ThrowIfCancellationRequested();
                var block = new Block(layout, Inputs, points, scratch, outputs, count, start);
                BlockInterpreter.Run(_code, _calls, block);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fits(int length, long expected, string name)
    {
        if (length != expected) DoesNotFit(length, expected, name);
    }

    [DoesNotReturn]
    private static void DoesNotFit(int length, long expected, string name) => throw new ArgumentException($"Expected {expected} numbers, got {length}.", name);
}
