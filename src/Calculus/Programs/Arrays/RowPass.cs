using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>A step that can be done some rows at a time, the first rows first, with the same bits as at once.</summary>
internal interface IRowStep
{
    /// <summary>Does it for some rows; those before have been done.</summary>
    /// <param name="memory">The arrays.</param>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="budget">Asked now and then.</param>
    void RunRows(Workspace memory, int start, int count, Budget budget);
}

/// <summary>
/// A large matrix times a vector, what is computed of the product entry by entry, and the sum of the matrix's rows times that: the value of a model
/// and its gradient. It is done some rows at a time, so that the matrix comes from memory once and is in the cache when it is read again.
/// </summary>
/// <param name="steps">The product, the computations and the sum, each an <see cref="IRowStep"/>.</param>
/// <param name="rows">How many rows the matrix has.</param>
/// <param name="length">How long they are.</param>
internal sealed class RowPass(IReadOnlyList<ArrayStep> steps, int rows, int length)
    : ArrayStep(steps[0].Source, [.. steps.SelectMany(static step => step.Reads)], [.. steps.SelectMany(static step => step.Writes)])
{
    // So many entries of the matrix, 256 KiB, leave room in the second cache for what is computed of them.
    private const int Together = 1 << 15;

    // Code over entries takes at least eight of them at once.
    private const int Least = 8;

    /// <summary>Matrices with fewer entries stay in the caches anyway.</summary>
    public const int Smallest = 1 << 16;

    /// <inheritdoc/>
    public override long Operations { get; } = steps.Sum(static step => step.Operations);

    /// <inheritdoc/>
    public override long ProductOperations { get; } = steps.Sum(static step => step.ProductOperations);

    /// <inheritdoc/>
    public override long Scratch { get; } = steps.Max(static step => step.Scratch);

    /// <inheritdoc/>
    public override void Run(Workspace memory, Budget budget)
    {
        var together = Math.Max(Together / length / Least * Least, Least);
        for (var start = 0; start < rows;)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            var left = rows - start;
            var count = left < together + Least ? left : together;
            foreach (var step in steps) ((IRowStep)step).RunRows(memory, start, count, budget);
            start += count;
        }
    }
}
