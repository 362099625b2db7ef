using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The sine.</summary>
public sealed class Sin : UnaryFunction<Sin>
{
    /// <inheritdoc/>
    public override string Name => "sin";

    /// <inheritdoc/>
    public override string Latex => @"\sin";

    /// <inheritdoc/>
    public override bool LatexPowerFollowsName => true;

    /// <inheritdoc/>
    public override string Sentence => "The sine of an angle in radians.";

    /// <inheritdoc/>
    public override string Example => "sin(x)";

    /// <inheritdoc/>
    public override string? Inverse => "asin";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(-1, 1);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("sin");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Sin(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Sin(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => Cos.Of(x);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => ExactAngles.Sine(x) ?? Parity.Odd(this, x);
}
