using System.Numerics;
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
    public override string? Inverse => "asinh";

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("sinh");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Sinh(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Sinh(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => Cosh.Of(x);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x switch
    {
        Number { Value.IsZero: true } => x,
        Call { Function: Asinh } inner => inner.Arguments[0],
        _ => Parity.Odd(this, x),
    };

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);
}
