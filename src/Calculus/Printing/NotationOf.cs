using Calculus.Expressions;
using Calculus.Matrices;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>The notations of the operations on arrays.</summary>
internal static class NotationOf
{
    private static readonly NotationPiece s_all = (0, Level.Any);

    /// <summary>A function by its name: <c>inv(A)</c>.</summary>
    public static Notation Function(string name, Shape shape, string? latex = null) =>
        Around(shape, SyntaxPattern.Call(name, SyntaxPattern.At(0)), (latex ?? $@"\operatorname{{{name.Replace("_", @"\_", StringComparison.Ordinal)}}}") + @"\left(", @"\right)");

    /// <summary>What is written around one argument.</summary>
    public static Notation Around(Shape shape, SyntaxPattern syntax, string latexOpen, string latexClose) => new(Level.Postfix, shape, syntax, [latexOpen, s_all, latexClose]);

    /// <summary>What is written without an argument.</summary>
    public static Notation Words(Shape shape, SyntaxPattern syntax, string latex) => new(Level.Postfix, shape, syntax, [latex]);

    /// <summary><c>A'</c>.</summary>
    public static Notation Transpose(Shape shape) =>
        new(Level.Postfix, shape, SyntaxPattern.Postfix(SyntaxKind.Transpose, SyntaxPattern.At(0, Level.Postfix)), ["{", (0, Level.Atom), @"}^{\top}"]);

    /// <summary><c>softmax(x)[1]</c>.</summary>
    public static Notation Entry(IReadOnlyList<string> places) => new(
        Level.Postfix, Shape.Scalar, SyntaxPattern.Index(SyntaxPattern.At(0, Level.Postfix), [.. places.Select(SyntaxPattern.Digits)]),
        ["{", (0, Level.Atom), $"}}_{{{string.Join(", ", places)}}}"]);

    /// <summary><c>A @ B @ x</c>.</summary>
    public static Notation MatrixProduct(Shape shape, int factors)
    {
        var (syntax, typeset) = (new List<SyntaxPattern>(), new List<NotationPiece>());
        for (var place = 0; place < factors; place++)
        {
            if (place > 0) typeset.Add(@" \, ");
            syntax.Add(SyntaxPattern.At(place, place == 0 ? Level.Product : Level.Power));
            typeset.Add((place, Level.Power));
        }

        return new Notation(Level.Product, shape, SyntaxPattern.Chain(SyntaxKind.MatrixMultiply, syntax), typeset);
    }

    /// <summary>What goes with every row or column of a matrix: its name alone.</summary>
    /// <param name="shape">The shape of the matrix.</param>
    /// <param name="isVector">Whether it is a vector, and not a matrix of one row or column.</param>
    /// <param name="isRow">Whether it goes with every row.</param>
    public static Notation EachRow(Shape shape, bool isVector, bool isRow) => new(
        Level.Postfix, shape, SyntaxPattern.At(0, Level.Power),
        isRow ? isVector ? [@"\mathbf{1} {", (0, Level.Atom), @"}^{\top}"] : [@"\mathbf{1} ", (0, Level.Power)] : [(0, Level.Power), @" \mathbf{1}^{\top}"]);

    /// <summary>A vector that goes with every column of a matrix, <c>column(v)</c>.</summary>
    public static Notation EachColumn(Shape shape) => new(
        Level.Postfix, shape, SyntaxPattern.Call("column", SyntaxPattern.At(0)), [(0, Level.Power), @" \mathbf{1}^{\top}"]);

    /// <summary>The unit matrix.</summary>
    public static Notation Unit(Dimension length) =>
        Words(new Shape(length, length), SyntaxPattern.Call("eye", SyntaxPattern.Length(length)), $"I_{{{length}}}");

    /// <summary>The operation of a form.</summary>
    public static Notation Form(Form form) => form.Kind switch
    {
        FormKind.Transpose => Transpose(form.Shape),
        FormKind.MatrixProduct => MatrixProduct(form.Shape, form.Parts.Count),
        FormKind.Diagonal => Function("diag", form.Shape),
        FormKind.Sum => Function("sum", form.Shape, @"\sum"),
        FormKind.RowSum => Function("rowsum", form.Shape),
        FormKind.ColumnSum => Function("colsum", form.Shape),
        FormKind.Trace => Function("trace", form.Shape, @"\operatorname{tr}"),
        FormKind.Outer => new Notation(
            Level.Postfix, form.Shape, SyntaxPattern.Call("outer", SyntaxPattern.At(0), SyntaxPattern.At(1)), [(0, Level.Power), @" \otimes ", (1, Level.Power)])
        { IsProductInLatex = true },
        FormKind.Unit => Unit(form.Lengths[0]),
        // A person writes the one entry.
        FormKind.Ones when form.Lengths is [{ Name: null, Length: 1 } one] => Words(form.Shape, SyntaxPattern.List([SyntaxPattern.Length(one)]), @"\begin{bmatrix} 1 \end{bmatrix}"),
        FormKind.Ones => Words(form.Shape, SyntaxPattern.Call("ones", [.. form.Lengths.Select(SyntaxPattern.Length)]), $@"\mathbf{{1}}_{{{string.Join(@" \times ", form.Lengths)}}}"),
        _ => throw new ArgumentException($"A form of kind {form.Kind} has no notation of its own.", nameof(form)),
    };

    /// <summary>An array of zeros.</summary>
    public static Notation Zeros(Shape shape)
    {
        var lengths = shape.Dimensions.ToArray();
        return Words(shape, SyntaxPattern.Call("zeros", [.. lengths.Select(SyntaxPattern.Length)]), $@"\mathbf{{0}}_{{{string.Join(@" \times ", lengths)}}}");
    }

    /// <summary>A matrix by its rows, or a vector by its entries.</summary>
    public static Notation Brackets(Shape shape, int parts)
    {
        var (syntax, typeset) = (new List<SyntaxPattern>(), new List<NotationPiece> { @"\begin{bmatrix} " });
        for (var place = 0; place < parts; place++)
        {
            if (place > 0) typeset.Add(@" \\ ");
            syntax.Add(SyntaxPattern.At(place));
            typeset.Add((place, Level.Any));
        }

        return new Notation(Level.Postfix, shape, SyntaxPattern.List([.. syntax]), [.. typeset, @" \end{bmatrix}"]);
    }

    /// <summary><c>table(i = 1..n, [a[i], b[i]])</c>: arrays put side by side along an inner axis.</summary>
    /// <param name="shape">The shape of the table.</param>
    /// <param name="indices">An index for each axis outside of that one.</param>
    /// <param name="parts">How many arrays there are.</param>
    public static Notation TableOfLists(Shape shape, IReadOnlyList<string> indices, int parts)
    {
        var (syntax, typeset) = (new List<SyntaxPattern>(), new List<NotationPiece> { @"\left[ \begin{bmatrix} " });
        SyntaxPattern[] places = [.. indices.Select(SyntaxPattern.Name)];
        for (var part = 0; part < parts; part++)
        {
            syntax.Add(SyntaxPattern.Index(SyntaxPattern.At(part, Level.Postfix), places));
            typeset.AddRange([part == 0 ? "{" : @" \\ {", (part, Level.Atom), $"}}_{{{string.Join(", ", indices)}}}"]);
        }

        return new Notation(Level.Postfix, shape, Table(shape, indices, SyntaxPattern.List([.. syntax])), [.. typeset, $@" \end{{bmatrix}} \right]{Below(shape, indices)}"]);
    }

    /// <summary><c>table(i = 1..n, j = 1..m, entry)</c>.</summary>
    /// <param name="shape">The shape of the table.</param>
    /// <param name="indices">An index for each axis.</param>
    /// <param name="entry">An entry.</param>
    public static SyntaxPattern Table(Shape shape, IReadOnlyList<string> indices, SyntaxPattern entry) =>
        SyntaxPattern.Call("table", [.. indices.Select((index, axis) => SyntaxPattern.Range(index, shape[axis])), entry]);

    /// <summary>What stands below a table in LaTeX: each index and how far it runs.</summary>
    public static string Below(Shape shape, IReadOnlyList<string> indices) =>
        $"_{{{string.Join(@",\; ", indices.Select((index, axis) => $@"{index} = 1 \ldots {shape[axis]}"))}}}";

    /// <summary>A sign of a sum or product over an index that runs from 1.</summary>
    public static string Over(string function, string index, Dimension last) => $@"\{function}_{{{index}=1}}^{{{last}}} ";
}
