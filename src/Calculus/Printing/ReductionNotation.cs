using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>
/// How functions of all entries are written, <c>max(X)</c>, and those along one axis, <c>max(X, axis=0)</c>. Along several axes, or where
/// the rule of a product leaves out entries, there is index notation: <c>table(i = 1..n, prod(j = 1..n, if(j == i, 1, x[j])))</c>.
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
        _ when IsOfAll && reduce.Reduction is not (Reduction.LogSumExp or Reduction.ArgMax) => Whole(Shape.Scalar),
        _ => reduce.Axes is [var along] ? AlongOne(along) : Along(),
    };

    private (string Name, string Open, string Close) Named() => reduce.Reduction switch
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
        return graph.Written(NotationOf.Around(shape, SyntaxPattern.Call(name, SyntaxPattern.At(0)), open, close), shape, [argument]);
    }

    // max(X, axis=0)
    private Call AlongOne(int axis)
    {
        var (name, open, close) = Named();
        var option = FormattableString.Invariant($"axis={axis}");
        return graph.Written(
            new Notation(Level.Postfix, reduce.Shape, SyntaxPattern.Call(name, SyntaxPattern.At(0), SyntaxPattern.Option(option)), [open, (0, Level.Any), $@", \text{{{option}}}", close]),
            reduce.Shape, [argument]);
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
            SyntaxPattern.Call(function, At(names)), [open, "{", (0, Level.Atom), "}" + Below(names), close]);
    }

    private Expression Share()
    {
        if (IsOfAll) return graph.Choice(Equal.Of(argument, Whole(Shape.Scalar)), graph.One, graph.Zero);
        var names = freshNames(Of.Rank);
        string?[] row = [.. names.Select((name, axis) => reduce.Axes.Contains(axis) ? null : name)];
        var (function, open, close) = Named();
        return Table(
            Of, names,
            SyntaxPattern.If(SyntaxPattern.Binary(SyntaxKind.Equal, At(names), SyntaxPattern.Call(function, At(row))), SyntaxPattern.Number(1), SyntaxPattern.Number(0)),
            [@"\left[ {", (0, Level.Atom), $"}}{Below(names)} = {open}{{", (0, Level.Atom), $@"}}{Below(row)}{close} \right]"]);
    }

    // At each place the product of the entries at all other places along the axes.
    private Call OtherProducts()
    {
        var (names, inner) = (freshNames(Of.Rank), freshNames(reduce.Axes.Length));
        var (syntax, latex) = ProductBut(names, inner, Same(inner, names), AreEqualInLatex(inner, names));
        return Table(Of, names, syntax, latex);
    }

    private Call OtherPairProducts()
    {
        var names = freshNames(2 * Of.Rank);
        var (first, second, inner) = (names[..Of.Rank], names[Of.Rank..], freshNames(reduce.Axes.Length));
        var leftOut = SyntaxPattern.Binary(SyntaxKind.Or, Same(inner, first), Same(inner, second));
        var (product, typeset) = ProductBut(first, inner, leftOut, $@"{InBrackets(AreEqualInLatex(inner, first))} \lor {InBrackets(AreEqualInLatex(inner, second))}");
        var pairs = reduce.Axes.Select(axis => (first[axis], second[axis])).ToList();
        var rows = Enumerable.Range(0, Of.Rank).Except(reduce.Axes).Select(axis => (first[axis], second[axis])).ToList();
        var (same, none) = (AreEqual(pairs), SyntaxPattern.Number(0));
        var syntax = rows.Count == 0
            ? SyntaxPattern.If(same, none, product)
            : SyntaxPattern.If(SyntaxPattern.Binary(SyntaxKind.And, AreEqual(rows), SyntaxPattern.Not(same.InBrackets())), product, none);
        var alike = string.Join(@" \land ", pairs.Select(static pair => $"{pair.Item1} = {pair.Item2}"));
        var inRows = string.Join(@" \land ", rows.Select(static row => $"{row.Item1} = {row.Item2}"));
        List<NotationPiece> latex = rows.Count == 0
            ? [$@"\begin{{cases}} 0 & \text{{if }} {alike} \\ ", .. typeset, @" & \text{otherwise} \end{cases}"]
            : [@"\begin{cases} ", .. typeset, $@" & \text{{if }} {inRows} \land \lnot \left({alike}\right) \\ 0 & \text{{otherwise}} \end{{cases}}"];
        return Table(reduce.Shape, names, syntax, latex);
    }

    // prod(k = 1..n, if(k == i, 1, x[k])): nothing is divided by, so that zeros do no harm.
    private (SyntaxPattern Syntax, List<NotationPiece> Latex) ProductBut(string[] outer, string[] inner, SyntaxPattern leftOut, string latexLeft)
    {
        string?[] names = [.. outer];
        for (var place = 0; place < inner.Length; place++) names[reduce.Axes[place]] = inner[place];
        var ranges = inner.Select((name, place) => SyntaxPattern.Range(name, Of[reduce.Axes[place]]));
        return (
            SyntaxPattern.Call("prod", [.. ranges, SyntaxPattern.If(leftOut, SyntaxPattern.Number(1), At(names))]),
            [
                .. inner.Select((name, place) => (NotationPiece)NotationOf.Over("prod", name, Of[reduce.Axes[place]])),
                @"\left(\begin{cases} 1 & \text{if } " + latexLeft + @" \\ {", (0, Level.Atom), "}" + Below(names) + @" & \text{otherwise} \end{cases}\right)",
            ]);
    }

    private SyntaxPattern Same(string[] inner, string[] outer) => AreEqual(inner.Select((name, place) => (name, outer[reduce.Axes[place]])));

    private static SyntaxPattern AreEqual(IEnumerable<(string First, string Second)> pairs) => SyntaxPattern.Chain(
        SyntaxKind.And, pairs.Select(static pair => SyntaxPattern.Binary(SyntaxKind.Equal, SyntaxPattern.Name(pair.First), SyntaxPattern.Name(pair.Second))));

    private string AreEqualInLatex(string[] inner, string[] outer) => string.Join(@" \land ", inner.Select((name, place) => $"{name} = {outer[reduce.Axes[place]]}"));

    private static string InBrackets(string condition) => condition.Contains(@"\land", StringComparison.Ordinal) ? $@"\left({condition}\right)" : condition;

    private Call Table(Shape shape, string[] names, SyntaxPattern syntax, IReadOnlyList<NotationPiece> latex) => graph.Written(
        new Notation(Level.Postfix, shape, NotationOf.Table(shape, names, syntax), [@"\left[ ", .. latex, $@" \right]{NotationOf.Below(shape, names)}"]), shape, [argument]);

    // X[i], X[:, j], T[i, :, k]: at the end the whole of an axis needs no sign.
    private static SyntaxPattern At(string?[] names)
    {
        var last = Array.FindLastIndex(names, static name => name is not null);
        return SyntaxPattern.Index(
            SyntaxPattern.At(0, Level.Postfix), [.. names.Take(last + 1).Select(static name => name is null ? SyntaxPattern.WholeAxis : SyntaxPattern.Name(name))]);
    }

    private static string Below(string?[] names) => $"_{{{string.Join(", ", names.Select(static name => name ?? ":"))}}}";
}
