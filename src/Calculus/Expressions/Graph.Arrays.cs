using System.Collections.Immutable;

namespace Calculus.Expressions;

public sealed partial class Graph
{
    /// <summary>The array with one number at every position; the number itself where the shape is a scalar's.</summary>
    public Expression Fill(Rational value, Shape shape)
    {
        if (shape.IsScalar) return Number(value);
        Span<char> labels = stackalloc char[shape.Rank];
        for (var axis = 0; axis < labels.Length; axis++) labels[axis] = (char)('a' + axis);
        var ones = MakeContraction([], labels.ToString(), [.. shape.Dimensions]);
        return value.IsOne ? ones : MakeProduct(value, [ones]);
    }

    /// <summary>A value as a node: lists of numbers, each the decimal that is written.</summary>
    public Expression Literal(ArrayValue value)
    {
        Expression[] numbers = [.. value.Entries.Select(entry => (Expression)Number(Rational.FromDecimal(entry)))];
        if (value.Shape.IsScalar) return numbers[0];
        if (value.Shape.Rank == 1) return Stack(0, numbers);
        var columns = value.Shape[1].Length;
        return Stack(0, [.. Enumerable.Range(0, value.Shape[0].Length).Select(row => Stack(0, numbers.AsSpan(row * columns, columns)))]);
    }

    /// <summary>The node as an array of a shape: a number is repeated at every place.</summary>
    /// <exception cref="ArgumentException">It is an array of another shape.</exception>
    public Expression Fit(Expression node, Shape shape)
    {
        if (node.Shape == shape) return node;
        if (!node.Shape.IsScalar) throw new ArgumentException($"This is {node.Shape}, not {shape}.", nameof(node));
        return node is Number number ? Fill(number.Value, shape) : Product(Rational.One, [node, Fill(Rational.One, shape)]);
    }

    /// <summary>Whether every entry of a node is zero, for every input.</summary>
    public static bool IsZero(Expression node) => node
        is Number { Value.IsZero: true }
        or Product { Coefficient.IsZero: true, Factors: [Contraction { Factors.Length: 0 }] };

    /// <summary>Whether a node is an array of ones.</summary>
    public static bool IsOnes(Expression node) => node is Contraction { Factors.Length: 0 } ones && ones.Out.Length == ones.Dimensions.Length;

    /// <summary>A function of all entries along some axes.</summary>
    /// <param name="reduction">The function.</param>
    /// <param name="argument">The array; a scalar has no axes to reduce along.</param>
    /// <param name="axes">The axes to reduce along; all of them where none is given.</param>
    public Expression Reduce(Reduction reduction, Expression argument, params ReadOnlySpan<int> axes)
    {
        ImmutableArray<int> along = axes.Length == 0 ? [.. Enumerable.Range(0, argument.Shape.Rank)] : [.. axes.ToArray().Order()];
        if (Rewrites)
        {
            _rewriteDepth++;
            var simpler = Reductions.Rewrite(this, reduction, argument, along);
            _rewriteDepth--;
            if (simpler is not null) return simpler;
        }

        var hash = Structure.Mix(Structure.Mix(Structure.Begin(Structure.ReduceTag), (ulong)reduction), argument.Hash);
        foreach (var axis in along) hash = Structure.Mix(hash, (ulong)axis);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Reduce known && known.Reduction == reduction && known.Argument == argument && known.Axes.AsSpan().SequenceEqual(along.AsSpan())) return known;
            hash++;
        }

        return Keep(new Reduce(this, hash, Reductions.FactsOf(reduction, argument.Facts), Reductions.ShapeOf(reduction, argument.Shape, along), reduction, argument, along));
    }

    /// <summary>Entries of an array.</summary>
    /// <param name="argument">The array.</param>
    /// <param name="selections">One for each axis; each one's full length is the axis's.</param>
    public Expression Take(Expression argument, params ReadOnlySpan<Selection> selections)
    {
        if (IsExact && AllOf(selections)) return argument;
        var counts = new Dimension[selections.Length];
        for (var axis = 0; axis < counts.Length; axis++) counts[axis] = selections[axis].Count;
        var shape = new Shape(counts);
        if (IsExact && IsZero(argument)) return Fill(Rational.Zero, shape);
        if (IsExact && IsOnes(argument)) return Fill(Rational.One, shape);
        return MakeSlice(argument, false, selections, shape);
    }

    /// <summary>An array of zeros with entries put into it; entries put to the same position are added.</summary>
    /// <param name="argument">The entries.</param>
    /// <param name="selections">One for each axis; each one's count is the length of the argument's axis.</param>
    public Expression Put(Expression argument, params ReadOnlySpan<Selection> selections)
    {
        if (IsExact && AllOf(selections)) return argument;
        var lengths = new Dimension[selections.Length];
        for (var axis = 0; axis < lengths.Length; axis++) lengths[axis] = selections[axis].Full;
        var shape = new Shape(lengths);
        return IsExact && IsZero(argument) ? Fill(Rational.Zero, shape) : MakeSlice(argument, true, selections, shape);
    }

    /// <summary>Arrays of the same shape stacked along a new axis.</summary>
    /// <param name="axis">The position of the new axis, from 0.</param>
    /// <param name="parts">The arrays, at least one.</param>
    public Expression Stack(int axis, params ReadOnlySpan<Expression> parts)
    {
        var inner = ShapeOf(parts);
        var dimensions = inner.Dimensions.ToArray().ToList();
        dimensions.Insert(axis, parts.Length);
        var hash = Structure.Mix(Structure.Begin(Structure.StackTag), (ulong)axis);
        foreach (var part in parts) hash = Structure.Mix(hash, part.Hash);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Stack known && known.Axis == axis && known.Parts.AsSpan().SequenceEqual(parts)) return known;
            hash++;
        }

        var facts = parts[0].Facts;
        foreach (var part in parts) facts = facts.Or(part.Facts);
        return Keep(new Stack(this, hash, facts, new Shape([.. dimensions]), [.. parts], axis));
    }

    /// <summary>A function of a whole square matrix.</summary>
    public Expression MatrixFunction(MatrixOperation operation, Expression argument)
    {
        if (Rewrites)
        {
            _rewriteDepth++;
            var simpler = MatrixRewrites.Of(this, operation, argument);
            _rewriteDepth--;
            if (simpler is not null) return simpler;
        }

        var hash = Structure.Mix(Structure.Mix(Structure.Begin(Structure.MatrixFunctionTag), (ulong)operation), argument.Hash);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is MatrixFunction known && known.Operation == operation && known.Argument == argument) return known;
            hash++;
        }

        var isMatrix = operation is MatrixOperation.Inverse or MatrixOperation.Cofactors;
        var facts = Facts.AnySign | (operation is MatrixOperation.Determinant or MatrixOperation.Cofactors ? argument.Facts & (Facts.Total | Facts.Integer) : Facts.None);
        return Keep(new MatrixFunction(this, hash, facts, isMatrix ? argument.Shape : Shape.Scalar, operation, argument));
    }

    private Slice MakeSlice(Expression argument, bool isPut, ReadOnlySpan<Selection> selections, Shape shape)
    {
        var hash = Structure.Mix(Structure.Mix(Structure.Begin(Structure.SliceTag), isPut ? 1UL : 0UL), argument.Hash);
        foreach (var selection in selections)
        {
            hash = Structure.Mix(Structure.Mix(hash, (ulong)selection.Start), (ulong)(long)selection.Step);
            hash = Structure.MixDimension(Structure.MixDimension(hash, selection.Count), selection.Full);
        }

        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Slice known && known.IsPut == isPut && known.Argument == argument && known.Selections.AsSpan().SequenceEqual(selections)) return known;
            hash++;
        }

        var facts = isPut ? argument.Facts.Or(Zero.Facts) : argument.Facts;
        return Keep(new Slice(this, hash, facts, shape, argument, isPut, [.. selections]));
    }

    private static bool AllOf(ReadOnlySpan<Selection> selections)
    {
        foreach (var selection in selections)
        {
            if (!selection.IsAll) return false;
        }

        return true;
    }

    // Entry by entry: a number combines with any shape, an array only with its own.
    private static Shape Joined(Shape a, Shape b)
    {
        if (a.IsScalar) return b;
        if (b.IsScalar || a == b) return a;
        throw new ArgumentException($"{a} and {b} do not go together entry by entry.", nameof(b));
    }

    private static Shape ShapeOf(ReadOnlySpan<Expression> nodes)
    {
        var shape = Shape.Scalar;
        foreach (var node in nodes)
        {
            if (!node.Shape.IsScalar) shape = Joined(shape, node.Shape);
        }

        return shape;
    }

    private static Shape ShapeOf(ReadOnlySpan<Term> terms)
    {
        var shape = Shape.Scalar;
        foreach (var term in terms)
        {
            if (!term.Of.Shape.IsScalar) shape = Joined(shape, term.Of.Shape);
        }

        return shape;
    }
}
