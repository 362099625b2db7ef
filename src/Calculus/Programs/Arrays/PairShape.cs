namespace Calculus.Programs.Arrays;

/// <summary>One axis of a product of two arrays.</summary>
/// <param name="Length">How many places.</param>
/// <param name="Left">The distance from place to place in the left factor; 0 where it does not have the axis.</param>
/// <param name="Right">The distance in the right factor.</param>
/// <param name="To">The distance in the product; 0 where the axis is summed.</param>
internal readonly record struct PairAxis(int Length, int Left, int Right, int To)
{
    /// <summary>No axis: one place.</summary>
    public static PairAxis None => new(1, 0, 0, 0);
}

/// <summary>
/// A product of two arrays as a row of matrix products: axes that both have and that are kept, the left one's own, the right
/// one's own, and those that are summed.
/// </summary>
/// <param name="Batch">The axes that both have and that are kept, the last innermost.</param>
/// <param name="Rows">The left factor's own axis.</param>
/// <param name="Columns">The right factor's own axis.</param>
/// <param name="Bound">The axis that is summed.</param>
internal sealed record PairShape(PairAxis[] Batch, PairAxis Rows, PairAxis Columns, PairAxis Bound)
{
    /// <summary>Multiplications, and additions where something is summed.</summary>
    public double Operations => Batch.Aggregate(1.0, static (product, axis) => product * axis.Length) * Rows.Length * Columns.Length * Bound.Length * (Bound.Length > 1 ? 2 : 1);

    /// <summary>The shape, or null where the axes of one kind do not lie in one piece.</summary>
    public static PairShape? TryOf(IEnumerable<PairAxis> axes)
    {
        List<PairAxis> batch = [], rows = [], columns = [], bound = [];
        foreach (var axis in axes)
        {
            if (axis.Length == 1) continue;
            if (axis.To == 0) bound.Add(axis);
            else if (axis.Right == 0) rows.Add(axis);
            else if (axis.Left == 0) columns.Add(axis);
            else batch.Add(axis);
        }

        var fused = (Rows: Fused(rows, static axis => axis.Left), Columns: Fused(columns, static axis => axis.Right), Bound: Fused(bound, static axis => axis.Left));
        if (fused.Rows.Length > 1 || fused.Columns.Length > 1 || fused.Bound.Length > 1) return null;
        return new PairShape(Fused(batch, static axis => axis.To), Only(fused.Rows), Only(fused.Columns), Only(fused.Bound));
    }

    /// <summary>The same product with the factors exchanged.</summary>
    public PairShape Exchanged() => new(
        Array.ConvertAll(Batch, Exchanged), Exchanged(Columns), Exchanged(Rows), Exchanged(Bound));

    private static PairAxis Exchanged(PairAxis axis) => axis with { Left = axis.Right, Right = axis.Left };

    private static PairAxis Only(PairAxis[] axes) => axes.Length == 0 ? PairAxis.None : axes[0];

    private static PairAxis[] Fused(List<PairAxis> axes, Func<PairAxis, int> by)
    {
        var fused = new List<PairAxis>();
        foreach (var axis in axes.OrderByDescending(by))
        {
            if (fused.Count > 0 && fused[^1] is var last && last.Left == axis.Left * axis.Length && last.Right == axis.Right * axis.Length && last.To == axis.To * axis.Length)
                fused[^1] = axis with { Length = last.Length * axis.Length };
            else fused.Add(axis);
        }

        return [.. fused];
    }
}
