using Calculus.Expressions;

namespace Calculus.Matrices;

/// <summary>What a <see cref="Form"/> does with its parts.</summary>
internal enum FormKind
{
    /// <summary>A node that is written in its own way.</summary>
    Part,

    /// <summary>Rows and columns exchanged.</summary>
    Transpose,

    /// <summary>Factors side by side under <c>@</c>.</summary>
    MatrixProduct,

    /// <summary>Factors entry by entry.</summary>
    Times,

    /// <summary>A vector on the diagonal of a matrix, or the diagonal of a matrix.</summary>
    Diagonal,

    /// <summary>The sum of all entries.</summary>
    Sum,

    /// <summary>The sum of each row.</summary>
    RowSum,

    /// <summary>The sum of each column.</summary>
    ColumnSum,

    /// <summary>The sum of the diagonal.</summary>
    Trace,

    /// <summary>Every entry of one vector times every entry of another.</summary>
    Outer,

    /// <summary>The identity matrix.</summary>
    Unit,

    /// <summary>An array of ones.</summary>
    Ones,
}

/// <summary>A contraction in matrix notation: a tree of operations of the function language.</summary>
internal sealed class Form
{
    private Form(FormKind kind, IReadOnlyList<Form> parts, Expression? node, IReadOnlyList<Dimension> lengths, Shape shape)
    {
        (Kind, Parts, Node, Lengths, Shape) = (kind, parts, node, lengths, shape);
        Operations = kind switch
        {
            FormKind.Part => 0,
            FormKind.MatrixProduct or FormKind.Times => parts.Count - 1 + parts.Sum(static part => part.Operations),
            _ => 1 + parts.Sum(static part => part.Operations),
        };
    }

    /// <summary>What is done.</summary>
    public FormKind Kind { get; }

    /// <summary>What it is done to.</summary>
    public IReadOnlyList<Form> Parts { get; }

    /// <summary>For a part, the node.</summary>
    public Expression? Node { get; }

    /// <summary>For ones and the identity matrix, the lengths of their axes.</summary>
    public IReadOnlyList<Dimension> Lengths { get; }

    /// <summary>The shape of the value.</summary>
    public Shape Shape { get; }

    private int Rank => Shape.Rank;

    /// <summary>How many operations are written, not counting those inside the parts.</summary>
    public int Operations { get; }

    public static Form Of(Expression node) => new(FormKind.Part, [], node, [], node.Shape);

    public static Form Unit(Dimension length) => new(FormKind.Unit, [], null, [length], new Shape(length, length));

    public static Form Ones(params IReadOnlyList<Dimension> lengths) => new(FormKind.Ones, [], null, lengths, new Shape([.. lengths]));

    public static Form Diagonal(Form of) => new(FormKind.Diagonal, [of], null, [], of.Rank == 1 ? new Shape(of.Shape[0], of.Shape[0]) : new Shape(of.Shape[0]));

    public static Form Sum(Form of) => of switch
    {
        { Kind: FormKind.Diagonal, Parts: [{ Rank: 2 } matrix] } => Trace(matrix),
        _ => new(FormKind.Sum, [of], null, [], Shape.Scalar),
    };

    public static Form RowSum(Form of) => Line(of, FormKind.RowSum, FormKind.ColumnSum);

    public static Form ColumnSum(Form of) => Line(of, FormKind.ColumnSum, FormKind.RowSum);

    public static Form Trace(Form of) => new(FormKind.Trace, [of], null, [], Shape.Scalar);

    public static Form Outer(Form left, Form right) => new(FormKind.Outer, [left, right], null, [], new Shape(left.Shape[0], right.Shape[0]));

    public static Form Times(IReadOnlyList<Form> parts)
    {
        if (parts.Count == 1) return parts[0];
        // A' .* B' is (A .* B)'.
        var isTurned = parts[0].Rank == 2 && parts.All(static part => part.Kind == FormKind.Transpose);
        IReadOnlyList<Form> inner = isTurned ? [.. parts.Select(static part => part.Parts[0])] : parts;
        var product = new Form(FormKind.Times, [.. inner.SelectMany(static part => part.Kind == FormKind.Times ? part.Parts : [part])], null, [], inner[0].Shape);
        return isTurned ? Flipped(product) : product;
    }

    /// <summary>The product of matrices in order; a vector may come last, a row first.</summary>
    /// <param name="shape">The shape of the value.</param>
    /// <param name="parts">The factors.</param>
    public static Form MatrixProduct(Shape shape, params IReadOnlyList<Form> parts) =>
        new(FormKind.MatrixProduct, [.. parts.SelectMany(static part => part.Kind == FormKind.MatrixProduct ? part.Parts : [part])], null, [], shape);

    /// <summary>The transpose, which goes down to the leaves of a product.</summary>
    public static Form Transposed(Form of) => of.Kind switch
    {
        FormKind.Transpose => of.Parts[0],
        FormKind.Unit => of,
        FormKind.Diagonal when of.Rank == 2 => of,
        FormKind.Outer => Outer(of.Parts[1], of.Parts[0]),
        FormKind.MatrixProduct => MatrixProduct(Turned(of.Shape), [.. of.Parts.Reverse().Select(Flipped)]),
        _ => Flipped(of),
    };

    // The sums of rows are the sums of columns of the transpose.
    private static Form Line(Form of, FormKind kind, FormKind turned)
    {
        var isTurned = of.Kind == FormKind.Transpose;
        var inner = isTurned ? of.Parts[0] : of;
        var asked = isTurned ? turned : kind;
        return new(asked, [inner], null, [], new Shape(inner.Shape[asked == FormKind.RowSum ? 0 : 1]));
    }

    // The factors of a product are only leaves: nothing nests.
    private static Form Flipped(Form of) => of.Kind switch
    {
        FormKind.Transpose => of.Parts[0],
        FormKind.Unit => of,
        FormKind.Diagonal when of.Rank == 2 => of,
        _ => new(FormKind.Transpose, [of], null, [], Turned(of.Shape)),
    };

    private static Shape Turned(Shape shape) => shape.Rank == 2 ? new Shape(shape[1], shape[0]) : shape;
}
