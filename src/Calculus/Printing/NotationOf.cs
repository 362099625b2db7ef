using Calculus.Expressions;
using Calculus.Matrices;

namespace Calculus.Printing;

/// <summary>The notations of the operations on arrays.</summary>
internal static class NotationOf
{
    private static readonly NotationPiece s_all = (0, Level.Any);

    /// <summary>A function by its name: <c>inv(A)</c>.</summary>
    public static Notation Function(string name, Shape shape, int arguments = 1, string? latex = null)
    {
        var (text, typeset) = (new List<NotationPiece> { name + "(" }, new List<NotationPiece> { (latex ?? $@"\operatorname{{{name.Replace("_", @"\_", StringComparison.Ordinal)}}}") + @"\left(" });
        for (var place = 0; place < arguments; place++)
        {
            if (place > 0) text.Add(", ");
            if (place > 0) typeset.Add(", ");
            text.Add((place, Level.Any));
            typeset.Add((place, Level.Any));
        }

        return new Notation(Level.Postfix, shape, [.. text, ")"], [.. typeset, @"\right)"]);
    }

    /// <summary>An operation written around one argument.</summary>
    public static Notation Around(Shape shape, string open, string close, string latexOpen, string latexClose) =>
        new(Level.Postfix, shape, [open, s_all, close], [latexOpen, s_all, latexClose]);

    /// <summary>Words without an argument.</summary>
    public static Notation Words(Shape shape, string text, string latex) => new(Level.Postfix, shape, [text], [latex]);

    /// <summary><c>A'</c>.</summary>
    public static Notation Transpose(Shape shape) => new(Level.Postfix, shape, [(0, Level.Postfix), "'"], ["{", (0, Level.Atom), @"}^{\top}"]);

    /// <summary><c>A @ B @ x</c>.</summary>
    public static Notation MatrixProduct(Shape shape, int factors)
    {
        var (text, typeset) = (new List<NotationPiece>(), new List<NotationPiece>());
        for (var place = 0; place < factors; place++)
        {
            if (place > 0) text.Add(" @ ");
            if (place > 0) typeset.Add(@" \, ");
            text.Add((place, place == 0 ? Level.Product : Level.Power));
            typeset.Add((place, Level.Power));
        }

        return new Notation(Level.Product, shape, text, typeset);
    }

    /// <summary>A vector that is combined with every row of a matrix: its name alone.</summary>
    public static Notation EachRow(Shape shape) => new(Level.Postfix, shape, [(0, Level.Power)], [@"\mathbf{1} ", (0, Level.Power), @"^{\top}"]);

    /// <summary>The operation of a form.</summary>
    public static Notation Form(Form form) => form.Kind switch
    {
        FormKind.Transpose => Transpose(form.Shape),
        FormKind.MatrixProduct => MatrixProduct(form.Shape, form.Parts.Count),
        FormKind.Diagonal => Function("diag", form.Shape),
        FormKind.Sum => Around(form.Shape, "sum(", ")", @"\sum\left(", @"\right)"),
        FormKind.RowSum => Function("rowsum", form.Shape),
        FormKind.ColumnSum => Function("colsum", form.Shape),
        FormKind.Trace => Function("trace", form.Shape, 1, @"\operatorname{tr}"),
        FormKind.Outer => new Notation(
            Level.Postfix, form.Shape, ["outer(", (0, Level.Any), ", ", (1, Level.Any), ")"], [(0, Level.Power), @" \otimes ", (1, Level.Power)]),
        FormKind.Unit => Words(form.Shape, $"eye({form.Lengths[0]})", $"I_{{{form.Lengths[0]}}}"),
        FormKind.Ones => Words(form.Shape, $"ones({string.Join(", ", form.Lengths)})", $@"\mathbf{{1}}_{{{string.Join(@" \times ", form.Lengths)}}}"),
        _ => throw new ArgumentException($"A form of kind {form.Kind} has no notation of its own.", nameof(form)),
    };

    /// <summary>A matrix by its rows, or a vector by its entries.</summary>
    public static Notation Brackets(Shape shape, int parts)
    {
        var (text, typeset) = (new List<NotationPiece> { "[" }, new List<NotationPiece> { @"\begin{bmatrix} " });
        for (var place = 0; place < parts; place++)
        {
            if (place > 0) text.Add(", ");
            if (place > 0) typeset.Add(@" \\ ");
            text.Add((place, Level.Any));
            typeset.Add((place, Level.Any));
        }

        return new Notation(Level.Postfix, shape, [.. text, "]"], [.. typeset, @" \end{bmatrix}"]);
    }
}
