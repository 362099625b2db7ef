using System.Collections.Immutable;

namespace Calculus.Expressions;

/// <summary>One factor of a contraction.</summary>
/// <param name="Of">The node; never a scalar.</param>
/// <param name="Labels">One label for each of its axes.</param>
public readonly record struct Factor(Expression Of, string Labels);

/// <summary>
/// A product of arrays whose axes carry index labels: labels that do not stay are summed over, a label that stays twice
/// makes a diagonal, and one that stays but occurs in no factor repeats entries (Laue, Mitterreiter, Giesen, <i>A Simple and Efficient
/// Tensor Calculus</i>, AAAI 2020). Matrix products, transposes, sums, diagonals and outer products are all this one node;
/// numbers are in a <see cref="Product"/> around it. Labels are letters from <c>a</c> on, local to the node.
/// </summary>
internal sealed class Contraction : Expression
{
    internal Contraction(Graph graph, UInt128 hash, Facts facts, Shape shape, ImmutableArray<Factor> factors, string @out, ImmutableArray<Dimension> dimensions)
        : base(graph, hash, facts, shape) => (Factors, Out, Dimensions) = (factors, @out, dimensions);

    /// <summary>The factors in canonical order; no two have the same labels.</summary>
    public ImmutableArray<Factor> Factors { get; }

    /// <summary>The labels that stay, in the order of the axes.</summary>
    public string Out { get; }

    /// <summary>The length that each label runs over, the label <c>a</c> first.</summary>
    public ImmutableArray<Dimension> Dimensions { get; }

    /// <summary>The length that a label runs over.</summary>
    public Dimension DimensionOf(char label) => Dimensions[label - 'a'];

    /// <inheritdoc/>
    public override int ChildCount => Factors.Length;

    /// <inheritdoc/>
    public override Expression Child(int place) => Factors[place].Of;
}

/// <summary>What a <see cref="Reduce"/> computes from the entries along its axes.</summary>
public enum Reduction
{
    /// <summary>log Σ exp, without overflow.</summary>
    LogSumExp,

    /// <summary>The largest entry.</summary>
    Largest,

    /// <summary>The smallest entry.</summary>
    Smallest,

    /// <summary>√Σ of squares, without overflow.</summary>
    Norm,

    /// <summary>The product of all entries.</summary>
    Product,

    /// <summary>The position of the largest entry, from 1.</summary>
    ArgMax,

    /// <summary>For each entry its share of the largest: 1 at the largest, split evenly at a tie, 0 elsewhere. Keeps the shape.</summary>
    Share,

    /// <summary>For each entry the product of all others. Keeps the shape.</summary>
    OtherProducts,

    /// <summary>For each pair of entries the product of all others; 0 where both are the same entry. Has the shape twice.</summary>
    OtherPairProducts,

    /// <summary>For each entry exp over Σ exp, without overflow. Keeps the shape. A form that programs compute; in formulas it is exp(u − logsumexp(u)).</summary>
    Softmax,
}

/// <summary>A function of all the entries along some axes.</summary>
internal sealed class Reduce : Expression
{
    internal Reduce(Graph graph, UInt128 hash, Facts facts, Shape shape, Reduction reduction, Expression argument, ImmutableArray<int> axes)
        : base(graph, hash, facts, shape) => (Reduction, Argument, Axes) = (reduction, argument, axes);

    /// <summary>What is computed from the entries.</summary>
    public Reduction Reduction { get; }

    /// <summary>The array.</summary>
    public Expression Argument { get; }

    /// <summary>The axes to reduce along, in rising order; the others stay.</summary>
    public ImmutableArray<int> Axes { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Expression Child(int place) => Argument;
}

/// <summary>Which positions of an axis are read: start, start + step, …; or which are written.</summary>
/// <param name="Start">The first place, from 0.</param>
/// <param name="Step">From one position to the next; may be negative or, for a row that repeats, 0.</param>
/// <param name="Count">How many.</param>
/// <param name="Full">The length of the axis.</param>
public readonly record struct Selection(int Start, int Step, Dimension Count, Dimension Full)
{
    /// <summary>Every position in order.</summary>
    public static Selection All(Dimension length) => new(0, 1, length, length);

    /// <summary>Whether it is every position in order.</summary>
    public bool IsAll => Start == 0 && Step == 1 && Count == Full;
}

/// <summary>
/// Entries taken from an array, or put into an array of zeros; each is the other's transpose. Keeps the number of axes.
/// Entries put to the same position are added.
/// </summary>
internal sealed class Slice : Expression
{
    internal Slice(Graph graph, UInt128 hash, Facts facts, Shape shape, Expression argument, bool isPut, ImmutableArray<Selection> selections)
        : base(graph, hash, facts, shape) => (Argument, IsPut, Selections) = (argument, isPut, selections);

    /// <summary>The array.</summary>
    public Expression Argument { get; }

    /// <summary>Whether entries are put rather than taken.</summary>
    public bool IsPut { get; }

    /// <summary>One selection for each axis.</summary>
    public ImmutableArray<Selection> Selections { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Expression Child(int place) => Argument;
}

/// <summary>Arrays of the same shape stacked along a new axis.</summary>
internal sealed class Stack : Expression
{
    internal Stack(Graph graph, UInt128 hash, Facts facts, Shape shape, ImmutableArray<Expression> parts, int axis)
        : base(graph, hash, facts, shape) => (Parts, Axis) = (parts, axis);

    /// <summary>The parts in order.</summary>
    public ImmutableArray<Expression> Parts { get; }

    /// <summary>The new axis, from 0.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    public override int ChildCount => Parts.Length;

    /// <inheritdoc/>
    public override Expression Child(int place) => Parts[place];
}

/// <summary>A function of a whole square matrix.</summary>
public enum MatrixOperation
{
    /// <summary>The inverse.</summary>
    Inverse,

    /// <summary>The determinant.</summary>
    Determinant,

    /// <summary>The logarithm of the determinant; NaN where that is negative.</summary>
    LogDeterminant,

    /// <summary>The matrix of cofactors: det(A)·inv(A)', which is defined for a singular matrix too.</summary>
    Cofactors,
}

/// <summary>A function of a whole square matrix.</summary>
internal sealed class MatrixFunction : Expression
{
    internal MatrixFunction(Graph graph, UInt128 hash, Facts facts, Shape shape, MatrixOperation operation, Expression argument)
        : base(graph, hash, facts, shape) => (Operation, Argument) = (operation, argument);

    /// <summary>Which function.</summary>
    public MatrixOperation Operation { get; }

    /// <summary>The matrix.</summary>
    public Expression Argument { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Expression Child(int place) => Argument;
}
