using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Matrices;

namespace Calculus.Simplification;

/// <summary>How much a person has to read: operations first, then names and numbers. Saturating.</summary>
/// <param name="Operations">Signs, functions and fraction bars of the formula as printed.</param>
/// <param name="Leaves">Names and numbers of the formula as printed.</param>
/// <param name="Nested">Fractions that hold a fraction: each is as hard to read as two more signs.</param>
internal readonly record struct Size(long Operations, long Leaves, long Nested = 0) : IComparable<Size>
{
    // Far above any printed text and far below overflow when a few are added.
    private const long Largest = 1L << 40;

    private long Effort => Operations + (2 * Nested);

    /// <summary>The given number of signs.</summary>
    public static Size Of(long operations) => new(operations, 0);

    /// <summary>The sum of the sizes.</summary>
    public static Size operator +(Size a, Size b) =>
        new(Math.Min(Largest, a.Operations + b.Operations), Math.Min(Largest, a.Leaves + b.Leaves), Math.Min(Largest, a.Nested + b.Nested));

    /// <summary>Smaller.</summary>
    public static bool operator <(Size a, Size b) => a.CompareTo(b) < 0;

    /// <summary>Larger.</summary>
    public static bool operator >(Size a, Size b) => a.CompareTo(b) > 0;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Size a, Size b) => a.CompareTo(b) <= 0;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Size a, Size b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Size other) => Effort != other.Effort ? Effort.CompareTo(other.Effort) : Leaves.CompareTo(other.Leaves);
}

/// <summary>The measure that simplification lowers, remembered for each node of a graph.</summary>
/// <param name="decimals">Whether numbers are written as decimals where these are short.</param>
internal sealed class Measure(bool decimals = false)
{
    private static readonly Size Operation = new(1, 0);
    private static readonly Size Leaf = new(0, 1);

    private static readonly Size NestedFraction = new(0, 0, 1);

    // By the places of nodes in their graph.
    private Known[] _known = [];
    private Graph? _graph;

    /// <summary>Whether numbers are written as decimals where these are short.</summary>
    public bool Decimals { get; } = decimals;

    /// <summary>The size of the printed formula, counted without printing it.</summary>
    public Size Of(Expression root)
    {
        if (root.Graph != _graph || root.Index >= _known.Length)
        {
            if (root.Graph != _graph) (_graph, _known) = (root.Graph, []);
            Array.Resize(ref _known, Math.Max(_graph.Made.Count, 2 * _known.Length));
        }

        if (IsKnown(root)) return SizeOf(root);
        if (AreChildrenKnown(root))
        {
            Keep(root);
        }
        else
        {
            foreach (var node in Reachable.Without(IsKnown, root)) Keep(node);
        }

        return SizeOf(root);
    }

    private bool IsKnown(Expression node) => _known[node.Index].IsKnown;

    private Size SizeOf(Expression node) => _known[node.Index].Size;

    private void Keep(Expression node) =>
        _known[node.Index] = new Known(OfNode(node), true, IsFraction(node) || (node is Sum && HasFraction(node)));

    private bool AreChildrenKnown(Expression node)
    {
        for (var place = 0; place < node.ChildCount; place++)
        {
            if (!IsKnown(node.Child(place))) return false;
        }

        return true;
    }

    private bool IsFraction(Expression node)
    {
        if (node is not Product product) return IsReciprocal(node);
        if (!IsOneNumber(product.Coefficient)) return true;
        foreach (var factor in product.Factors)
        {
            if (IsReciprocal(factor)) return true;
        }

        return false;
    }

    private static bool IsReciprocal(Expression node) => Power.Parts(node).Exponent is Number { Value.Sign: < 0 };

    private bool HasFraction(Expression node)
    {
        for (var place = 0; place < node.ChildCount; place++)
        {
            if (_known[node.Child(place).Index].HasFraction) return true;
        }

        return false;
    }

    private Size OfNode(Expression node) => node switch
    {
        Number number => OfNumber(number.Value),
        Symbol => Leaf,
        Sum sum => OfSum(sum),
        Product product => OfFactors(product.Coefficient, product.Factors.AsSpan()),
        Call { Function: Power or RealPower } power => OfFactors(Rational.One, [power]),
        Contraction contraction => OfContraction(contraction),
        Reduce { Reduction: Reduction.Share } => Size.Of(6) + SizeOf(node.Child(0)) + SizeOf(node.Child(0)),
        Call or Choice or Stack or Reduce or Slice or MatrixFunction => OfOperation(node),
        _ => throw new InvalidOperationException($"A {node.GetType().Name} has no size."),
    };

    private Size OfOperation(Expression node)
    {
        var size = Operation;
        for (var place = 0; place < node.ChildCount; place++) size += SizeOf(node.Child(place));
        return size;
    }

    // Without a matrix notation every label and every factor's index is a sign to read.
    private Size OfContraction(Contraction contraction)
    {
        var operations = MatrixNotation.Of(contraction)?.Operations ?? (2 * contraction.Dimensions.Length) + contraction.Factors.Sum(static factor => factor.Labels.Length);
        return contraction.Factors.Aggregate(Size.Of(operations), (size, factor) => size + SizeOf(factor.Of));
    }

    // Without a fraction bar.
    private bool IsOneNumber(Rational value) => value.IsInteger || (Decimals && value.IsShortDecimal);

    private Size OfNumber(Rational value) =>
        (IsOneNumber(value) ? Leaf : Operation + Leaf + Leaf) + (value.Sign < 0 ? Operation : default);

    private Size OfSum(Sum sum)
    {
        var size = sum.Constant.IsZero ? default : Operation + OfNumber(sum.Constant.Abs());
        var hasPositive = sum.Constant.Sign > 0;
        foreach (var term in sum.Terms)
        {
            size += Operation + Scaled(term.Coefficient.Abs(), term.Of);
            hasPositive |= term.Coefficient.Sign > 0;
        }

        var joints = hasPositive ? -1 : 0; // one sign fewer than terms, or a leading minus
        return size with { Operations = size.Operations + joints };
    }

    private Size Scaled(Rational coefficient, Expression node) => node switch
    {
        _ when coefficient.IsOne => SizeOf(node),
        Product product => OfFactors(coefficient, product.Factors.AsSpan()),
        _ => OfFactors(coefficient, [node]),
    };

    // Numerator and denominator as printed: n factors take n − 1 signs, and a denominator one fraction bar.
    private Size OfFactors(Rational coefficient, ReadOnlySpan<Expression> factors)
    {
        Size above = default, below = default;
        int countAbove = 0, countBelow = 0;
        var hasNested = false;
        foreach (var factor in factors)
        {
            var (@base, exponent) = Power.Parts(factor);
            var value = exponent is Number number ? number.Value : (Rational?)null;
            if (exponent is not null && value is null)
            {
                above += Operation + SizeOf(@base) + SizeOf(exponent);
                countAbove++;
                continue;
            }

            hasNested |= _known[@base.Index].HasFraction;
            var size = SizeOf(@base);
            var raised = value?.Abs() ?? Rational.One;
            if (!raised.IsOne) size += Operation + (raised == Rational.Of(1, 2) ? default : OfNumber(raised));
            if (value is { Sign: < 0 })
            {
                below += size;
                countBelow++;
            }
            else
            {
                above += size;
                countAbove++;
            }
        }

        var isOneNumber = IsOneNumber(coefficient);
        if (!isOneNumber)
        {
            below += OfNumber(Rational.Of(coefficient.Denominator, 1));
            countBelow++;
        }

        var numerator = isOneNumber ? coefficient.Abs() : Rational.Of(coefficient.Numerator, 1).Abs();
        if (!numerator.IsOne || countAbove == 0)
        {
            above += OfNumber(numerator);
            countAbove++;
        }

        var nested = countBelow > 0 && hasNested ? NestedFraction : default;
        var operations = countAbove - 1 + Math.Max(0, countBelow - 1) + (countBelow > 0 ? 1 : 0) + (coefficient.Sign < 0 ? 1 : 0);
        return above + below + nested + new Size(operations, 0);
    }

    private readonly record struct Known(Size Size, bool IsKnown, bool HasFraction);
}
