using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The gamma function; it has poles at 0, −1, −2, …</summary>
public sealed class Gamma : UnaryFunction<Gamma>
{
    /// <inheritdoc/>
    public override string Name => "gamma";

    /// <inheritdoc/>
    public override string Latex => @"\Gamma";

    /// <inheritdoc/>
    public override string Sentence => "The gamma function, which continues the factorial: gamma(n) = (n - 1)!.";

    /// <inheritdoc/>
    public override string Example => "gamma(x)";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, 1, true, "0, −1, −2, …") };

    /// <inheritdoc/>
    public override RealSet Range { get; } = RealSet.AllBut(0);

    /// <inheritdoc/>
    public override double Value(double x) => GammaFunction.Gamma(x);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => y * Digamma.Of(x);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value: var n } ? Whole.Gamma(x.Graph, n) : null;

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => x.IsPositive() ? Facts.MayBePositive | (x & (Facts.Total | Facts.Integer)) : Facts.MayBeNegative | Facts.MayBePositive;
}
