namespace Calculus.Expressions;

/// <summary>Expressions whose lengths are letters, rebuilt with numbers for the letters.</summary>
internal static class WithLengths
{
    /// <summary>The letters among the lengths of expressions, in order of first appearance.</summary>
    /// <param name="roots">The expressions.</param>
    public static IReadOnlyList<string> Letters(params ReadOnlySpan<Expression> roots) =>
        [.. Reachable.From(roots).SelectMany(static node => node.Shape.Dimensions.ToArray()).Select(static length => length.Name).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>For each letter, how long an axis of that length is at least: it has every place that a node takes from it or puts into it.</summary>
    /// <param name="roots">The expressions.</param>
    public static IReadOnlyDictionary<string, int> Least(params ReadOnlySpan<Expression> roots)
    {
        var least = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var slice in Reachable.From(roots).OfType<Slice>())
        {
            foreach (var selection in slice.Selections)
            {
                if (selection is { Full.Name: { } letter, Count.IsSymbolic: false }) least[letter] = Math.Max(least.GetValueOrDefault(letter), Math.Max(selection.Start, selection.Start + (selection.Step * (selection.Count.Length - 1))) + 1);
            }
        }

        return least;
    }

    /// <summary>The nodes below some roots, each with what it becomes in another graph.</summary>
    /// <param name="target">The graph of the results.</param>
    /// <param name="lengths">A number for each letter; other letters stay.</param>
    /// <param name="roots">What to rebuild.</param>
    public static IReadOnlyDictionary<Expression, Expression> In(Graph target, IReadOnlyDictionary<string, int> lengths, params ReadOnlySpan<Expression> roots)
    {
        var made = new Dictionary<Expression, Expression>();
        foreach (var node in Reachable.From(roots)) made[node] = Made(node);
        return made;

        Dimension Number(Dimension length) => length.Name is { } letter && lengths.TryGetValue(letter, out var number) ? number : length;

        Expression Made(Expression node)
        {
            switch (node)
            {
                case Symbol { Role: SymbolRole.Dimension } length when lengths.TryGetValue(length.Name, out var number):
                    return target.Number(number);
                case Symbol symbol:
                    return target.Symbol(symbol.Name, symbol.Role, Shaped(symbol.Shape));
                case Contraction contraction:
                    var factors = contraction.Factors.Select(factor => factor with { Of = target.Fit(made[factor.Of], Shaped(factor.Of.Shape)) }).ToArray();
                    return target.Contract(Rational.One, factors, contraction.Out, contraction.Out.Distinct().ToDictionary(static label => label, label => Number(contraction.DimensionOf(label))));
                case Reduce reduce:
                    return target.Reduce(reduce.Reduction, target.Fit(made[reduce.Argument], Shaped(reduce.Argument.Shape)), reduce.Axes.AsSpan());
                case Slice slice:
                    Selection[] selections = [.. slice.Selections.Select(each => each with { Count = Number(each.Count), Full = Number(each.Full) })];
                    var argument = target.Fit(made[slice.Argument], Shaped(slice.Argument.Shape));
                    return slice.IsPut ? target.Put(argument, selections) : target.Take(argument, selections);
                case Stack stack:
                    return target.Stack(stack.Axis, [.. stack.Parts.Select(part => target.Fit(made[part], Shaped(part.Shape)))]);
                case MatrixFunction function:
                    return target.MatrixFunction(function.Operation, target.Fit(made[function.Argument], Shaped(function.Argument.Shape)));
                default:
                    return Rebuild.WithChildren(node, target, child => made[child]);
            }
        }

        Shape Shaped(Shape shape) => shape.IsSymbolic ? new Shape(Array.ConvertAll(shape.Dimensions.ToArray(), Number)) : shape;
    }
}
