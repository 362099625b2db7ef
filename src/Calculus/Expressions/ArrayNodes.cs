using System.Collections.Immutable;

namespace Calculus.Expressions;

/// <summary>One factor of a contraction.</summary>
/// <param name="Of">The node; never a scalar.</param>
/// <param name="Labels">One label for each of its axes.</param>
public readonly record struct Factor(Expression Of, string Labels);

/// <summary>
/// A product of arrays whose axes carry index labels: labels that do not stay are summed over, a label that stays twice
/// makes a diagonal, one that stays and that no factor has repeats (Laue, Mitterreiter, Giesen, <i>A Simple and Efficient
/// Tensor Calculus</i>, AAAI 2020). Matrix products, transposes, sums, diagonals and outer products are all this one node;
/// numbers stand in a <see cref="Product"/> around it. Labels are letters from <c>a</c> on, local to the node.
/// </summary>
public sealed class Contraction : Expression
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

/// <summary>What a <see cref="Reduce"/> makes of the entries along its axes.</summary>
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

    /// <summary>The place of the largest entry, from 1.</summary>
    ArgMax,

    /// <summary>At each place its share of the largest: 1 at the largest, split evenly at a tie, 0 elsewhere. Keeps the shape.</summary>
    Share,

    /// <summary>At each place the product of all other entries. Keeps the shape.</summary>
    OtherProducts,

    /// <summary>At each pair of places the product of all entries but these two; 0 where both are one. Has the shape twice.</summary>
    OtherPairProducts,

    /// <summary>At each place exp over Σ exp, without overflow. Keeps the shape. A form that programs compute; in formulas it is exp(u − logsumexp(u)).</summary>
    Softmax,
}

/// <summary>A function of all the entries along some axes.</summary>
public sealed class Reduce : Expression
{
    internal Reduce(Graph graph, UInt128 hash, Facts facts, Shape shape, Reduction reduction, Expression argument, ImmutableArray<int> axes)
        : base(graph, hash, facts, shape) => (Reduction, Argument, Axes) = (reduction, argument, axes);

    /// <summary>What is made of the entries.</summary>
    public Reduction Reduction { get; }

    /// <summary>The array.</summary>
    public Expression Argument { get; }

    /// <summary>The axes that are run along, rising; the others stay.</summary>
    public ImmutableArray<int> Axes { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Expression Child(int place) => Argument;
}

/// <summary>Which places of an axis are taken: start, start + step, …; or which they are put to.</summary>
/// <param name="Start">The first place, from 0.</param>
/// <param name="Step">From one place to the next; may be negative or, for a row that repeats, 0.</param>
/// <param name="Count">How many.</param>
/// <param name="Full">The length of the axis that they are places of.</param>
public readonly record struct Selection(int Start, int Step, Dimension Count, Dimension Full)
{
    /// <summary>Every place in order.</summary>
    public static Selection All(Dimension length) => new(0, 1, length, length);

    /// <summary>Whether it is every place in order.</summary>
    public bool IsAll => Start == 0 && Step == 1 && Count == Full;
}

/// <summary>
/// Entries taken from an array, or put into an array of zeros; each is the other's transpose. Keeps the number of axes.
/// What is put to one place twice is added.
/// </summary>
public sealed class Slice : Expression
{
    internal Slice(Graph graph, UInt128 hash, Facts facts, Shape shape, Expression argument, bool isPut, ImmutableArray<Selection> selections)
        : base(graph, hash, facts, shape) => (Argument, IsPut, Selections) = (argument, isPut, selections);

    /// <summary>The array.</summary>
    public Expression Argument { get; }

    /// <summary>Whether entries are put, not taken.</summary>
    public bool IsPut { get; }

    /// <summary>One selection for each axis.</summary>
    public ImmutableArray<Selection> Selections { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Expression Child(int place) => Argument;
}

/// <summary>Arrays of one shape laid side by side along a new axis.</summary>
public sealed class Stack : Expression
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

    /// <summary>The matrix of cofactors: det(A)·inv(A)', which a singular matrix has too.</summary>
    Cofactors,
}

/// <summary>A function of a whole square matrix.</summary>
public sealed class MatrixFunction : Expression
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
