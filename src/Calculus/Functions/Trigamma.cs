using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>ψ′(x), the second derivative of log Γ(x).</summary>
public sealed class Trigamma : UnaryFunction<Trigamma>
{
    /// <inheritdoc/>
    public override string Name => "trigamma";

    /// <inheritdoc/>
    public override string Latex => @"\psi'";

    /// <inheritdoc/>
    public override string Sentence => "The second derivative of log gamma.";

    /// <inheritdoc/>
    public override string Example => "trigamma(x)";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, 1, true, "0, −1, −2, …") };

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, true, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = new("polygamma(1, {0})", "polygamma(1.0, {0})");

    /// <inheritdoc/>
    public override double Value(double x) => PolygammaFunction.Polygamma(1, x);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => Polygamma.Of(2, x);

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => Facts.MayBePositive | (x.IsPositive() ? x & Facts.Total : Facts.None);
}
