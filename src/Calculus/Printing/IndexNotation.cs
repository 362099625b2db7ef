using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>A contraction written by its entries: <c>table(i = 1..n, j = 1..m, sum(k = 1..d, A[i, k]*B[k, j]))</c>.</summary>
internal static class IndexNotation
{
    /// <summary>The contraction by its entries.</summary>
    /// <param name="contraction">The contraction.</param>
    /// <param name="factors">Its factors as they are written.</param>
    /// <param name="graph">Where it is written.</param>
    /// <param name="freshNames">Gives names that nothing else has.</param>
    public static Expression Of(Contraction contraction, Expression[] factors, Graph graph, Func<int, string[]> freshNames)
    {
        // An index for each axis of the result, then one for each label that is summed.
        var bound = Enumerable.Range(0, contraction.Dimensions.Length).Select(static i => (char)('a' + i))
            .Where(label => !contraction.Out.Contains(label, StringComparison.Ordinal)).ToList();
        var names = freshNames(contraction.Out.Length + bound.Count);
        var (nameOf, equal) = (new Dictionary<char, string>(), new List<(string First, string Second)>());
        for (var axis = 0; axis < contraction.Out.Length; axis++)
        {
            if (!nameOf.TryAdd(contraction.Out[axis], names[axis])) equal.Add((nameOf[contraction.Out[axis]], names[axis]));
        }

        for (var i = 0; i < bound.Count; i++) nameOf[bound[i]] = names[contraction.Out.Length + i];

        List<NotationPiece> latex = contraction.Out.Length > 0 ? [@"\left[ "] : [];
        if (equal.Count > 0) latex.Add(string.Concat(equal.Select(static pair => $@"\delta_{{{pair.First}, {pair.Second}}} ")));
        foreach (var label in bound) latex.Add(NotationOf.Over("sum", nameOf[label], contraction.DimensionOf(label)));
        for (var place = 0; place < factors.Length; place++)
        {
            latex.Add("{");
            latex.Add((place, Level.Atom));
            latex.Add($"}}_{{{string.Join(", ", contraction.Factors[place].Labels.Select(label => nameOf[label]))}}} ");
        }

        if (factors.Length == 0) latex.Add("1");
        if (contraction.Out.Length > 0) latex.Add(@"\right]" + NotationOf.Below(contraction.Shape, [.. names.Take(contraction.Out.Length)]));

        var syntax = factors.Length == 0 ? SyntaxPattern.Number(1) : SyntaxPattern.Chain(SyntaxKind.Multiply, contraction.Factors.Select(
            (factor, place) => SyntaxPattern.Index(SyntaxPattern.At(place, Level.Postfix), [.. factor.Labels.Select(label => SyntaxPattern.Name(nameOf[label]))])));
        foreach (var label in Enumerable.Reverse(bound)) syntax = SyntaxPattern.Call("sum", SyntaxPattern.Range(nameOf[label], contraction.DimensionOf(label)), syntax);
        if (equal.Count > 0)
        {
            var condition = SyntaxPattern.Chain(
                SyntaxKind.And, equal.Select(static pair => SyntaxPattern.Binary(SyntaxKind.Equal, SyntaxPattern.Name(pair.First), SyntaxPattern.Name(pair.Second))));
            syntax = SyntaxPattern.If(condition, syntax, SyntaxPattern.Number(0));
        }

        if (contraction.Out.Length > 0) syntax = NotationOf.Table(contraction.Shape, [.. names.Take(contraction.Out.Length)], syntax);
        return graph.Written(new Notation(Level.Postfix, contraction.Shape, syntax, latex), contraction.Shape, factors);
    }
}
