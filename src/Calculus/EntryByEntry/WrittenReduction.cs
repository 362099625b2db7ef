using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.EntryByEntry;

/// <summary>A reduction written out in functions of numbers.</summary>
/// <param name="target">The graph of the result.</param>
/// <param name="node">The reduction.</param>
internal sealed class WrittenReduction(Graph target, Reduce node)
{
    /// <summary>Its entries.</summary>
    /// <param name="argument">The entries of its argument.</param>
    public Expression[] Entries(Expression[] argument)
    {
        var shape = node.Argument.Shape;
        if (node.Reduction is Reduction.Share or Reduction.OtherProducts)
        {
            return [.. Enumerable.Range(0, argument.Length).Select(k => AtPlace(argument[k], [.. Group(shape, k).Where(other => other != k).Select(other => argument[other])]))];
        }

        if (node.Reduction is Reduction.OtherPairProducts) throw new UnwritableException("The second derivative of a product of all entries is not written out entry by entry.");
        int[] kept = [.. Enumerable.Range(0, shape.Rank).Where(axis => !node.Axes.Contains(axis))];
        return [.. Enumerable.Range(0, argument.Length)
            .GroupBy(k => Places.Offset(node.Shape, [.. kept.Select(axis => Places.Of(shape, k)[axis])])).OrderBy(static group => group.Key)
            .Select(group => Reduced([.. group.Select(k => argument[k])]))];
    }

    // The places that are reduced together with a given one.
    private IEnumerable<int> Group(Shape shape, int k)
    {
        var place = Places.Of(shape, k);
        return Enumerable.Range(0, (int)shape.Count).Where(other =>
        {
            var there = Places.Of(shape, other);
            return Enumerable.Range(0, shape.Rank).All(axis => node.Axes.Contains(axis) || there[axis] == place[axis]);
        });
    }

    private Expression AtPlace(Expression own, Expression[] others)
    {
        if (others.Length == 0) return target.One;
        return node.Reduction == Reduction.OtherProducts ? target.Product(Rational.One, others) : target.Call(LargestShare.Function, [own, .. others]);
    }

    private Expression Reduced(Expression[] entries) => node.Reduction switch
    {
        _ when entries.Length == 1 && node.Reduction is not (Reduction.Norm or Reduction.ArgMax) => entries[0],
        Reduction.LogSumExp => Log.Function.Apply(target, Total(entries.Select(entry => Exp.Function.Apply(target, entry)))),
        Reduction.Largest => Max.Function.Apply(target, entries),
        Reduction.Smallest => Min.Function.Apply(target, entries),
        Reduction.Norm => Sqrt.Function.Apply(target, Total(entries.Select(entry => target.Power(entry, 2)))),
        Reduction.Product => target.Product(Rational.One, entries),
        _ => throw new UnwritableException("The place of the largest entry is not written out entry by entry."),
    };

    private Expression Total(IEnumerable<Expression> entries) => target.Sum(Rational.Zero, [.. entries.Select(static entry => new Term(Rational.One, entry))]);
}
