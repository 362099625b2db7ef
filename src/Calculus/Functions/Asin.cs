using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The inverse of the sine.</summary>
public sealed class Asin : UnaryFunction<Asin>
{
    /// <inheritdoc/>
    public override string Name => "asin";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["arcsin"];

    /// <inheritdoc/>
    public override string Latex => @"\arcsin";

    /// <inheritdoc/>
    public override string Sentence => "The angle between -pi/2 and pi/2 whose sine is x.";

    /// <inheritdoc/>
    public override string Example => "asin(x)";

    /// <inheritdoc/>
    public override string? Inverse => "sin";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(-1, 1);

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(-Math.PI / 2, Math.PI / 2);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("arcsin", "asin");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Asin(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Asin(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Power(1 - x.Graph.Power(x, 2), Rational.Of(-1, 2));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseSine(x) ?? Parity.Odd(this, x);

    /// <inheritdoc/>
    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [LessOrEqual.Of(graph.Zero, 1 - graph.Power(arguments[0], 2))];
}
