using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The hyperbolic sine.</summary>
public sealed class Sinh : UnaryFunction<Sinh>
{
    /// <inheritdoc/>
    public override string Name => "sinh";

    /// <inheritdoc/>
    public override string Latex => @"\sinh";

    /// <inheritdoc/>
    public override bool LatexPowerFollowsName => true;

    /// <inheritdoc/>
    public override string Sentence => "The hyperbolic sine, (exp(x) - exp(-x))/2.";

    /// <inheritdoc/>
    public override string Example => "sinh(x)";

    /// <inheritdoc/>
    public override double Value(double x) => Math.Sinh(x);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => Cosh.Of(x);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : Parity.Odd(this, x);
}
