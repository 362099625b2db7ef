using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>One piece of a notation in LaTeX: words, or the place of an argument and how tightly it must bind there.</summary>
/// <param name="Words">The words, or null.</param>
/// <param name="Place">Which argument.</param>
/// <param name="Least">How tightly it must bind to need no brackets.</param>
internal readonly record struct NotationPiece(string? Words, int Place, Level Least)
{
    public static implicit operator NotationPiece(string words) => new(words, 0, Level.Any);

    public static implicit operator NotationPiece((int Place, Level Least) argument) => new(null, argument.Place, argument.Least);
}

/// <summary>
/// How an operation on whole arrays is written; a function only of the graphs that printers make, where arrays of different
/// shapes are arguments of one call. Two are equal if they are written alike and have values of one shape.
/// </summary>
internal sealed class Notation : Function, IEquatable<Notation>
{
    /// <summary>A notation.</summary>
    /// <param name="level">How tightly its outermost sign binds.</param>
    /// <param name="shape">The shape of its value.</param>
    /// <param name="syntax">How it is written in the function language.</param>
    /// <param name="latex">How it is written in LaTeX.</param>
    public Notation(Level level, Shape shape, SyntaxPattern syntax, IReadOnlyList<NotationPiece> latex)
    {
        (Level, Shape, Syntax, LatexPieces) = (level, shape, syntax, latex);
        // What it looks like, with {0} for its first argument.
        var named = new PatternFilling(static place => place with { Pattern = SyntaxPattern.Name($"{{{place.Pattern.Place}}}") });
        Name = SyntaxPrinter.AsItStands(named.Tree(syntax));
    }

    /// <summary>How tightly its outermost sign binds.</summary>
    public Level Level { get; }

    /// <summary>The shape of its value.</summary>
    public Shape Shape { get; }

    /// <summary>How it is written in the function language.</summary>
    public SyntaxPattern Syntax { get; }

    /// <summary>How it is written in LaTeX.</summary>
    public IReadOnlyList<NotationPiece> LatexPieces { get; }

    /// <summary>The index that it sums over, where it is such a sum; a power of its LaTeX needs brackets although the text needs none.</summary>
    public string? Index { get; init; }

    /// <summary>Whether its LaTeX has the sign of a product outside, although the text is a call.</summary>
    public bool IsProductInLatex { get; init; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override bool IsNamed => false;

    /// <inheritdoc/>
    public override string Latex => Name;

    /// <inheritdoc/>
    public override string Sentence => Name;

    /// <inheritdoc/>
    public override string Example => Name;

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> arguments) => throw new NotSupportedException("A notation is written, not computed.");

    /// <inheritdoc/>
    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => throw new NotSupportedException("A notation is written, not computed.");

    /// <inheritdoc/>
    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) =>
        throw new NotSupportedException("A notation is written, not differentiated.");

    /// <inheritdoc/>
    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments) => graph.Written(this, Shape, arguments);

    /// <inheritdoc/>
    public bool Equals(Notation? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Shape == other.Shape;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Notation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Shape);
}
