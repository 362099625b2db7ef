using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>
/// How functions of all entries are written. Along some axes only, or where the rule of a product leaves out entries, there is
/// index notation: <c>table(i = 1..n, max(X[i]))</c>, <c>table(i = 1..n, prod(j = 1..n, if(j == i, 1, x[j])))</c>.
/// </summary>
/// <param name="reduce">What is written.</param>
/// <param name="argument">Its argument as it is written.</param>
/// <param name="graph">Where it is written.</param>
/// <param name="freshNames">Gives names that nothing else has.</param>
internal sealed class ReductionNotation(Reduce reduce, Expression argument, Graph graph, Func<int, string[]> freshNames)
{
    private Shape Of => reduce.Argument.Shape;

    private bool IsOfAll => reduce.Axes.Length == Of.Rank;

    /// <summary>The reduction as it is written.</summary>
    public Expression Write() => reduce.Reduction switch
    {
        Reduction.Share => Share(),
        Reduction.OtherProducts => OtherProducts(),
        Reduction.OtherPairProducts => OtherPairProducts(),
        // For a matrix these give one number for each row.
        Reduction.LogSumExp or Reduction.ArgMax when Of.Rank <= 2 && reduce.Axes is [var axis] && axis == Of.Rank - 1 => Whole(reduce.Shape),
        Reduction.LogSumExp or Reduction.ArgMax => Along(),
        _ => IsOfAll ? Whole(Shape.Scalar) : Along(),
    };

    private (string Text, string Open, string Close) Named() => reduce.Reduction switch
    {
        Reduction.LogSumExp => ("logsumexp", @"\operatorname{logsumexp}\left(", @"\right)"),
        Reduction.Largest or Reduction.Share => ("max", @"\max\left(", @"\right)"),
        Reduction.Smallest => ("min", @"\min\left(", @"\right)"),
        Reduction.Norm => ("norm", @"\left\| ", @" \right\|"),
        Reduction.Product => ("prod", @"\prod\left(", @"\right)"),
        _ => ("argmax", @"\operatorname{arg\,max}\left(", @"\right)"),
    };

    private Call Whole(Shape shape)
    {
        var (name, open, close) = Named();
        return graph.Written(NotationOf.Around(shape, name + "(", ")", open, close), shape, [argument]);
    }

    // The function of the entries along the axes, at each place of the others.
    private Call Along()
    {
        var kept = Enumerable.Range(0, Of.Rank).Where(axis => !reduce.Axes.Contains(axis)).ToArray();
        var names = new string?[Of.Rank];
        foreach (var (axis, name) in kept.Zip(freshNames(kept.Length))) names[axis] = name;
        var (function, open, close) = Named();
        return Table(
            reduce.Shape, [.. kept.Select(axis => names[axis]!)],
            [function + "(", (0, Level.Postfix), At(names) + ")"], [open, "{", (0, Level.Atom), "}" + Below(names), close]);
    }

    private Expression Share()
    {
        if (IsOfAll) return graph.Choice(Equal.Of(argument, Whole(Shape.Scalar)), graph.One, graph.Zero);
        var names = freshNames(Of.Rank);
        string?[] row = [.. names.Select((name, axis) => reduce.Axes.Contains(axis) ? null : name)];
        var (function, open, close) = Named();
        return Table(
            Of, names,
            ["if(", (0, Level.Postfix), At(names) + $" == {function}(", (0, Level.Postfix), At(row) + "), 1, 0)"],
            [@"\left[ {", (0, Level.Atom), $"}}{Below(names)} = {open}{{", (0, Level.Atom), $@"}}{Below(row)}{close} \right]"]);
    }

    // At each place the product of the entries at all other places along the axes.
    private Call OtherProducts()
    {
        var (names, inner) = (freshNames(Of.Rank), freshNames(reduce.Axes.Length));
        var (text, latex) = ProductBut(names, inner, Same(inner, names), Other(inner, [names]));
        return Table(Of, names, text, latex);
    }

    private Call OtherPairProducts()
    {
        var names = freshNames(2 * Of.Rank);
        var (first, second, inner) = (names[..Of.Rank], names[Of.Rank..], freshNames(reduce.Axes.Length));
        var (product, typeset) = ProductBut(first, inner, $"{Same(inner, first)} or {Same(inner, second)}", Other(inner, [first, second]));
        var pairs = reduce.Axes.Select(axis => (first[axis], second[axis])).ToList();
        var rows = Enumerable.Range(0, Of.Rank).Except(reduce.Axes).Select(axis => $"{first[axis]} == {second[axis]}").ToList();
        var same = string.Join(" and ", pairs.Select(static pair => $"{pair.Item1} == {pair.Item2}"));
        List<NotationPiece> text = rows.Count == 0
            ? [$"if({same}, 0, ", .. product, ")"]
            : [$"if({string.Join(" and ", rows)} and not ({same}), ", .. product, ", 0)"];
        var delta = string.Concat(rows.Select(static row => $@"\delta_{{{row.Replace(" == ", " ", StringComparison.Ordinal)}}} "));
        List<NotationPiece> latex = [$@"{delta}\left( 1 - {string.Concat(pairs.Select(static pair => $@"\delta_{{{pair.Item1} {pair.Item2}}}"))} \right) ", .. typeset];
        return Table(reduce.Shape, names, text, latex);
    }

    // prod(k = 1..n, if(k == i, 1, x[k])): there is no division, so zeros do no harm.
    private (List<NotationPiece> Text, List<NotationPiece> Latex) ProductBut(string[] outer, string[] inner, string leftOut, string latexLeft)
    {
        string?[] names = [.. outer];
        for (var place = 0; place < inner.Length; place++) names[reduce.Axes[place]] = inner[place];
        var ranges = string.Concat(inner.Select((name, place) => $"{name} = 1..{Of[reduce.Axes[place]]}, "));
        return (
            [$"prod({ranges}if({leftOut}, 1, ", (0, Level.Postfix), At(names) + "))"],
            [$@"\prod_{{{latexLeft}}} {{", (0, Level.Atom), "}" + Below(names)]);
    }

    private string Same(string[] inner, string[] outer) => string.Join(" and ", inner.Select((name, place) => $"{name} == {outer[reduce.Axes[place]]}"));

    private string Other(string[] inner, string[][] outer)
    {
        string Places(IEnumerable<string> names) => inner.Length == 1 ? string.Concat(names) : $"({string.Join(", ", names)})";
        return $@"{Places(inner)} \notin \{{{string.Join(", ", outer.Select(names => Places(reduce.Axes.Select(axis => names[axis]))))}\}}";
    }

    private Call Table(Shape shape, string[] names, IReadOnlyList<NotationPiece> text, IReadOnlyList<NotationPiece> latex)
    {
        var ranges = string.Concat(names.Select((name, axis) => $"{name} = 1..{shape[axis]}, "));
        return graph.Written(
            new Notation(Level.Postfix, shape, [$"table({ranges}", .. text, ")"], [@"\left[ ", .. latex, $@" \right]_{{{string.Join(' ', names)}}}"]), shape, [argument]);
    }

    // X[i], X[:, j], T[i, :, k]: a whole axis at the end needs no sign.
    private static string At(string?[] names)
    {
        var last = Array.FindLastIndex(names, static name => name is not null);
        return last < 0 ? string.Empty : $"[{string.Join(", ", names.Take(last + 1).Select(static name => name ?? ":"))}]";
    }

    private static string Below(string?[] names) => $"_{{{string.Join(' ', names.Select(static name => name ?? ":"))}}}";
}
