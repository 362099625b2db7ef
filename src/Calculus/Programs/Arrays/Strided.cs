using System.Runtime.CompilerServices;
using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>One axis that entries are carried along.</summary>
/// <param name="Length">How many places.</param>
/// <param name="From">The distance from one place to the next where they are read; 0 repeats.</param>
/// <param name="To">The distance where they are written; 0 sums.</param>
internal readonly record struct CarriedAxis(int Length, int From, int To);

/// <summary>Entries carried from one array to another along axes: copies, transposes, diagonals, repeats, slices, sums.</summary>
internal static class Strided
{
    private const int PollInterval = 1 << 16;

    /// <summary>The axes in the order in which they are best run through, the last innermost, those that lie in one piece as one.</summary>
    public static CarriedAxis[] Ordered(IEnumerable<CarriedAxis> axes)
    {
        var long_ = axes.Where(static axis => axis.Length != 1).ToList();
        var sums = long_.Exists(static axis => axis.To == 0);
        var ordered = long_.OrderByDescending(axis => Math.Abs(sums ? axis.From : axis.To)).ThenByDescending(static axis => Math.Abs(axis.From));
        var fused = new List<CarriedAxis>();
        foreach (var axis in ordered)
        {
            if (fused.Count > 0 && fused[^1].From == axis.From * axis.Length && fused[^1].To == axis.To * axis.Length)
                fused[^1] = axis with { Length = checked(fused[^1].Length * axis.Length) };
            else fused.Add(axis);
        }

        return [.. fused];
    }

    /// <summary>Carries entries.</summary>
    /// <param name="from">Where they are read.</param>
    /// <param name="start">The first place that is read.</param>
    /// <param name="to">Where they are written.</param>
    /// <param name="first">The first place that is written.</param>
    /// <param name="axes">The axes, the last innermost.</param>
    /// <param name="adds">Whether they are added to what is there.</param>
    /// <param name="budget">Asked for its token at a bounded interval.</param>
    public static void Carry(ReadOnlySpan<double> from, int start, Span<double> to, int first, CarriedAxis[] axes, bool adds, Budget budget)
    {
        foreach (var axis in axes)
        {
            if (axis.Length == 0) return;
        }

        var inner = axes.Length > 0 ? axes[^1] : new CarriedAxis(1, 0, 0);
        var outer = axes.Length > 0 ? axes.AsSpan(0, axes.Length - 1) : [];
        Span<int> counters = stackalloc int[outer.Length];
        counters.Clear();
        var (untilPoll, a, b) = (PollInterval, start, first);
        while (true)
        {
            if (adds) Add(from, a, to, b, inner);
            else Copy(from, a, to, b, inner);
            if ((untilPoll -= inner.Length) < 0)
            {
                budget.Cancellation.ThrowIfCancellationRequested();
                untilPoll = PollInterval;
            }

            var axis = outer.Length - 1;
            for (; axis >= 0; axis--)
            {
                (a, b) = (a + outer[axis].From, b + outer[axis].To);
                if (++counters[axis] < outer[axis].Length) break;
                (a, b) = (a - (outer[axis].From * outer[axis].Length), b - (outer[axis].To * outer[axis].Length));
                counters[axis] = 0;
            }

            if (axis < 0) return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(ReadOnlySpan<double> from, int a, Span<double> to, int b, CarriedAxis axis)
    {
        if (axis is { From: 1, To: 1 }) from.Slice(a, axis.Length).CopyTo(to[b..]);
        else if (axis is { From: 0, To: 1 }) to.Slice(b, axis.Length).Fill(from[a]);
        else
        {
            for (var k = 0; k < axis.Length; k++, a += axis.From, b += axis.To) to[b] = from[a];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<double> from, int a, Span<double> to, int b, CarriedAxis axis)
    {
        if (axis.To == 0) to[b] += Vectors.Sum(from, a, axis.From, axis.Length);
        else if (axis is { From: 1, To: 1 }) Vectors.Add(from.Slice(a, axis.Length), to.Slice(b, axis.Length));
        else
        {
            for (var k = 0; k < axis.Length; k++, a += axis.From, b += axis.To) to[b] += from[a];
        }
    }
}

/// <summary>A step that carries entries from one array to another.</summary>
/// <param name="source">The index of the node.</param>
/// <param name="pieces">What is copied: the array that is read, the first place read, the first place written, the axes.</param>
/// <param name="write">The array that is made.</param>
/// <param name="clears">Whether places that nothing is copied to are set to 0.</param>
/// <param name="adds">Whether numbers copied to the same place are added.</param>
internal sealed class CarryStep(int source, (int Read, int Start, int First, CarriedAxis[] Axes)[] pieces, int write, bool clears, bool adds)
    : ArrayStep(source, [.. pieces.Where(static piece => piece.Read >= 0).Select(static piece => piece.Read)], [write])
{
    /// <inheritdoc/>
    public override long Operations { get; } = pieces.Sum(static piece => piece.Axes.Aggregate(1L, static (product, axis) => product * axis.Length));

    /// <summary>An entry that is not finite among those that an entry is made of, and its array; −1 where there is none.</summary>
    public (int Read, int Entry) SourceOf(Workspace memory, int entry)
    {
        foreach (var (read, start, first, axes) in pieces)
        {
            if (read < 0) continue;
            var from = memory.Read(read);
            var total = axes.Aggregate(1L, static (product, axis) => product * axis.Length);
            for (long place = 0; place < total; place++)
            {
                var (rest, a, b) = (place, start, first);
                for (var axis = axes.Length - 1; axis >= 0; axis--)
                {
                    var at = (int)(rest % axes[axis].Length);
                    (rest, a, b) = (rest / axes[axis].Length, a + (at * axes[axis].From), b + (at * axes[axis].To));
                }

                if (b == entry && !double.IsFinite(from[a])) return (read, a);
            }
        }

        return (-1, -1);
    }

    /// <inheritdoc/>
    public override void Run(Workspace memory, Budget budget)
    {
        var to = memory.Write(write);
        if (clears) to.Clear();
        foreach (var (read, start, first, axes) in pieces)
        {
            budget.Visit();
            Strided.Carry(read < 0 ? [1.0] : memory.Read(read), start, to, first, axes, adds, budget);
        }
    }
}
