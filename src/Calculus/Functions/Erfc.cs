using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The complementary error function 1 − erf(x), right also where it is tiny.</summary>
public sealed class Erfc : UnaryFunction<Erfc>
{
    /// <inheritdoc/>
    public override string Name => "erfc";

    /// <inheritdoc/>
    public override string Latex => @"\operatorname{erfc}";

    /// <inheritdoc/>
    public override string Sentence => "The complementary error function, 1 - erf(x).";

    /// <inheritdoc/>
    public override string Example => "erfc(x)";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(0, 2, true, true);

    /// <inheritdoc/>
    public override double Value(double x) => ErrorFunction.Erfc(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ErrorFunction.Erfc(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => -2 * Exp.Of(-x.Graph.Power(x, 2)) / x.Graph.Power(x.Graph.Symbol(NamedConstants.Pi, SymbolRole.Constant), Rational.Of(1, 2));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.One : null;
}
