using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The smallest whole number not below x.</summary>
public sealed class Ceil : UnaryFunction<Ceil>
{
    /// <inheritdoc/>
    public override string Name => "ceil";

    /// <inheritdoc/>
    public override string Latex => @"\operatorname{ceil}";

    /// <inheritdoc/>
    public override (string Open, string Close) LatexBrackets => (@"\left\lceil ", @"\right\rceil");

    /// <inheritdoc/>
    public override string Sentence => "The smallest whole number that is not below x.";

    /// <inheritdoc/>
    public override string Example => "ceil(x)";

    /// <inheritdoc/>
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, 0, 0, 0, 1)];

    /// <inheritdoc/>
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [Of(arguments[0]) - arguments[0]];

    /// <inheritdoc/>
    public override Expression Piece(Graph graph, IReadOnlyList<Expression> arguments) => Of(arguments[0]);

    /// <inheritdoc/>
    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Lower, "The slope of ceil is 0 everywhere."),
        new("JAX", KinkSide.Lower, "The slope of ceil is 0 everywhere."),
    ];

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("ceil");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Ceiling(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => double.IsInteger(z.Real) ? null : Math.Ceiling(z.Real);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Zero;

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x switch
    {
        Number number => x.Graph.Number(-Whole.Floor(-number.Value)),
        _ when x.Facts.IsInteger() => x,
        _ => null,
    };

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => (x & (Facts.Total | Facts.MayBeNegative | Facts.MayBePositive)) | Facts.Integer | Facts.MayBeZero;
}
