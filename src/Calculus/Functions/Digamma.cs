using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>ψ(x) = Γ′(x)/Γ(x)</summary>
public sealed class Digamma : UnaryFunction<Digamma>
{
    /// <inheritdoc/>
    public override string Name => "digamma";

    /// <inheritdoc/>
    public override string Latex => @"\psi";

    /// <inheritdoc/>
    public override string Sentence => "The derivative of log gamma.";

    /// <inheritdoc/>
    public override string Example => "digamma(x)";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, 1, true, "0, −1, −2, …") };

    /// <inheritdoc/>
    public override double Value(double x) => PolygammaFunction.Digamma(x);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => Trigamma.Of(x);

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => Facts.AnySign | (x.IsPositive() ? x & Facts.Total : Facts.None);
}
