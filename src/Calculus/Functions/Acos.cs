using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The inverse of the cosine.</summary>
public sealed class Acos : UnaryFunction<Acos>
{
    /// <inheritdoc/>
    public override string Name => "acos";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["arccos"];

    /// <inheritdoc/>
    public override string Latex => @"\arccos";

    /// <inheritdoc/>
    public override string Sentence => "The angle between 0 and pi whose cosine is x.";

    /// <inheritdoc/>
    public override string Example => "acos(x)";

    /// <inheritdoc/>
    public override string? Inverse => "cos";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(-1, 1);

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(0, Math.PI);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("arccos", "acos");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Acos(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Acos(1 - z, 1 + z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => -x.Graph.Power(1 - x.Graph.Power(x, 2), Rational.Of(-1, 2));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseCosine(x);

    /// <inheritdoc/>
    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [LessOrEqual.Of(graph.Zero, 1 - graph.Power(arguments[0], 2))];
}
