using Calculus.Expressions;

namespace Calculus.Matrices;

/// <summary>What a <see cref="Form"/> does with its parts.</summary>
internal enum FormKind
{
    /// <summary>A node that is written by its own means.</summary>
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

    /// <summary>The unit matrix.</summary>
    Unit,

    /// <summary>An array of ones.</summary>
    Ones,
}

/// <summary>A contraction in matrix notation: a tree of the operations that the function language has.</summary>
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

    /// <summary>To what.</summary>
    public IReadOnlyList<Form> Parts { get; }

    /// <summary>Of a part, the node.</summary>
    public Expression? Node { get; }

    /// <summary>Of ones and the unit matrix, the lengths of their axes.</summary>
    public IReadOnlyList<Dimension> Lengths { get; }

    /// <summary>The shape of the value.</summary>
    public Shape Shape { get; }

    private int Rank => Shape.Rank;

    /// <summary>How many operations are written, those inside the parts not counted.</summary>
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

    public static Form RowSum(Form of) => of.Kind == FormKind.Transpose ? ColumnSum(of.Parts[0]) : new(FormKind.RowSum, [of], null, [], new Shape(of.Shape[0]));

    public static Form ColumnSum(Form of) => of.Kind == FormKind.Transpose ? RowSum(of.Parts[0]) : new(FormKind.ColumnSum, [of], null, [], new Shape(of.Shape[1]));

    public static Form Trace(Form of) => new(FormKind.Trace, [of], null, [], Shape.Scalar);

    public static Form Outer(Form left, Form right) => new(FormKind.Outer, [left, right], null, [], new Shape(left.Shape[0], right.Shape[0]));

    public static Form Times(IReadOnlyList<Form> parts) =>
        parts.Count == 1 ? parts[0]
        : parts[0].Rank == 2 && parts.All(static part => part.Kind == FormKind.Transpose) ? Transposed(Times([.. parts.Select(static part => part.Parts[0])]))
        : new(FormKind.Times, [.. parts.SelectMany(static part => part.Kind == FormKind.Times ? part.Parts : [part])], null, [], parts[0].Shape);

    /// <summary>The product of matrices in order; a vector may stand at the end, a row at the beginning.</summary>
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

    // Of a product's factors only leaves are left: nothing nests.
    private static Form Flipped(Form of) => of.Kind switch
    {
        FormKind.Transpose => of.Parts[0],
        FormKind.Unit => of,
        FormKind.Diagonal when of.Rank == 2 => of,
        _ => new(FormKind.Transpose, [of], null, [], Turned(of.Shape)),
    };

    private static Shape Turned(Shape shape) => shape.Rank == 2 ? new Shape(shape[1], shape[0]) : shape;
}
