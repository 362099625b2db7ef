using Calculus.Expressions;

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
        var (nameOf, equal) = (new Dictionary<char, string>(), new List<string>());
        for (var axis = 0; axis < contraction.Out.Length; axis++)
        {
            if (!nameOf.TryAdd(contraction.Out[axis], names[axis])) equal.Add($"{nameOf[contraction.Out[axis]]} == {names[axis]}");
        }

        for (var i = 0; i < bound.Count; i++) nameOf[bound[i]] = names[contraction.Out.Length + i];

        var (text, latex) = (new List<NotationPiece>(), new List<NotationPiece>());
        if (contraction.Out.Length > 0) text.Add("table(");
        if (contraction.Out.Length > 0) latex.Add(@"\left[ ");
        for (var axis = 0; axis < contraction.Out.Length; axis++) text.Add($"{names[axis]} = 1..{contraction.Shape[axis]}, ");
        if (equal.Count > 0) text.Add($"if({string.Join(" and ", equal)}, ");
        if (equal.Count > 0) latex.Add(string.Concat(equal.Select(static pair => $@"\delta_{{{pair.Replace(" == ", " ", StringComparison.Ordinal)}}} ")));
        foreach (var label in bound)
        {
            text.Add($"sum({nameOf[label]} = 1..{contraction.DimensionOf(label)}, ");
            latex.Add($@"\sum_{{{nameOf[label]}}} ");
        }

        for (var place = 0; place < factors.Length; place++)
        {
            if (place > 0) text.Add("*");
            text.Add((place, Level.Postfix));
            text.Add($"[{string.Join(", ", contraction.Factors[place].Labels.Select(label => nameOf[label]))}]");
            latex.Add("{");
            latex.Add((place, Level.Atom));
            latex.Add($"}}_{{{string.Join(' ', contraction.Factors[place].Labels.Select(label => nameOf[label]))}}} ");
        }

        if (factors.Length == 0) text.Add("1");
        if (factors.Length == 0) latex.Add("1");
        text.Add(new string(')', bound.Count));
        if (equal.Count > 0) text.Add(", 0)");
        if (contraction.Out.Length > 0) text.Add(")");
        if (contraction.Out.Length > 0) latex.Add($@"\right]_{{{string.Join(' ', names.Take(contraction.Out.Length))}}}");
        return graph.Written(new Notation(Level.Postfix, contraction.Shape, text, latex), contraction.Shape, factors);
    }
}
