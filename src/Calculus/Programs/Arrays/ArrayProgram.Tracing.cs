using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

internal sealed partial class ArrayProgram
{
    /// <summary>
    /// The sub-expression where an output's NaN or infinity began: it is not finite although all its operands are.
    /// Only the branch that a choice takes is followed, entry by entry. Null where every output is finite.
    /// </summary>
    /// <param name="point">A value for each input; a symbol whose value is not finite is itself the answer.</param>
    /// <param name="budget">Pays for twice <see cref="Operations"/>. All arrays are held at once.</param>
    /// <exception cref="ArgumentException">A value does not have the shape of its input.</exception>
    /// <exception cref="LimitException">The budget does not suffice, or all arrays together have more entries than may be held.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public Expression? FirstNonFinite(IReadOnlyList<ArrayValue> point, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(budget);
        budget.SpendOperations(Saturated(Operations, Operations));
        AllHeld(budget);
        using var memory = new Workspace(_held, Arena.Apart(_held));
        Fill(memory, point);
        foreach (var step in _steps)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            step.Run(memory, budget);
        }

        foreach (var (value, _) in _outputs)
        {
            if (NonFinite(memory.Read(value)) is >= 0 and var entry) return Origin(memory, value, entry, budget);
        }

        return null;
    }

    private static int NonFinite(ReadOnlySpan<double> entries)
    {
        for (var entry = 0; entry < entries.Length; entry++)
        {
            if (!double.IsFinite(entries[entry])) return entry;
        }

        return -1;
    }

    private void AllHeld(Budget budget)
    {
        var all = _held.Where(static array => array.IsMade).Sum(static array => (long)array.Count);
        if (all > budget.Limits.ArrayEntries)
            throw new LimitException("arrayEntries", budget.Limits.ArrayEntries, $"This holds more than {budget.Limits.ArrayEntries} numbers at once.", all);
    }

    // From an entry that is not finite to an operand that is not, as long as there is one.
    private Expression Origin(Workspace memory, int value, int entry, Budget budget)
    {
        var makers = new Dictionary<int, ArrayStep>();
        foreach (var step in _steps)
        {
            foreach (var write in step.Writes) makers[write] = step;
        }

        while (true)
        {
            budget.Visit();
            if (_held[value].Of is >= 0 and var whole) (value, entry) = (whole, entry + _held[value].Start);
            if (!makers.TryGetValue(value, out var maker)) return _lowering.NodeOf(value)!;
            if (maker is RegionStep entries)
            {
                var (node, read) = entries.Origin(memory, value, entry, budget);
                if (read < 0) return node;
                (value, entry) = (read, _held[read].Count == 1 ? 0 : entry);
                continue;
            }

            var cause = maker is CarryStep carried ? carried.SourceOf(memory, entry) : Array.ConvertAll(maker.Reads, read => (read, NonFinite(memory.Read(read)))).FirstOrDefault(static found => found.Item2 >= 0, (-1, -1));
            if (cause.Item1 < 0) return _graph!.Nodes[maker.Source];
            (value, entry) = cause;
        }
    }
}
