using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The largest whole number not above x.</summary>
public sealed class Floor : UnaryFunction<Floor>
{
    /// <inheritdoc/>
    public override string Name => "floor";

    /// <inheritdoc/>
    public override string Latex => @"\operatorname{floor}";

    /// <inheritdoc/>
    public override (string Open, string Close) LatexBrackets => (@"\left\lfloor ", @"\right\rfloor");

    /// <inheritdoc/>
    public override string Sentence => "The largest whole number that is not above x.";

    /// <inheritdoc/>
    public override string Example => "floor(x)";

    /// <inheritdoc/>
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, 0, 0, 0, 1)];

    /// <inheritdoc/>
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [Of(arguments[0]) - arguments[0]];

    /// <inheritdoc/>
    public override Expression Piece(Graph graph, IReadOnlyList<Expression> arguments) => Of(arguments[0]);

    /// <inheritdoc/>
    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Lower, "The slope of floor is 0 everywhere."),
        new("JAX", KinkSide.Lower, "The slope of floor is 0 everywhere."),
    ];

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("floor");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Floor(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => double.IsInteger(z.Real) ? null : Math.Floor(z.Real);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Zero;

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x switch
    {
        Number number => x.Graph.Number(Whole.Floor(number.Value)),
        _ when x.Facts.IsInteger() => x,
        _ => null,
    };

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => (x & (Facts.Total | Facts.MayBeNegative | Facts.MayBePositive)) | Facts.Integer | Facts.MayBeZero;
}
