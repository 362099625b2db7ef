using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The cosine.</summary>
public sealed class Cos : UnaryFunction<Cos>
{
    /// <inheritdoc/>
    public override string Name => "cos";

    /// <inheritdoc/>
    public override string Latex => @"\cos";

    /// <inheritdoc/>
    public override bool LatexPowerFollowsName => true;

    /// <inheritdoc/>
    public override string Sentence => "The cosine of an angle in radians.";

    /// <inheritdoc/>
    public override string Example => "cos(x)";

    /// <inheritdoc/>
    public override string? Inverse => "acos";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(-1, 1);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("cos");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Cos(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Cos(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => -Sin.Of(x);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => ExactAngles.Cosine(x) ?? Parity.Even(this, x);
}
