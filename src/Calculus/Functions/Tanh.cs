using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The hyperbolic tangent.</summary>
public sealed class Tanh : UnaryFunction<Tanh>
{
    /// <inheritdoc/>
    public override string Name => "tanh";

    /// <inheritdoc/>
    public override string Latex => @"\tanh";

    /// <inheritdoc/>
    public override bool LatexPowerFollowsName => true;

    /// <inheritdoc/>
    public override string Sentence => "The hyperbolic tangent, which squeezes every number into -1 to 1.";

    /// <inheritdoc/>
    public override string Example => "tanh(x)";

    /// <inheritdoc/>
    public override string? Inverse => "atanh";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(-1, 1, true, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("tanh");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Tanh(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Tanh(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => 1 - x.Graph.Power(y, 2);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : Parity.Odd(this, x);

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);
}
