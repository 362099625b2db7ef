using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The tangent; it has a pole wherever the cosine is zero.</summary>
public sealed class Tan : UnaryFunction<Tan>
{
    /// <inheritdoc/>
    public override string Name => "tan";

    /// <inheritdoc/>
    public override string Latex => @"\tan";

    /// <inheritdoc/>
    public override bool LatexPowerFollowsName => true;

    /// <inheritdoc/>
    public override string Sentence => "The tangent of an angle in radians, sin(x)/cos(x).";

    /// <inheritdoc/>
    public override string Example => "tan(x)";

    /// <inheritdoc/>
    public override string? Inverse => "atan";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(Math.PI / 2, Math.PI, false, "π/2 + kπ") };

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("tan");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Tan(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Tan(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => 1 + x.Graph.Power(y, 2);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Call { Function: Atan } inner ? inner.Arguments[0] : ExactAngles.Tangent(x) ?? Parity.Odd(this, x);

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => Facts.AnySign;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [NotEqual.Of(Cos.Of(arguments[0]), graph.Zero)];
}
