using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Functions of the entries along some axes as loops: over the axes that stay, and inside them over the others.</summary>
/// <param name="walk">The walk.</param>
/// <param name="arrays">Where arrays are stored.</param>
internal sealed class LoopReductions(Formulas walk, LoopArrays arrays)
{
    /// <summary>The code of a reduction.</summary>
    public Fragment Of(Reduce node)
    {
        var from = arrays.Held(node.Argument);
        var shape = node.Argument.Shape;
        Dimension[] lengths = shape.Dimensions.ToArray();
        var indices = arrays.Indices(shape.Rank);
        int[] kept = [.. Enumerable.Range(0, shape.Rank).Where(axis => !node.Axes.Contains(axis))];
        var (name, entry) = (walk.NameForPart(), default(Fragment));
        if (node.Shape.IsScalar) walk.Add(arrays.Line($"double {name} = 0.0;"));
        else (name, entry) = arrays.Hold(node, isCleared: node.Reduction == Reduction.OtherPairProducts);

        var x = $"{from}[{LoopArrays.Offset(indices, lengths)}]";
        var first = $"{from}[{LoopArrays.Offset([.. indices.Select((index, axis) => node.Axes.Contains(axis) ? "0" : index)], lengths)}]";
        var along = string.Join(" ", node.Axes.Select(axis => arrays.Loop(indices[axis], lengths[axis].Length)));
        var result = node.Shape.IsScalar ? name : $"{name}[{LoopArrays.Offset([.. kept.Select(axis => indices[axis])], [.. kept.Select(axis => lengths[axis])])}]";
        IReadOnlyList<string> statements = node.Reduction switch
        {
            Reduction.Share or Reduction.OtherProducts or Reduction.OtherPairProducts => Spread(node, from, name, indices, x, first, along),
            _ => Single(node.Reduction, x, first, along, result),
        };
        arrays.Nest(kept.Select(axis => (indices[axis], (long)lengths[axis].Length)), statements);
        return node.Shape.IsScalar ? arrays.HoldNumber(node, name) : entry;
    }

    private string Number(string value, out string name)
    {
        name = walk.NameForPart();
        return arrays.Line($"double {name} = {value};");
    }

    private string[] Single(Reduction reduction, string x, string first, string along, string result)
    {
        switch (reduction)
        {
            case Reduction.LogSumExp:
                return [Number(first, out var top), $"{along} if ({x} > {top}) {top} = {x};", Number("0.0", out var sum),
                    $"{along} {sum} += {arrays.Line($"exp({x} - {top})")};", $"{result} = {top} + {arrays.Line($"log({sum})")};"];
            case Reduction.Largest or Reduction.Smallest:
                return [Number(first, out var extreme), $"{along} if ({x} {(reduction == Reduction.Largest ? ">" : "<")} {extreme}) {extreme} = {x};", $"{result} = {extreme};"];
            case Reduction.Norm:
                // Squares of entries divided by the largest absolute value neither overflow nor vanish.
                return [Number("0.0", out var size), $"{along} if ({arrays.Line($"fabs({x})")} > {size}) {size} = {arrays.Line($"fabs({x})")};", Number("0.0", out var squares),
                    $"{along} {squares} += {size} > 0.0 ? ({x} / {size}) * ({x} / {size}) : 0.0;", $"{result} = {size} * {arrays.Line($"sqrt({squares})")};"];
            case Reduction.Product:
                return [Number("1.0", out var product), $"{along} {product} *= {x};", $"{result} = {product};"];
            default:
                return [Number(first, out var largest), Number("0.0", out var turn), Number("1.0", out var place),
                    $"{along} {{", $"    {turn} += 1.0;", $"    if ({x} > {largest}) {{ {largest} = {x}; {place} = {turn}; }}", "}", $"{result} = {place};"];
        }
    }

    // Keeps the positions: the loops over the axes run once more for each position.
    private List<string> Spread(Reduce node, string from, string name, string[] indices, string x, string first, string along)
    {
        Dimension[] lengths = node.Argument.Shape.Dimensions.ToArray();
        var place = LoopArrays.Offset(indices, lengths);
        if (node.Reduction == Reduction.Share)
        {
            return [Number(first, out var top), $"{along} if ({x} > {top}) {top} = {x};", Number("0.0", out var ties),
                $"{along} if ({x} == {top}) {ties} += 1.0;", $"{along} {name}[{place}] = {x} == {top} ? 1.0 / {ties} : 0.0;"];
        }

        var (others, othersAlong) = Again(node, indices, 1);
        var other = LoopArrays.Offset(others, lengths);
        if (node.Reduction == Reduction.OtherProducts)
        {
            return [$"{along} {{", "    " + Number("1.0", out var product),
                $"    {othersAlong} if ({other} != {place}) {product} *= {from}[{other}];", $"    {name}[{place}] = {product};", "}"];
        }

        var (thirds, thirdsAlong) = Again(node, indices, 2);
        var third = LoopArrays.Offset(thirds, lengths);
        var entries = node.Argument.Shape.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [$"{along} {othersAlong} if ({place} != {other}) {{", "    " + Number("1.0", out var rest),
            $"    {thirdsAlong} if ({third} != {place} && {third} != {other}) {rest} *= {from}[{third}];", $"    {name}[({place}) * {entries} + {other}] = {rest};", "}"];
    }

    private (string[] Indices, string Along) Again(Reduce node, string[] indices, int turn)
    {
        var more = arrays.Indices(indices.Length * (turn + 1));
        string[] again = [.. indices.Select((index, axis) => node.Axes.Contains(axis) ? more[(indices.Length * turn) + axis] : index)];
        return (again, string.Join(" ", node.Axes.Select(axis => arrays.Loop(again[axis], node.Argument.Shape[axis].Length))));
    }
}
