using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic sine.</summary>
public sealed class Asinh : UnaryFunction<Asinh>
{
    /// <inheritdoc/>
    public override string Name => "asinh";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["arsinh", "arcsinh"];

    /// <inheritdoc/>
    public override string Latex => @"\operatorname{arsinh}";

    /// <inheritdoc/>
    public override string Sentence => "The number whose hyperbolic sine is x, log(x + sqrt(x^2 + 1)).";

    /// <inheritdoc/>
    public override string Example => "asinh(x)";

    /// <inheritdoc/>
    public override string? Inverse => "sinh";

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("arcsinh", "asinh");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Asinh(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Asinh(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Power(x.Graph.Power(x, 2) + 1, Rational.Of(-1, 2));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x switch
    {
        Number { Value.IsZero: true } => x,
        Call { Function: Sinh } inner => inner.Arguments[0],
        _ => Parity.Odd(this, x),
    };

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);
}
