using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The hyperbolic cosine.</summary>
public sealed class Cosh : UnaryFunction<Cosh>
{
    /// <inheritdoc/>
    public override string Name => "cosh";

    /// <inheritdoc/>
    public override string Latex => @"\cosh";

    /// <inheritdoc/>
    public override bool LatexPowerFollowsName => true;

    /// <inheritdoc/>
    public override string Sentence => "The hyperbolic cosine, (exp(x) + exp(-x))/2.";

    /// <inheritdoc/>
    public override string Example => "cosh(x)";

    /// <inheritdoc/>
    public override string? Inverse => "acosh";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(1, double.PositiveInfinity, false, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("cosh");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Cosh(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Cosh(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => Sinh.Of(x);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.One : Parity.Even(this, x);
}
