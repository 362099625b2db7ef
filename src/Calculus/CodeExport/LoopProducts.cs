using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Contractions as loops: over the labels that stay, and inside them over those that are summed.</summary>
/// <param name="walk">The walk.</param>
/// <param name="arrays">Where arrays are stored.</param>
internal sealed class LoopProducts(Formulas walk, LoopArrays arrays)
{
    private const int MostLabels = 16;

    private sealed record Part(string Code, string Labels, bool IsArray);

    /// <summary>The code of a contraction.</summary>
    public Fragment Of(Contraction node)
    {
        if (node.Dimensions.Length > MostLabels) throw new CodeException("language", "A product of this many arrays cannot be written as loops.");
        List<Part> parts = [.. node.Factors.Select(factor => factor.Labels.Length == 0
            ? new Part(walk.Value(factor.Of).At(Tightness.Sign), "", IsArray: false)
            : new Part(arrays.Held(factor.Of), factor.Labels, IsArray: true))];
        var indices = arrays.Indices(node.Dimensions.Length);
        while (parts.Count > 2 && IsWorthSplitting(node, parts)) Split(node, parts, indices);

        string[] kept = [.. node.Out.Distinct().Select(label => indices[label - 'a'])];
        string[] summed = [.. Labels(parts).Where(label => !node.Out.Contains(label, StringComparison.Ordinal)).Select(label => indices[label - 'a'])];
        var product = parts.Count == 0 ? "1.0" : string.Join(" * ", parts.Select(part => Code(node, part, indices)));
        if (node.Shape.IsScalar)
        {
            var number = walk.NameForPart();
            walk.Add(arrays.Line($"double {number} = 0.0;"));
            arrays.Nest(Loops(node, Labels(parts), indices), $"{number} += {product};");
            return arrays.HoldNumber(node, number);
        }

        var (name, entry) = arrays.Hold(node, isCleared: kept.Length < node.Out.Length);
        var place = $"{name}[{LoopArrays.Offset([.. node.Out.Select(label => indices[label - 'a'])], node.Shape.Dimensions.ToArray())}]";
        Fill(node, place, product, [.. node.Out.Distinct()], [.. Labels(parts).Where(label => !node.Out.Contains(label, StringComparison.Ordinal))], indices);
        return entry;
    }

    private void Fill(Contraction node, string place, string product, char[] kept, char[] summed, string[] indices)
    {
        if (summed.Length == 0)
        {
            arrays.Nest(Loops(node, kept, indices), $"{place} = {product};");
            return;
        }

        var sum = walk.NameForPart();
        arrays.Nest(Loops(node, kept, indices),
            arrays.Line($"double {sum} = 0.0;"), $"{string.Join(" ", Loops(node, summed, indices).Select(loop => arrays.Loop(loop.Index, loop.Count)))} {sum} += {product};", $"{place} = {sum};");
    }

    private static IEnumerable<(string Index, long Count)> Loops(Contraction node, IEnumerable<char> labels, string[] indices) =>
        labels.Select(label => (indices[label - 'a'], (long)node.DimensionOf(label).Length));

    private static IReadOnlyList<char> Labels(IEnumerable<Part> parts) => [.. parts.SelectMany(static part => part.Labels).Distinct().Order()];

    private static string Code(Contraction node, Part part, string[] indices) => part.IsArray
        ? $"{part.Code}[{LoopArrays.Offset([.. part.Labels.Select(label => indices[label - 'a'])], [.. part.Labels.Select(node.DimensionOf)])}]"
        : part.Code;

    private static double Size(Contraction node, IEnumerable<char> labels) => labels.Distinct().Aggregate(1.0, (size, label) => size * node.DimensionOf(label).Length);

    // One nest over all labels is best where it is no larger than the largest factor or the result.
    private static bool IsWorthSplitting(Contraction node, List<Part> parts) =>
        Size(node, Labels(parts)) > Math.Max(Size(node, node.Out), parts.Max(part => Size(node, part.Labels)));

    // The two factors whose nest is the smallest become one.
    private void Split(Contraction node, List<Part> parts, string[] indices)
    {
        var (first, second, best) = (0, 1, double.PositiveInfinity);
        for (var i = 0; i < parts.Count; i++)
        {
            for (var k = i + 1; k < parts.Count; k++)
            {
                walk.Budget.Visit();
                var size = Size(node, parts[i].Labels.Concat(parts[k].Labels));
                if (size < best) (first, second, best) = (i, k, size);
            }
        }

        Part[] pair = [parts[first], parts[second]];
        parts.RemoveAt(second);
        parts.RemoveAt(first);
        char[] kept = [.. Labels(pair).Where(label => node.Out.Contains(label, StringComparison.Ordinal) || parts.Exists(part => part.Labels.Contains(label, StringComparison.Ordinal)))];
        char[] summed = [.. Labels(pair).Except(kept)];
        var product = string.Join(" * ", pair.Select(part => Code(node, part, indices)));
        var name = walk.NameForPart();
        if (kept.Length == 0)
        {
            walk.Add(arrays.Line($"double {name} = 0.0;"));
            arrays.Nest(Loops(node, summed, indices), $"{name} += {product};");
            parts.Add(new Part(name, "", IsArray: false));
            return;
        }

        var shape = new Shape([.. kept.Select(node.DimensionOf)]);
        arrays.Declare(name, shape);
        Fill(node, $"{name}[{LoopArrays.Offset([.. kept.Select(label => indices[label - 'a'])], shape.Dimensions.ToArray())}]", product, kept, summed, indices);
        parts.Add(new Part(name, new string(kept), IsArray: true));
    }
}
