using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>Nodes to steps. A node's children have been lowered before it.</summary>
/// <param name="inputs">The symbols of a point.</param>
/// <param name="data">Values of names that are not inputs.</param>
/// <param name="lengths">How long every axis is.</param>
/// <param name="budget">Asked for each node.</param>
internal sealed class ArrayLowering(IReadOnlyList<Symbol> inputs, IReadOnlyDictionary<string, ArrayValue> data, Lengths lengths, Budget budget)
{
    private readonly Dictionary<Expression, int> _values = [];
    private readonly Dictionary<int, Expression> _nodes = [];
    private readonly OperandOrder _order = new([.. inputs.Select(static input => input.Name)]);
    private ContractionLowering? _contractions;

    /// <summary>The steps so far.</summary>
    public StepList Steps { get; } = new(budget);

    /// <summary>The node that an array is the value of, or null where it is a part of one.</summary>
    public Expression? NodeOf(int value) => _nodes.GetValueOrDefault(value);

    /// <summary>Gives each input a place.</summary>
    public void Declare()
    {
        for (var place = 0; place < inputs.Count; place++) Set(inputs[place], Steps.Hold(new Held((int)lengths.Known(inputs[place].Shape).Count, place, null)));
    }

    /// <summary>Adds the steps of nodes that are computed together.</summary>
    /// <param name="group">One node that works on whole arrays, or those of one shape that are computed entry by entry.</param>
    /// <param name="isRead">Which of them are read outside the group.</param>
    public void Lower(List<Expression> group, Func<Expression, bool> isRead)
    {
        budget.Visit();
        if (ArrayReading.IsEntryByEntry(group[0])) LowerEntries(group, isRead);
        else Set(group[0], OfWhole(group[0]));
    }

    /// <summary>The array that has a node's value.</summary>
    public int ValueOf(Expression node)
    {
        if (_values.TryGetValue(node, out var value)) return value;
        return node switch
        {
            Number number => Known(node, [number.Value.ToDouble()]),
            Symbol symbol => Known(node, ValueOf(symbol)),
            Contraction { Factors.Length: 0 } => Set(node, OfWhole(node)),
            _ => throw new InvalidOperationException($"A {node.GetType().Name} is read before it is computed."),
        };
    }

    private double[] ValueOf(Symbol symbol)
    {
        if (symbol.Role is SymbolRole.Constant && NamedConstants.TryValue(symbol.Name, out var constant)) return [constant.Value];
        if (symbol.Role is SymbolRole.Dimension) return [lengths.Of(new Dimension(0, symbol.Name))];
        if (symbol.Role is SymbolRole.IndexRange && symbol.Shape.Rank == 1) return [.. Enumerable.Range(1, lengths.Of(symbol.Shape[0])).Select(static place => (double)place)];
        if (symbol.Role is not (SymbolRole.Variable or SymbolRole.Datum) || !data.TryGetValue(symbol.Name, out var datum)) throw new UnboundSymbolException(symbol.Name);
        return datum.Shape == lengths.Known(symbol.Shape) ? datum.Entries : throw Lengths.Misfit(symbol, datum.Shape);
    }

    private int Known(Expression node, double[] entries) => Set(node, Steps.Hold(new Held(entries.Length, -1, entries)));

    private int Set(Expression node, int value)
    {
        _values[node] = value;
        _nodes.TryAdd(value, node);
        return value;
    }

    private void LowerEntries(List<Expression> group, Func<Expression, bool> isRead)
    {
        var region = new Region(group, [.. group.Where(isRead)], _order, budget);
        var reads = region.Inputs.Select(ValueOf).ToArray();
        double count = 1;
        foreach (var length in lengths.Of(group[0].Shape)) count *= length;
        var writes = region.Outputs.Select(output => Set(output, Steps.Hold(count))).ToArray();
        Steps.Add(new RegionStep(region, reads, writes, (int)count));
    }

    private int OfWhole(Expression node)
    {
        switch (node)
        {
            case Contraction contraction:
                _contractions ??= new ContractionLowering(Steps);
                var factors = ArrayReading.Factors(contraction).ConvertAll(factor => new LabelledArray(ValueOf(factor.Of), factor.Labels));
                return _contractions.Lower(contraction, factors, [.. contraction.Dimensions.Select(lengths.Of)]);
            case Reduce reduce:
                return new ReduceLowering(Steps, reduce, lengths, reduce.Reduction, reduce.Index).Lower(ValueOf(reduce.Argument));
            case Call:
                var total = SoftmaxReading.TotalOf(node)!;
                return new ReduceLowering(Steps, total, lengths, Reduction.Softmax, node.Index).Lower(ValueOf(total.Argument));
            case Slice slice:
                return OfSlice(slice);
            case Stack stack:
                return OfStack(stack);
            default:
                var function = (MatrixFunction)node;
                var size = lengths.Of(function.Argument.Shape);
                if (size.Length != 2 || size[0] != size[1]) throw new ArgumentException($"This is {function.Argument.Shape}, not a square matrix.");
                var write = Hold(function.Shape);
                Steps.Add(new MatrixStep(node.Index, function.Operation, ValueOf(function.Argument), write, size[0]));
                return write;
        }
    }

    private int OfSlice(Slice slice)
    {
        var (strides, own) = (Strides(lengths.Of(slice.Argument.Shape)), Strides(lengths.Of(slice.Shape)));
        var (start, first, axes) = (0, 0, new CarriedAxis[strides.Length]);
        for (var axis = 0; axis < axes.Length; axis++)
        {
            var selection = slice.Selections[axis];
            var (count, full) = (lengths.Of(selection.Count), lengths.Of(selection.Full));
            long last = selection.Start + ((long)selection.Step * (count - 1));
            if (count > 0 && (selection.Start < 0 || selection.Start >= full || last < 0 || last >= full))
                throw new ArgumentException($"Places {selection.Start + 1} to {last + 1} are not all among {full}.");
            if (slice.IsPut) (first, axes[axis]) = (first + (selection.Start * own[axis]), new CarriedAxis(count, strides[axis], own[axis] * selection.Step));
            else (start, axes[axis]) = (start + (selection.Start * strides[axis]), new CarriedAxis(count, strides[axis] * selection.Step, own[axis]));
        }

        var ordered = Strided.Ordered(axes);
        if (!slice.IsPut && ordered is [] or [{ From: 1, To: 1 }] && Array.TrueForAll(axes, static axis => axis.Length > 0))
            return Steps.View(ValueOf(slice.Argument), start, ordered is [var piece] ? piece.Length : 1);
        var write = Hold(slice.Shape);
        Steps.Add(new CarryStep(slice.Index, [(ValueOf(slice.Argument), start, first, ordered)], write, clears: slice.IsPut, adds: slice.IsPut));
        return write;
    }

    private int OfStack(Stack stack)
    {
        var length = lengths.Of(stack.Shape);
        var strides = Strides(length);
        var write = Hold(stack.Shape);
        var pieces = new (int, int, int, CarriedAxis[])[stack.Parts.Length];
        for (var part = 0; part < pieces.Length; part++)
        {
            budget.Visit();
            var own = Strides(lengths.Of(stack.Parts[part].Shape));
            var axes = Enumerable.Range(0, length.Length).Where(axis => axis != stack.Axis)
                .Select(axis => new CarriedAxis(length[axis], own.Length == 0 ? 0 : own[axis < stack.Axis ? axis : axis - 1], strides[axis]));
            pieces[part] = (ValueOf(stack.Parts[part]), 0, part * strides[stack.Axis], Strided.Ordered(axes));
        }

        Steps.Add(new CarryStep(stack.Index, pieces, write, clears: false, adds: false));
        return write;
    }

    private int Hold(Shape shape) => Steps.Hold(lengths.Of(shape).Aggregate(1.0, static (count, length) => count * length));

    /// <summary>The distance from place to place along each axis, row by row.</summary>
    internal static int[] Strides(int[] lengths)
    {
        var strides = new int[lengths.Length];
        var stride = 1L;
        for (var axis = lengths.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = (int)Math.Min(stride, int.MaxValue);
            stride = Math.Min(stride * lengths[axis], int.MaxValue);
        }

        return strides;
    }
}
