using Calculus.Expressions;

namespace Calculus.Tests.Programs.Arrays;

/// <summary>Every node by the loops of its definition.</summary>
internal sealed class NaiveArrays(Func<Symbol, ArrayValue> valueOf)
{
    private readonly Dictionary<Expression, ArrayValue> _values = [];

    public ArrayValue Of(Expression root)
    {
        foreach (var node in Reachable.From(root)) _values[node] = _values.GetValueOrDefault(node) ?? Value(node);
        return _values[root];
    }

    public static int Count(Shape shape) => Lengths(shape).Aggregate(1, (product, length) => product * length);

    public static IEnumerable<int[]> Places(int[] lengths)
    {
        var place = new int[lengths.Length];
        if (lengths.Contains(0)) yield break;
        while (true)
        {
            yield return place;
            var axis = lengths.Length - 1;
            for (; axis >= 0 && ++place[axis] == lengths[axis]; axis--) place[axis] = 0;
            if (axis < 0) yield break;
        }
    }

    private static int[] Lengths(Shape shape) => [.. shape.Dimensions.ToArray().Select(dimension => dimension.Length)];

    private static int Index(Shape shape, int[] place)
    {
        var index = 0;
        for (var axis = 0; axis < shape.Rank; axis++) index = (index * shape[axis].Length) + place[axis];
        return index;
    }

    private double Entry(Expression node, int entry) => _values[node].Entries[node.Shape.IsScalar ? 0 : entry];

    private ArrayValue Value(Expression node) => node switch
    {
        Number number => ArrayValue.Of(number.Value.ToDouble()),
        Symbol symbol => valueOf(symbol),
        Sum sum => Each(node, entry => sum.Terms.Aggregate(sum.Constant.ToDouble(), (total, term) => total + (term.Coefficient.ToDouble() * Entry(term.Of, entry)))),
        Product product => Each(node, entry => product.Factors.Aggregate(product.Coefficient.ToDouble(), (total, factor) => total * Entry(factor, entry))),
        Call call => Each(node, entry => call.Function.Value([.. call.Arguments.Select(argument => Entry(argument, entry))])),
        Choice choice => Each(node, entry => Entry(choice.Condition, entry) != 0 ? Entry(choice.Then, entry) : Entry(choice.Otherwise, entry)),
        Contraction contraction => Contracted(contraction),
        Reduce reduce => Reduced(reduce),
        Slice slice => Sliced(slice),
        Stack stack => Stacked(stack),
        MatrixFunction function => new ArrayValue(node.Shape, OfMatrix(function)),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static ArrayValue Each(Expression node, Func<int, double> entry) => new(node.Shape, [.. Enumerable.Range(0, Count(node.Shape)).Select(entry)]);

    private ArrayValue Contracted(Contraction node)
    {
        var entries = new double[Count(node.Shape)];
        foreach (var place in Places([.. node.Dimensions.Select(dimension => dimension.Length)]))
        {
            var product = 1.0;
            foreach (var factor in node.Factors) product *= _values[factor.Of].Entries[Index(factor.Of.Shape, [.. factor.Labels.Select(label => place[label - 'a'])])];
            entries[Index(node.Shape, [.. node.Out.Select(label => place[label - 'a'])])] += product;
        }

        return new ArrayValue(node.Shape, entries);
    }

    private ArrayValue Reduced(Reduce node)
    {
        var (shape, argument) = (node.Argument.Shape, _values[node.Argument].Entries);
        double[] Row(int[] at) => [.. Places(Lengths(shape)).Where(place => !Enumerable.Range(0, shape.Rank).Any(axis => !node.Axes.Contains(axis) && place[axis] != at[axis])).Select(place => argument[Index(shape, place)])];
        double[] Others(int[] at, params int[][] left) =>
            [.. Places(Lengths(shape)).Where(place => !Enumerable.Range(0, shape.Rank).Any(axis => !node.Axes.Contains(axis) && place[axis] != at[axis]) && !left.Any(other => other.SequenceEqual(place))).Select(place => argument[Index(shape, place)])];
        static double Product(double[] row) => row.Aggregate(1.0, (a, b) => a * b);
        var entries = new double[Count(node.Shape)];
        foreach (var given in Places(Lengths(node.Shape)))
        {
            int[] at = [.. given];
            if (node.Shape.Rank < shape.Rank)
            {
                var kept = new Queue<int>(given);
                at = [.. Enumerable.Range(0, shape.Rank).Select(axis => node.Axes.Contains(axis) ? 0 : kept.Dequeue())];
            }

            var row = Row(at);
            entries[Index(node.Shape, given)] = node.Reduction switch
            {
                Reduction.LogSumExp => Math.Log(row.Sum(Math.Exp)),
                Reduction.Largest => row.Max(),
                Reduction.Smallest => row.Min(),
                Reduction.Norm => Math.Sqrt(row.Sum(x => x * x)),
                Reduction.Product => Product(row),
                Reduction.ArgMax => Array.IndexOf(row, row.Max()) + 1,
                Reduction.Share => argument[Index(shape, at)] == row.Max() ? 1.0 / row.Count(x => x == row.Max()) : 0,
                Reduction.OtherProducts => Product(Others(at, at)),
                Reduction.Softmax => Math.Exp(argument[Index(shape, at)]) / row.Sum(Math.Exp),
                _ => Pair(at[..shape.Rank], at[shape.Rank..]),
            };
        }

        return new ArrayValue(node.Shape, entries);

        double Pair(int[] a, int[] b) => a.SequenceEqual(b) || Enumerable.Range(0, shape.Rank).Any(axis => !node.Axes.Contains(axis) && a[axis] != b[axis]) ? 0 : Product(Others(a, a, b));
    }

    private ArrayValue Sliced(Slice node)
    {
        var entries = new double[Count(node.Shape)];
        foreach (var place in Places([.. node.Selections.Select(selection => selection.Count.Length)]))
        {
            int[] there = [.. node.Selections.Select((selection, axis) => selection.Start + (selection.Step * place[axis]))];
            if (node.IsPut) entries[Index(node.Shape, there)] += _values[node.Argument].Entries[Index(node.Argument.Shape, place)];
            else entries[Index(node.Shape, place)] = _values[node.Argument].Entries[Index(node.Argument.Shape, there)];
        }

        return new ArrayValue(node.Shape, entries);
    }

    private ArrayValue Stacked(Stack node)
    {
        var entries = new double[Count(node.Shape)];
        foreach (var place in Places(Lengths(node.Shape)))
        {
            var part = node.Parts[place[node.Axis]];
            entries[Index(node.Shape, place)] = Entry(part, Index(part.Shape, [.. place.Where((_, axis) => axis != node.Axis)]));
        }

        return new ArrayValue(node.Shape, entries);
    }

    private double[] OfMatrix(MatrixFunction node)
    {
        var (matrix, n) = (_values[node.Argument].Entries, node.Argument.Shape[0].Length);
        var determinant = Determinant(matrix, n);
        return node.Operation switch
        {
            MatrixOperation.Determinant => [determinant],
            MatrixOperation.LogDeterminant => [Math.Log(determinant)],
            MatrixOperation.Cofactors => [.. Enumerable.Range(0, n * n).Select(entry => Cofactor(matrix, n, entry / n, entry % n))],
            _ => [.. Enumerable.Range(0, n * n).Select(entry => Cofactor(matrix, n, entry % n, entry / n) / determinant)],
        };
    }

    public static double Cofactor(double[] matrix, int n, int row, int column) => ((row + column) % 2 == 0 ? 1 : -1)
        * Determinant([.. matrix.Where((_, entry) => entry / n != row && entry % n != column)], n - 1);

    // By minors of the first row.
    private static double Determinant(double[] matrix, int n) => n == 0 ? 1 : Enumerable.Range(0, n).Sum(column => matrix[column] * Cofactor(matrix, n, 0, column));
}
