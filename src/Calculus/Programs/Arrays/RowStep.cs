using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>A step that applies a function to each row of an array.</summary>
/// <param name="source">The index of the node.</param>
/// <param name="reduction">The function.</param>
/// <param name="read">The array, row after row.</param>
/// <param name="write">The results, row after row.</param>
/// <param name="rows">How many rows.</param>
/// <param name="length">How long they are.</param>
internal sealed class RowStep(int source, Reduction reduction, int read, int write, int rows, int length) : ArrayStep(source, [read], [write])
{
    // An exponential costs about as much as ten products.
    private const int CostOfExponential = 10;

    /// <inheritdoc/>
    public override long Operations => (long)rows * Math.Max(length, RowReductions.Results(reduction, length)) * (reduction is Reduction.LogSumExp or Reduction.Softmax ? CostOfExponential : 2);

    /// <inheritdoc/>
    public override long Scratch => reduction == Reduction.OtherPairProducts ? length + 1 : 0;

    /// <inheritdoc/>
    public override void Run(Workspace memory, Budget budget)
    {
        var from = memory.Read(read);
        var to = memory.Write(write);
        var results = (int)RowReductions.Results(reduction, length);
        for (var row = 0; row < rows; row++)
        {
            if (length < 256) budget.Visit();
            else budget.Cancellation.ThrowIfCancellationRequested();
            RowReductions.Apply(reduction, from.Slice(row * length, length), to.Slice(row * results, results));
        }
    }
}
