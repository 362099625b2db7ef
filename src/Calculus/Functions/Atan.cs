using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The inverse of the tangent.</summary>
public sealed class Atan : UnaryFunction<Atan>
{
    /// <inheritdoc/>
    public override string Name => "atan";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["arctan"];

    /// <inheritdoc/>
    public override string Latex => @"\arctan";

    /// <inheritdoc/>
    public override string Sentence => "The angle between -pi/2 and pi/2 whose tangent is x.";

    /// <inheritdoc/>
    public override string Example => "atan(x)";

    /// <inheritdoc/>
    public override string? Inverse => "tan";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(-Math.PI / 2, Math.PI / 2, true, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("arctan", "atan");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Atan(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Atan(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => 1 / (1 + x.Graph.Power(x, 2));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseTangent(x) ?? Parity.Odd(this, x);

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);
}
