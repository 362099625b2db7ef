using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The logarithm to base 2.</summary>
public sealed class Log2 : UnaryFunction<Log2>
{
    /// <inheritdoc/>
    public override string Name => "log2";

    /// <inheritdoc/>
    public override string Latex => @"\log_2";

    /// <inheritdoc/>
    public override string Sentence => "The logarithm to base 2.";

    /// <inheritdoc/>
    public override string Example => "log2(x)";

    /// <inheritdoc/>
    public override string? Inverse => "exp2";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = new(0, double.PositiveInfinity, true, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("log2");

    /// <inheritdoc/>
    public override double Value(double x) => Math.Log2(x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Log(z) / Math.Log(2);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => 1 / (x * Log.Of(x.Graph.Number(2)));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value: var n } && n.Sign > 0 && ExactLogarithm.TryOf(n, 2) is { } whole ? x.Graph.Number(whole) : null;

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => Facts.AnySign | (x.IsPositive() ? x & Facts.Total : Facts.None);

    /// <inheritdoc/>
    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[0].Facts.IsPositive() ? [] : [Less.Of(graph.Zero, arguments[0])];
}
