using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic cosine.</summary>
public sealed class Acosh : UnaryFunction<Acosh>
{
    /// <inheritdoc/>
    public override string Name => "acosh";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["arcosh", "arccosh"];

    /// <inheritdoc/>
    public override string Latex => @"\operatorname{arcosh}";

    /// <inheritdoc/>
    public override string Sentence => "The non-negative number whose hyperbolic cosine is x.";

    /// <inheritdoc/>
    public override string Example => "acosh(x)";

    /// <inheritdoc/>
    public override string? Inverse => "cosh";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(1, double.PositiveInfinity, false, true);

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, false, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("arccosh", "acosh");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Acosh(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Acosh(z - 1, z + 1);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Power(x.Graph.Power(x, 2) - 1, Rational.Of(-1, 2));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsOne: true } ? x.Graph.Zero : null;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [LessOrEqual.Of(graph.One, arguments[0])];
}
