using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>A step that multiplies two arrays.</summary>
/// <param name="source">The index of the contraction.</param>
/// <param name="left">The left factor.</param>
/// <param name="right">The right factor.</param>
/// <param name="write">The product.</param>
/// <param name="shape">Which axes run side by side.</param>
/// <param name="isSymmetric">Whether rows and columns of the product may be exchanged, so that one half is computed.</param>
internal sealed class PairStep(int source, int left, int right, int write, PairShape shape, bool isSymmetric)
    : ArrayStep(source, [left, right], [write]), IRowStep
{
    private const int PollInterval = 1 << 16;

    /// <inheritdoc/>
    public override long Operations { get; } = (long)(isSymmetric && MatrixProduct.Scratch(shape) > 0
        ? (shape.Operations / 2) * (1 + (1.0 / shape.Rows.Length))
        : Math.Min(shape.Operations, long.MaxValue / 4));

    /// <summary>What it does with the rows of a matrix, where it is a matrix times a vector; otherwise null.</summary>
    public VectorProduct? Product { get; } = MatrixProduct.TryByRows(left, right, shape);

    /// <summary>How many pairs of numbers it multiplies, where it multiplies vectors entry by entry; otherwise 0.</summary>
    public int Entries => shape is { Rows.Length: 1, Columns.Length: 1, Bound.Length: 1, Batch: [var axis] } ? axis.Length : 0;

    /// <inheritdoc/>
    public void RunRows(Workspace memory, int start, int count, Budget budget)
    {
        budget.Visit();
        if (Product is not null)
        {
            Product.Run(memory, write, start, count);
            return;
        }

        var axis = shape.Batch[0];
        Vectors.Multiply(
            memory.Read(left)[(start * axis.Left)..], axis.Left, memory.Read(right)[(start * axis.Right)..], axis.Right,
            memory.Write(write)[(start * axis.To)..], axis.To, count);
    }

    /// <inheritdoc/>
    public override long ProductOperations => Operations;

    /// <inheritdoc/>
    public override long Scratch => MatrixProduct.Scratch(shape);

    // Rows of a matrix, each times a number: the numbers are an axis that both have.
    private bool TryMultiplyRows(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> to, Budget budget)
    {
        if (shape is not { Batch: [var batch], Bound.Length: 1 }) return false;
        var isLeft = shape.Columns.Length == 1 && shape.Rows is { Length: > 1, Left: 1, To: 1 };
        if (!isLeft && !(shape.Rows.Length == 1 && shape.Columns is { Length: > 1, Right: 1, To: 1 })) return false;
        var axis = isLeft ? shape.Rows : shape.Columns;
        for (var row = 0; row < batch.Length; row += PollInterval)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(PollInterval, batch.Length - row);
            if (isLeft) Vectors.MultiplyRows(a[(row * batch.Left)..], batch.Left, b[(row * batch.Right)..], batch.Right, to[(row * batch.To)..], batch.To, rows, axis.Length);
            else Vectors.MultiplyRows(b[(row * batch.Right)..], batch.Right, a[(row * batch.Left)..], batch.Left, to[(row * batch.To)..], batch.To, rows, axis.Length);
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Run(Workspace memory, Budget budget)
    {
        ReadOnlySpan<double> a = memory.Read(left), b = memory.Read(right);
        var to = memory.Write(write);
        if (shape.Bound.Length == 0) to.Clear();
        if (shape.Operations == 0) return;
        if (TryMultiplyRows(a, b, to, budget)) return;
        var isEntryByEntry = shape is { Rows.Length: 1, Columns.Length: 1, Bound.Length: 1, Batch.Length: > 0 };
        var inner = isEntryByEntry ? shape.Batch[^1] : PairAxis.None;
        var outer = shape.Batch.AsSpan(0, shape.Batch.Length - (isEntryByEntry ? 1 : 0));
        Span<int> counters = stackalloc int[outer.Length];
        counters.Clear();
        var (i, j, place, untilPoll) = (0, 0, 0, PollInterval);
        var work = (int)Math.Min(PollInterval, (double)shape.Rows.Length * shape.Columns.Length * shape.Bound.Length * inner.Length);
        while (true)
        {
            if (isEntryByEntry) Vectors.Multiply(a[i..], inner.Left, b[j..], inner.Right, to[place..], inner.To, inner.Length);
            else MatrixProduct.Run(a[i..], b[j..], to[place..], shape, isSymmetric, budget);
            if ((untilPoll -= work) <= 0)
            {
                budget.Cancellation.ThrowIfCancellationRequested();
                untilPoll = PollInterval;
            }

            var axis = outer.Length - 1;
            for (; axis >= 0; axis--)
            {
                var (length, stepA, stepB, stepTo) = outer[axis];
                (i, j, place) = (i + stepA, j + stepB, place + stepTo);
                if (++counters[axis] < length) break;
                (i, j, place) = (i - (stepA * length), j - (stepB * length), place - (stepTo * length));
                counters[axis] = 0;
            }

            if (axis < 0) return;
        }
    }
}
