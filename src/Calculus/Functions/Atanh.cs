using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic tangent.</summary>
public sealed class Atanh : UnaryFunction<Atanh>
{
    /// <inheritdoc/>
    public override string Name => "atanh";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["artanh", "arctanh"];

    /// <inheritdoc/>
    public override string Latex => @"\operatorname{artanh}";

    /// <inheritdoc/>
    public override string Sentence => "The number whose hyperbolic tangent is x, log((1 + x)/(1 - x))/2.";

    /// <inheritdoc/>
    public override string Example => "atanh(x)";

    /// <inheritdoc/>
    public override string? Inverse => "tanh";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(-1, 1, true, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("arctanh", "atanh");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Atanh(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Atanh(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => 1 / (1 - x.Graph.Power(x, 2));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x switch
    {
        Number { Value.IsZero: true } => x,
        Call { Function: Tanh } inner => inner.Arguments[0],
        _ => Parity.Odd(this, x),
    };

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => x & Facts.AnySign;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Less.Of(Abs.Of(arguments[0]), graph.One)];
}
