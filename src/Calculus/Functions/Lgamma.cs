using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>log|Γ(x)|</summary>
public sealed class Lgamma : UnaryFunction<Lgamma>
{
    /// <inheritdoc/>
    public override string Name => "lgamma";

    /// <inheritdoc/>
    public override string Latex => @"\ln\Gamma";

    /// <inheritdoc/>
    public override (string Open, string Close) LatexBrackets => (@"\ln\left|\Gamma\left(", @"\right)\right|");

    /// <inheritdoc/>
    public override string Sentence => "The logarithm of the absolute value of the gamma function.";

    /// <inheritdoc/>
    public override string Example => "lgamma(x)";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, 1, true, "0, −1, −2, …") };

    /// <inheritdoc/>
    public override double Value(double x) => GammaFunction.LogGamma(x);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => Digamma.Of(x);

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value: var n } && (n == 1 || n == 2) ? x.Graph.Zero : null;

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => Facts.AnySign | (x.IsPositive() ? x & Facts.Total : Facts.None);
}
