using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The cotangent; it has a pole wherever the sine is zero.</summary>
public sealed class Cot : UnaryFunction<Cot>
{
    /// <inheritdoc/>
    public override string Name => "cot";

    /// <inheritdoc/>
    public override string Latex => @"\cot";

    /// <inheritdoc/>
    public override bool LatexPowerFollowsName => true;

    /// <inheritdoc/>
    public override string Sentence => "The cotangent of an angle in radians, cos(x)/sin(x).";

    /// <inheritdoc/>
    public override string Example => "cot(x)";

    /// <inheritdoc/>
    public override string? Inverse => "acot";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, Math.PI, false, "kπ") };

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = new("1 / np.tan({0})", "1.0 / tan({0})");

    /// <inheritdoc/>
    public override double Value(double x) => 1 / Math.Tan(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => 1 / ComplexElementary.Tan(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => -x.Graph.Power(Csc.Of(x), 2);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => ExactAngles.Cotangent(x) ?? Parity.Odd(this, x);

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => Facts.AnySign;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [NotEqual.Of(Sin.Of(arguments[0]), graph.Zero)];
}
