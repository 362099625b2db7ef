using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs.Arrays;

namespace Calculus.Certification;

/// <summary>The nodes that work on whole arrays, in an arithmetic of enclosed numbers.</summary>
/// <typeparam name="T">An enclosed number.</typeparam>
/// <param name="arithmetic">The arithmetic.</param>
/// <param name="lengths">How long every axis is.</param>
/// <param name="budget">Asked now and then.</param>
internal sealed class ArrayNodes<T>(IArithmetic<T> arithmetic, Lengths lengths, Budget budget)
{
    private readonly Rows<T> _rows = new(arithmetic);
    private readonly SquareMatrix<T> _matrices = new(arithmetic, budget);

    /// <summary>The entries of a node from those of its children.</summary>
    public T[] Of(Expression node, T[][] children) => node switch
    {
        Contraction contraction => OfContraction(contraction, children),
        Reduce reduce => OfReduce(reduce, children[0]),
        Slice slice => OfSlice(slice, children[0]),
        Expressions.Stack stack => OfStack(stack, children),
        MatrixFunction function => _matrices.Of(function.Operation, children[0], lengths.Of(function.Argument.Shape)[0]),
        _ => throw new NotSupportedException($"Nothing encloses a {node.GetType().Name}."),
    };

    // Every combination of the labels: an entry of the result for those that stay, a sum over the others.
    private T[] OfContraction(Contraction contraction, T[][] factors)
    {
        int[] length = [.. contraction.Dimensions.Select(lengths.Of)];
        var ownLengths = lengths.Of(contraction.Shape);
        var result = new T[Count(ownLengths)];
        Array.Fill(result, arithmetic.Of(Rational.Zero));
        if (length.Contains(0)) return result;
        var one = arithmetic.Of(Rational.One);
        var steps = contraction.Factors.Select((factor, i) => StepsOf(factor.Labels, lengths.Of(factor.Of.Shape), factors[i].Length)).ToArray();
        var own = StepsOf(contraction.Out, ownLengths, result.Length);
        // The label that runs fastest is the last: all factors go on by the same steps along it.
        var inner = length.Length - 1;
        var (run, ownStep) = inner < 0 ? (1, 0) : (length[inner], own[inner]);
        int[] innerSteps = [.. steps.Select(along => inner < 0 ? 0 : along[inner])];
        var (index, at, place) = (new int[length.Length], new int[factors.Length], 0);
        while (true)
        {
            budget.Visit();
            for (var k = 0; k < run; k++)
            {
                var product = factors.Length == 0 ? one : factors[0][at[0] + (k * innerSteps[0])];
                for (var i = 1; i < factors.Length; i++) product = arithmetic.Multiply(product, factors[i][at[i] + (k * innerSteps[i])]);
                ref var total = ref result[place + (k * ownStep)];
                total = arithmetic.Add(total, product);
            }

            var label = inner - 1;
            for (; label >= 0; label--)
            {
                var isLast = ++index[label] == length[label];
                var by = isLast ? 1 - length[label] : 1;
                for (var i = 0; i < at.Length; i++) at[i] += by * steps[i][label];
                place += by * own[label];
                if (!isLast) break;
                index[label] = 0;
            }

            if (label < 0) return result;
        }

        int[] StepsOf(string labels, int[] ofShape, int count)
        {
            var strides = ArrayLowering.Strides(ofShape);
            var each = new int[length.Length];
            for (var axis = 0; axis < labels.Length && count > 1; axis++) each[labels[axis] - 'a'] += strides[axis];
            return each;
        }
    }

    // The array row by row along the axes that are reduced.
    private T[] OfReduce(Reduce reduce, T[] argument)
    {
        var ofArgument = lengths.Of(reduce.Argument.Shape);
        var strides = ArrayLowering.Strides(ofArgument);
        int[] kept = [.. Enumerable.Range(0, ofArgument.Length).Where(axis => !reduce.Axes.Contains(axis))];
        var (rows, within) = (Offsets(kept, ofArgument, strides), Offsets([.. reduce.Axes], ofArgument, strides));
        var isPairs = reduce.Reduction == Reduction.OtherPairProducts;
        var keepsShape = reduce.Reduction is Reduction.Share or Reduction.OtherProducts;
        var result = new T[isPairs ? argument.Length * argument.Length : keepsShape ? argument.Length : rows.Length];
        if (isPairs) Array.Fill(result, arithmetic.Of(Rational.Zero));
        for (var row = 0; row < rows.Length; row++)
        {
            budget.Visit();
            var start = rows[row];
            var values = _rows.Of(reduce.Reduction, Array.ConvertAll(within, offset => argument[start + offset]));
            for (var i = 0; i < values.Length; i++)
            {
                if (isPairs) result[((start + within[i / within.Length]) * argument.Length) + start + within[i % within.Length]] = values[i];
                else result[keepsShape ? start + within[i] : row] = values[i];
            }
        }

        return result;
    }

    private T[] OfSlice(Slice slice, T[] argument)
    {
        var (from, to) = (lengths.Of(slice.Argument.Shape), lengths.Of(slice.Shape));
        var (strides, own) = (ArrayLowering.Strides(from), ArrayLowering.Strides(to));
        int[] axes = [.. Enumerable.Range(0, from.Length)];
        int[] counts = [.. slice.Selections.Select(selection => lengths.Of(selection.Count))];
        int[] selected = [.. Enumerable.Range(0, from.Length).Select(axis => (slice.IsPut ? own : strides)[axis] * slice.Selections[axis].Step)];
        var start = 0;
        for (var axis = 0; axis < from.Length; axis++) start += slice.Selections[axis].Start * (slice.IsPut ? own : strides)[axis];
        var (there, here) = (Offsets(axes, counts, selected), Offsets(axes, counts, slice.IsPut ? strides : own));
        var result = new T[Count(to)];
        if (slice.IsPut) Array.Fill(result, arithmetic.Of(Rational.Zero));
        for (var i = 0; i < there.Length; i++)
        {
            if (slice.IsPut) result[start + there[i]] = arithmetic.Add(result[start + there[i]], argument[here[i]]);
            else result[here[i]] = argument[start + there[i]];
        }

        return result;
    }

    private T[] OfStack(Expressions.Stack stack, T[][] parts)
    {
        var length = lengths.Of(stack.Shape);
        var strides = ArrayLowering.Strides(length);
        int[] others = [.. Enumerable.Range(0, length.Length).Where(axis => axis != stack.Axis)];
        var offsets = Offsets(others, length, strides);
        var result = new T[Count(length)];
        for (var part = 0; part < parts.Length; part++)
        {
            budget.Visit();
            for (var i = 0; i < offsets.Length; i++) result[offsets[i] + (part * strides[stack.Axis])] = parts[part].Length == 1 ? parts[part][0] : parts[part][i];
        }

        return result;
    }

    // The places of all combinations of some axes, the last axis running fastest.
    private static int[] Offsets(int[] axes, int[] length, int[] strides)
    {
        int[] offsets = [0];
        foreach (var axis in axes) offsets = [.. offsets.SelectMany(offset => Enumerable.Range(0, length[axis]).Select(index => offset + (index * strides[axis])))];
        return offsets;
    }

    private static int Count(int[] length) => length.Aggregate(1, static (count, each) => count * each);
}
