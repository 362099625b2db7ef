using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>x! = Γ(x + 1), exact for small whole numbers. Written after its argument.</summary>
public sealed class Factorial : UnaryFunction<Factorial>
{
    /// <inheritdoc/>
    public override string Name => "factorial";

    /// <inheritdoc/>
    public override string Latex => @"!";

    /// <inheritdoc/>
    public override string Sentence => "The factorial x!, which is gamma(x + 1).";

    /// <inheritdoc/>
    public override string Formula => Example;

    /// <inheritdoc/>
    public override string Example => "x!";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(-1, 1, true, "−1, −2, −3, …") };

    /// <inheritdoc/>
    public override RealSet Range { get; } = RealSet.AllBut(0);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = new("gamma({0} + 1)", "tgamma({0} + 1.0)");

    /// <inheritdoc/>
    public override double Value(double x) => x < 0 && x == Math.Floor(x) ? double.NaN : GammaFunction.Gamma(x + 1);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => y * Digamma.Of(x + 1);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value: { IsInteger: true, Sign: >= 0 } n } && n <= GammaFunction.LargestFactorial ? x.Graph.Number(Whole.Factorial((int)n.Numerator)) : null;

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => x.IsNotNegative() ? Facts.MayBePositive | (x & (Facts.Total | Facts.Integer)) : Facts.MayBeNegative | Facts.MayBePositive;
}
