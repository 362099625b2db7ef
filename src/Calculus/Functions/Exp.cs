using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>e^x.</summary>
public sealed class Exp : UnaryFunction<Exp>
{
    /// <inheritdoc/>
    public override string Name => "exp";

    /// <inheritdoc/>
    public override string Latex => @"\exp";

    /// <inheritdoc/>
    public override string LatexBase => "e";

    /// <inheritdoc/>
    public override string Sentence => "The exponential function, which is its own derivative.";

    /// <inheritdoc/>
    public override string Example => "exp(-x^2)";

    /// <inheritdoc/>
    public override string? Inverse => "log";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, true, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("exp");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Exp(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Exp(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => y;

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.One : null;
}
