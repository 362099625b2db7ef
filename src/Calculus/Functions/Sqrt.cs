using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The square root, kept as the power 1/2.</summary>
public sealed class Sqrt : UnaryFunction<Sqrt>
{
    /// <inheritdoc/>
    public override string Name => "sqrt";

    /// <inheritdoc/>
    public override string Latex => @"\sqrt";

    /// <inheritdoc/>
    public override string Sentence => "The square root.";

    /// <inheritdoc/>
    public override string Example => "sqrt(x)";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(0, double.PositiveInfinity, false, true);

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, false, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("sqrt");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Sqrt(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Sqrt(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => Rational.Of(1, 2) * x.Graph.Power(x, Rational.Of(-1, 2));

    /// <inheritdoc/>
    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments) => graph.Power(arguments[0], Rational.Of(1, 2));
}
