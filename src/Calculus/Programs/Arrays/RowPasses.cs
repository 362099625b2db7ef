namespace Calculus.Programs.Arrays;

/// <summary>Finds the steps that read the rows of one matrix and can be done in one pass over it.</summary>
/// <param name="root">The array whose memory an array lies in.</param>
/// <param name="held">What each array is.</param>
internal sealed class RowPasses(Func<int, int> root, IReadOnlyList<Held> held)
{
    /// <summary>The steps in an order in which they compute the same, with passes in place of what they join.</summary>
    public List<ArrayStep> Join(IReadOnlyList<ArrayStep> steps)
    {
        List<ArrayStep> joined = [.. steps];
        for (var last = 1; last < joined.Count; last++)
        {
            if (joined[last] is not PairStep { Product: { SumsRows: true } sum } || (long)sum.Rows * sum.Length < RowPass.Smallest) continue;
            for (var first = last - 1; first >= 0; first--)
            {
                if (joined[first] is not PairStep { Product: { SumsRows: false } product } || !AreOfOneMatrix(product, sum)) continue;
                if (TryJoin(joined, first, last, sum) is not { } order) continue;
                joined.RemoveRange(first, last - first + 1);
                joined.InsertRange(first, order);
                last = first;
                break;
            }
        }

        return joined;
    }

    private bool AreOfOneMatrix(VectorProduct product, VectorProduct sum) =>
        product.Matrix == sum.Matrix && product.Rows == sum.Rows && product.Stride == sum.Stride && product.Length == sum.Length;

    // What does not depend on the product goes before it; what does and is needed for the sum must go row by row; the rest goes after.
    private List<ArrayStep>? TryJoin(List<ArrayStep> steps, int first, int last, VectorProduct sum)
    {
        var (depends, needed) = (new bool[last + 1], new bool[last + 1]);
        var made = new HashSet<int>(steps[first].Writes.Select(root));
        depends[first] = true;
        for (var place = first + 1; place <= last; place++)
        {
            if (!steps[place].Reads.Any(value => made.Contains(root(value)))) continue;
            depends[place] = true;
            made.UnionWith(steps[place].Writes.Select(root));
        }

        if (!depends[last]) return null;
        var wanted = new HashSet<int>(steps[last].Reads.Select(root));
        for (var place = last - 1; place > first; place--)
        {
            if (!depends[place] || !steps[place].Writes.Any(value => wanted.Contains(root(value)))) continue;
            needed[place] = true;
            wanted.UnionWith(steps[place].Reads.Select(root));
        }

        List<ArrayStep> before = [], pass = [steps[first]], after = [];
        for (var place = first + 1; place < last; place++)
        {
            if (needed[place] && !IsRowByRow(steps[place], sum.Rows)) return null;
            (needed[place] ? pass : depends[place] ? after : before).Add(steps[place]);
        }

        pass.Add(steps[last]);
        return [.. before, new RowPass(pass, sum.Rows, sum.Length), .. after];
    }

    private bool IsRowByRow(ArrayStep step, int rows) => step switch
    {
        PairStep pair => pair.Entries == rows,
        RegionStep => step.Writes.All(value => held[value].Count == rows) && step.Reads.All(value => held[value].Count == rows || held[value].Count == 1),
        _ => false,
    };
}

/// <summary>A matrix times a vector, as what is done with the matrix's rows.</summary>
/// <param name="Matrix">The matrix.</param>
/// <param name="Vector">The vector.</param>
/// <param name="Own">The axis that the matrix alone has.</param>
/// <param name="Bound">The axis that both have.</param>
/// <param name="SumsRows">True where the product is a sum of rows, each times a number; false where each number of it is a row times the vector.</param>
internal sealed record VectorProduct(int Matrix, int Vector, PairAxis Own, PairAxis Bound, bool SumsRows)
{
    /// <summary>How many rows the matrix has.</summary>
    public int Rows => SumsRows ? Bound.Length : Own.Length;

    /// <summary>How long they are.</summary>
    public int Length => SumsRows ? Own.Length : Bound.Length;

    /// <summary>From one row to the next.</summary>
    public int Stride => SumsRows ? Bound.Left : Own.Left;

    /// <summary>Does it for some rows.</summary>
    /// <param name="memory">The arrays.</param>
    /// <param name="write">The product.</param>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many.</param>
    public void Run(Workspace memory, int write, int start, int count)
    {
        ReadOnlySpan<double> matrix = memory.Read(Matrix)[(start * Stride)..], vector = memory.Read(Vector);
        var to = memory.Write(write);
        if (SumsRows)
        {
            if (start == 0) to[..Length].Clear();
            VectorRows.AddScaled(vector[(start * Bound.Right)..], Bound.Right, matrix, Stride, count, to[..Length]);
        }
        else
        {
            VectorRows.Dot(matrix, Stride, vector[..Length], to[(start * Own.To)..], Own.To, count);
        }
    }
}
