using System.Globalization;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Arrays in Python: whole arrays are operands, and products are written in matrix notation where there is one.</summary>
/// <param name="formulas">The walk.</param>
/// <param name="dialect">The library.</param>
internal sealed class PythonArrays(Formulas formulas, PythonDialect dialect) : ArrayWriter(formulas)
{
    private string Np => dialect.Library;

    /// <inheritdoc/>
    public override Fragment Range(int length) => Atom($"{Np}arange(1.0, {length + 1}.0)");

    /// <inheritdoc/>
    public override Fragment Named(Expression node, string name, Fragment fragment)
    {
        Walk.Add(dialect.Let(name, fragment));
        return Fragment.Atom(name) with { IsCondition = fragment.IsCondition, IsPlain = fragment.IsPlain };
    }

    /// <inheritdoc/>
    public override Fragment Of(Expression node) => node switch
    {
        Contraction contraction => new PythonProducts(Walk, dialect).Of(contraction),
        Reduce reduce => OfReduce(reduce, Walk.Value(reduce.Argument).Text),
        Slice slice => slice.IsPut ? Put(slice) : Taken(slice),
        Stack stack => OfStack(stack),
        MatrixFunction function => OfMatrix(function.Operation, Walk.Value(function.Argument).Text),
        _ => throw new CodeException("language", $"{dialect.Language} has no counterpart of this function."),
    };

    private static Fragment Atom(FormattableString text) => Fragment.Atom(text.ToString(CultureInfo.InvariantCulture));

    private Fragment OfMatrix(MatrixOperation operation, string matrix) => Fragment.Atom(operation switch
    {
        MatrixOperation.Inverse => $"{Np}linalg.inv({matrix})",
        MatrixOperation.Determinant => $"{Np}linalg.det({matrix})",
        MatrixOperation.LogDeterminant => $"log_determinant({matrix})",
        _ => $"cofactors({matrix})",
    });

    private Fragment OfReduce(Reduce node, string x)
    {
        var isWhole = node.Axes.Length == node.Argument.Shape.Rank;
        var axes = node.Axes is [var only] ? Text(only) : $"({string.Join(", ", node.Axes.Select(static axis => Text(axis)))})";
        var along = isWhole ? "" : $", axis={axes}";
        return node.Reduction switch
        {
            Reduction.LogSumExp => Fragment.Atom(dialect.LogSumExp(x, axes)),
            Reduction.Largest => Fragment.Atom($"{dialect.Largest}({x}{along})"),
            Reduction.Smallest => Fragment.Atom($"{dialect.Smallest}({x}{along})"),
            Reduction.Norm => Fragment.Atom($"{Np}linalg.norm({x}{along})"),
            Reduction.Product => Fragment.Atom(isWhole ? $"{Np}prod({x})" : node.Axes.Reverse().Aggregate(x, (of, axis) => $"{Np}prod({of}, axis={Text(axis)})")),
            Reduction.ArgMax when isWhole || node.Axes.Length == 1 => new Fragment($"{Np}argmax({x}{along}) + 1.0", Tightness.Sum),
            Reduction.Share => Fragment.Atom($"share({x}, {axes})"),
            Reduction.OtherProducts => OfOthers(node, x, isWhole),
            Reduction.OtherPairProducts when isWhole => Fragment.Atom(node.Argument.Shape.Rank == 1 ? $"other_pair_products({x})" : $"{Np}reshape(other_pair_products({Np}reshape({x}, (-1,))), {Lengths(node.Shape)})"),
            _ => throw new CodeException("of", $"The second derivatives of products along some axes cannot be written in {dialect.Language}."),
        };
    }

    private Fragment OfOthers(Reduce node, string x, bool isWhole)
    {
        if (isWhole) return Fragment.Atom(node.Argument.Shape.Rank == 1 ? $"other_products({x})" : $"{Np}reshape(other_products({Np}reshape({x}, (-1,))), {Lengths(node.Shape)})");
        return node.Axes is [var axis]
            ? Fragment.Atom(axis == node.Shape.Rank - 1 ? $"other_products({x})" : $"{Np}moveaxis(other_products({Np}moveaxis({x}, {Text(axis)}, -1)), -1, {Text(axis)})")
            : throw new CodeException("of", $"The derivatives of products along several axes cannot be written in {dialect.Language}.");
    }

    private Fragment Taken(Slice slice)
    {
        var x = Walk.Value(slice.Argument);
        // Entries read backwards or repeatedly are taken by their positions; the rest by a slice.
        for (var axis = 0; axis < slice.Selections.Length; axis++)
        {
            var (start, step, count, _) = slice.Selections[axis];
            if (step > 0) continue;
            var places = step == 0 ? $"{Np}full(({count},), {Text(start)})" : $"{Np}arange({Text(start)}, {Text(start + (step * count.Length))}, {Text(step)})";
            x = Fragment.Atom(dialect.Take(x.Text, places, axis));
        }

        var slices = slice.Selections.Select(static each => each.IsAll || each.Step <= 0 ? ":" : SliceText(each)).ToList();
        while (slices.Count > 0 && slices[^1] is ":") slices.RemoveAt(slices.Count - 1);
        return slices.Count == 0 ? x : Fragment.Atom($"{x.At(Tightness.Atom)}[{string.Join(", ", slices)}]");
    }

    private static string SliceText(Selection each)
    {
        var end = each.Start + ((each.Count.Length - 1) * each.Step) + 1;
        var (from, to) = (each.Start == 0 ? "" : Text(each.Start), end == each.Full.Length ? "" : Text(end));
        return each.Step == 1 || each.Count.Length == 1 ? $"{from}:{to}" : $"{from}:{to}:{Text(each.Step)}";
    }

    private Fragment Put(Slice slice)
    {
        var x = Walk.Value(slice.Argument).Text;
        for (var axis = 0; axis < slice.Selections.Length; axis++)
        {
            var (start, step, _, full) = slice.Selections[axis];
            if (!slice.Selections[axis].IsAll) x = $"put({x}, {Text(axis)}, {Text(start)}, {Text(step)}, {full})";
        }

        return Fragment.Atom(x);
    }

    private Fragment OfStack(Stack stack)
    {
        Fragment[] parts = [.. stack.Parts.Select(Walk.Value)];
        if (Array.TrueForAll(parts, static part => part.IsPlain)) return Fragment.Atom($"{dialect.Literal}([{string.Join(", ", parts.Select(static part => part.Text))}])");
        var list = string.Join(", ", parts.Select(part => dialect.AsArray(part).Text));
        return Fragment.Atom(stack.Axis == 0 ? $"{Np}stack([{list}])" : $"{Np}stack([{list}], axis={Text(stack.Axis)})");
    }

    /// <summary>The lengths of a shape's axes as a tuple.</summary>
    public static string Lengths(Shape shape) => Lengths(shape.Dimensions.ToArray());

    /// <summary>Lengths as a tuple.</summary>
    public static string Lengths(params IReadOnlyList<Dimension> lengths) => lengths is [var only] ? $"({only},)" : $"({string.Join(", ", lengths)})";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
