using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>What a <see cref="Reduce"/> becomes: the array with the axes that are run along last, a function of each row, the results where they belong.</summary>
/// <param name="steps">Where steps are added.</param>
/// <param name="node">The node.</param>
/// <param name="lengths">How long every axis is.</param>
/// <param name="reduction">What is computed along the node's axes: its own function, or another.</param>
/// <param name="source">The index of the node that has the value.</param>
internal sealed class ReduceLowering(StepList steps, Reduce node, Lengths lengths, Reduction reduction, int source)
{
    private readonly int[] _lengths = lengths.Of(node.Argument.Shape);
    private readonly int[] _order = [.. Enumerable.Range(0, node.Argument.Shape.Rank).Where(axis => !node.Axes.Contains(axis)), .. node.Axes];

    /// <summary>Adds its steps and gives the array that has its value.</summary>
    public int Lower(int argument)
    {
        var length = Product(node.Axes);
        var rows = Product(_order.Except(node.Axes));
        var isOrdered = _order.SequenceEqual(Enumerable.Range(0, _order.Length));
        var strides = ArrayLowering.Strides(_lengths);
        var ordered = Ordered(_lengths);
        if (!isOrdered)
        {
            var moved = steps.Hold(Product(_order));
            steps.Add(new CarryStep(source, [(argument, 0, 0, Strided.Ordered(_lengths.Select((each, axis) => new CarriedAxis(each, strides[axis], ordered[axis]))))], moved, clears: false, adds: false));
            argument = moved;
        }

        var write = steps.Hold(rows * (reduction == Reduction.OtherPairProducts ? length * length : RowReductions.Results(reduction, (long)length)));
        steps.Add(new RowStep(source, reduction, argument, write, (int)rows, (int)length));
        if (reduction == Reduction.OtherPairProducts) return rows == 1 && isOrdered ? write : Pairs(write, strides, length);
        if (isOrdered || reduction is not (Reduction.Share or Reduction.OtherProducts or Reduction.Softmax)) return write;
        var back = steps.Hold(Product(_order));
        steps.Add(new CarryStep(source, [(write, 0, 0, Strided.Ordered(_lengths.Select((each, axis) => new CarriedAxis(each, ordered[axis], strides[axis]))))], back, clears: false, adds: false));
        return back;
    }

    // Only pairs of places in the same row are written; pairs from two rows are 0.
    private int Pairs(int read, int[] strides, double length)
    {
        var entries = (int)Product(_order);
        var write = steps.Hold((double)entries * entries);
        var axes = new List<CarriedAxis>();
        var within = ArrayLowering.Strides([.. node.Axes.Select(axis => _lengths[axis])]);
        for (var place = 0; place < node.Axes.Length; place++)
        {
            var axis = node.Axes[place];
            axes.Add(new CarriedAxis(_lengths[axis], within[place] * (int)length, strides[axis] * entries));
            axes.Add(new CarriedAxis(_lengths[axis], within[place], strides[axis]));
        }

        int[] kept = [.. _order.Except(node.Axes)];
        var ofRows = ArrayLowering.Strides([.. kept.Select(axis => _lengths[axis])]);
        for (var place = 0; place < kept.Length; place++)
            axes.Add(new CarriedAxis(_lengths[kept[place]], ofRows[place] * (int)(length * length), strides[kept[place]] * (entries + 1)));
        steps.Add(new CarryStep(source, [(read, 0, 0, Strided.Ordered(axes))], write, clears: true, adds: false));
        return write;
    }

    // The distance along each axis of the argument where the axes lie in the new order.
    private int[] Ordered(int[] lengthOf)
    {
        var strides = ArrayLowering.Strides([.. _order.Select(axis => lengthOf[axis])]);
        var ordered = new int[strides.Length];
        for (var place = 0; place < ordered.Length; place++) ordered[_order[place]] = strides[place];
        return ordered;
    }

    private double Product(IEnumerable<int> axes) => axes.Aggregate(1.0, (product, axis) => product * _lengths[axis]);
}
