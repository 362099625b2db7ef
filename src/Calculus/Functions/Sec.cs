using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The secant; it has a pole wherever the cosine is zero.</summary>
public sealed class Sec : UnaryFunction<Sec>
{
    /// <inheritdoc/>
    public override string Name => "sec";

    /// <inheritdoc/>
    public override string Latex => @"\sec";

    /// <inheritdoc/>
    public override bool LatexPowerFollowsName => true;

    /// <inheritdoc/>
    public override string Sentence => "The secant of an angle in radians, 1/cos(x).";

    /// <inheritdoc/>
    public override string Example => "sec(x)";

    /// <inheritdoc/>
    public override string? Inverse => "asec";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(Math.PI / 2, Math.PI, false, "π/2 + kπ") };

    /// <inheritdoc/>
    public override RealSet Range { get; } = RealSet.Outside(1, open: false);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = new("1 / np.cos({0})", "1.0 / cos({0})");

    /// <inheritdoc/>
    public override double Value(double x) => 1 / Math.Cos(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => 1 / ComplexElementary.Cos(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => y * Tan.Of(x);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => ExactAngles.Secant(x) ?? Parity.Even(this, x);

    /// <inheritdoc/>
    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [NotEqual.Of(Cos.Of(arguments[0]), graph.Zero)];
}
