namespace Calculus.Expressions;

/// <summary>Rebuilds an expression from other leaves, or in another graph.</summary>
internal static class Rebuild
{
    /// <summary>
    /// Replaces symbols, all at once, and rebuilds the rest in the target graph, where its rewrites apply again.
    /// </summary>
    /// <param name="root">What to rebuild.</param>
    /// <param name="target">The graph of the result.</param>
    /// <param name="replacements">Nodes of the target graph by symbol; other symbols keep name and role.</param>
    public static Expression In(Expression root, Graph target, IReadOnlyDictionary<Symbol, Expression> replacements)
    {
        var nodes = Reachable.From(root);
        var made = new Dictionary<Expression, Expression>(nodes.Count);
        Func<Expression, Expression> childOf = child => made[child];
        foreach (var node in nodes) made[node] = node is Symbol symbol && replacements.TryGetValue(symbol, out var replacement)
            ? replacement
            : WithChildren(node, target, childOf);
        return made[root];
    }

    /// <summary>The node with other children, built in the target graph.</summary>
    /// <param name="node">The pattern.</param>
    /// <param name="target">The graph of the result.</param>
    /// <param name="childOf">The new child for an old one.</param>
    public static Expression WithChildren(Expression node, Graph target, Func<Expression, Expression> childOf)
    {
        switch (node)
        {
            case Number number:
                return target.Number(number.Value);
            case Symbol symbol:
                return target.Symbol(symbol.Name, symbol.Role, symbol.Shape);
            case Sum sum:
                var terms = new Term[sum.Terms.Length];
                for (var i = 0; i < terms.Length; i++) terms[i] = new Term(sum.Terms[i].Coefficient, childOf(sum.Terms[i].Of));
                return target.Sum(sum.Constant, terms);
            case Product product:
                var factors = new Expression[product.Factors.Length];
                for (var i = 0; i < factors.Length; i++) factors[i] = childOf(product.Factors[i]);
                return target.Product(product.Coefficient, factors);
            case Call call:
                var arguments = new Expression[call.Arguments.Length];
                for (var i = 0; i < arguments.Length; i++) arguments[i] = childOf(call.Arguments[i]);
                return call.Function.Apply(target, arguments);
            case Choice choice:
                return target.Choice(childOf(choice.Condition), childOf(choice.Then), childOf(choice.Otherwise));
            case Contraction or Reduce or Slice or Stack or MatrixFunction:
                return ArrayWithChildren(node, target, childOf);
            default:
                throw new InvalidOperationException($"There is no way to rebuild a {node.GetType().Name}.");
        }
    }

    private static Expression ArrayWithChildren(Expression node, Graph target, Func<Expression, Expression> childOf)
    {
        switch (node)
        {
            case Contraction contraction:
                var factors = new Factor[contraction.Factors.Length];
                // Children that shrink to numbers are repeated to fill their former shape.
                for (var i = 0; i < factors.Length; i++) factors[i] = contraction.Factors[i] with { Of = target.Fit(childOf(contraction.Factors[i].Of), contraction.Factors[i].Of.Shape) };
                var lengths = contraction.Out.Distinct().ToDictionary(static label => label, contraction.DimensionOf);
                return target.Contract(Rational.One, factors, contraction.Out, lengths);
            case Reduce reduce:
                return target.Reduce(reduce.Reduction, target.Fit(childOf(reduce.Argument), reduce.Argument.Shape), reduce.Axes.AsSpan());
            case Slice slice:
                var argument = target.Fit(childOf(slice.Argument), slice.Argument.Shape);
                return slice.IsPut ? target.Put(argument, slice.Selections.AsSpan()) : target.Take(argument, slice.Selections.AsSpan());
            case Stack stack:
                return target.Stack(stack.Axis, [.. stack.Parts.Select(part => target.Fit(childOf(part), part.Shape))]);
            default:
                var function = (MatrixFunction)node;
                return target.MatrixFunction(function.Operation, target.Fit(childOf(function.Argument), function.Argument.Shape));
        }
    }
}
