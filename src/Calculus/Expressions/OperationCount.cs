using Calculus.Functions;

namespace Calculus.Expressions;

/// <summary>How large an expression is when it is written out, with shared parts counted each time they occur.</summary>
/// <param name="Operations">Operators and calls: <c>x^2 + 3</c> has 2.</param>
/// <param name="Leaves">Names and numbers: <c>x^2 + 3</c> has 3.</param>
internal readonly record struct TreeSize(long Operations, long Leaves) : IComparable<TreeSize>
{
    /// <summary>Fewer operations first, then fewer names and numbers.</summary>
    public int CompareTo(TreeSize other)
    {
        var order = Operations.CompareTo(other.Operations);
        return order != 0 ? order : Leaves.CompareTo(other.Leaves);
    }

    /// <summary>Whether it is smaller.</summary>
    public static bool operator <(TreeSize a, TreeSize b) => a.CompareTo(b) < 0;

    /// <summary>Whether it is larger.</summary>
    public static bool operator >(TreeSize a, TreeSize b) => a.CompareTo(b) > 0;

    /// <summary>Whether it is not larger.</summary>
    public static bool operator <=(TreeSize a, TreeSize b) => a.CompareTo(b) <= 0;

    /// <summary>Whether it is not smaller.</summary>
    public static bool operator >=(TreeSize a, TreeSize b) => a.CompareTo(b) >= 0;
}

/// <summary>
/// Counts the operations of the tree that printing writes: quotients for negative powers, differences for negative terms,
/// roots for powers 1/2. One pass over the shared graph, remembered by node, so that asking for many nodes of one graph
/// stays linear; counts saturate. Serves one graph at a time and one thread.
/// </summary>
internal sealed class OperationCount
{
    private const long Most = long.MaxValue / 4;

    private readonly NodeTable<Count> _counts = new(CountOf);

    /// <summary>The number of operations of one node.</summary>
    public static long Of(Expression node) => new OperationCount().Size(node).Operations;

    /// <summary>The size of one node.</summary>
    public TreeSize Size(Expression node)
    {
        var count = _counts[node];
        return new TreeSize(count.Operations + (count.IsNegative ? 1 : 0), count.Leaves);
    }

    private static Count CountOf(Expression node, NodeTable<Count> counts)
    {
        switch (node)
        {
            case Number number:
                return Scaled(number.Value, new Count(0, 0, HasNumerator: false));
            case Symbol:
                return new Count(0, 1);
            case Sum sum:
                return OfSum(sum, counts);
            case Product product:
                return OfProduct(product, counts);
            case Call { Function: Power } power when power.Arguments[1] is Number exponent:
                return Raised(counts[power.Arguments[0]], exponent.Value);
            case Call { Function: RealPower } power:
                return Raised(counts[power.Arguments[0]], RealPower.ExponentOf(power.Arguments.AsSpan()));
            case Call { Function: LargestShare } share:
                return OfLargestShare(share, counts);
            default:
                long operations = 1, leaves = 0;
                for (var i = 0; i < node.ChildCount; i++)
                {
                    var child = counts[node.Child(i)];
                    operations = Saturated(operations, child.Operations, child.IsNegative ? 1 : 0);
                    leaves = Saturated(leaves, child.Leaves);
                }

                return new Count(operations, leaves);
        }
    }

    private static Count OfSum(Sum sum, NodeTable<Count> counts)
    {
        var items = sum.Terms.Length + (sum.Constant.IsZero ? 0 : 1);
        var allNegative = sum.Constant.Sign <= 0;
        long operations = items - 1, leaves = 0;
        if (!sum.Constant.IsZero) (operations, leaves) = (operations + (sum.Constant.IsInteger ? 0 : 1), sum.Constant.IsInteger ? 1 : 2);
        foreach (var term in sum.Terms)
        {
            var scaled = Scaled(term.Coefficient, counts[term.Of]);
            allNegative &= scaled.IsNegative;
            operations = Saturated(operations, scaled.Operations);
            leaves = Saturated(leaves, scaled.Leaves);
        }

        return new Count(allNegative ? operations + 1 : operations, leaves);
    }

    private static Count OfProduct(Product product, NodeTable<Count> counts)
    {
        long operations = 0, leaves = 0;
        int above = 0, below = 0;
        foreach (var factor in product.Factors)
        {
            var count = counts[factor];
            // The bar of a reciprocal is counted once for the product, and the 1 above it not at all.
            operations = Saturated(operations, count.HasNumerator ? count.Operations : count.Operations - 1, count.IsNegative ? 1 : 0);
            leaves = Saturated(leaves, count.HasNumerator ? count.Leaves : count.Leaves - 1);
            if (count.HasNumerator) above++;
            else below++;
        }

        operations = Saturated(operations, Math.Max(above - 1, 0), below);
        return Scaled(product.Coefficient, new Count(operations, above == 0 ? leaves + 1 : leaves, HasNumerator: above > 0));
    }

    // p/q times a tree: p joins the numerator or takes the place of its 1; q is one more factor of the denominator.
    private static Count Scaled(Rational coefficient, Count of)
    {
        long operations = of.Operations, leaves = of.Leaves;
        var isBare = !of.HasNumerator && leaves == 0;
        if (isBare) leaves = 1;
        if (of.HasNumerator && !coefficient.Abs().Numerator.IsOne) (operations, leaves) = (operations + 1, leaves + 1);
        if (!coefficient.IsInteger) (operations, leaves) = (operations + 1, leaves + 1);
        var isOne = coefficient.Abs().Numerator.IsOne;
        return new Count(Saturated(operations), Saturated(leaves), of.IsNegative != (coefficient.Sign < 0), isBare || of.HasNumerator || !isOne);
    }

    private static Count Raised(Count of, Rational exponent)
    {
        var size = exponent.Abs();
        var (operations, leaves) = (of.Operations + (of.IsNegative ? 1 : 0), of.Leaves);
        if (size == Rational.Of(1, 2)) operations++;
        else if (!size.IsOne) (operations, leaves) = size.IsInteger ? (operations + 1, leaves + 1) : (operations + 2, leaves + 2);
        return exponent.Sign < 0
            ? new Count(Saturated(operations, 1), Saturated(leaves, 1), HasNumerator: false)
            : new Count(Saturated(operations), Saturated(leaves));
    }

    // A product of step(a - b), one for each other argument b.
    private static Count OfLargestShare(Call share, NodeTable<Count> counts)
    {
        var first = counts[share.Arguments[0]];
        long others = share.Arguments.Length - 1, operations = (3 * others) - 1, leaves = 0;
        for (var i = 1; i < share.Arguments.Length; i++)
        {
            var other = counts[share.Arguments[i]];
            operations = Saturated(operations, first.Operations, other.Operations);
            leaves = Saturated(leaves, first.Leaves, other.Leaves);
        }

        return new Count(operations, leaves);
    }

    // Each is at most Most, a quarter of the range, so that three of them add without overflow.
    private static long Saturated(long a, long b = 0, long c = 0) => Math.Min(a + b + c, Most);

    private readonly record struct Count(long Operations, long Leaves, bool IsNegative = false, bool HasNumerator = true);
}
