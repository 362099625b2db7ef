using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>2^x, kept as that power.</summary>
public sealed class Exp2 : UnaryFunction<Exp2>
{
    /// <inheritdoc/>
    public override string Name => "exp2";

    /// <inheritdoc/>
    public override string Latex => @"\exp_2";

    /// <inheritdoc/>
    public override string Sentence => "Two to the power x.";

    /// <inheritdoc/>
    public override string Example => "exp2(x)";

    /// <inheritdoc/>
    public override string? Inverse => "log2";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, true, true);

    /// <inheritdoc/>
    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments) => graph.Power(graph.Number(2), arguments[0]);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Named("exp2") with
    {
        CSharp = "Math.Pow(2.0, {0})",
        JavaScript = "Math.pow(2, {0})",
    };

    /// <inheritdoc/>
    public override double Value(double x) => Math.Pow(2, x);

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Exp(z * Math.Log(2));

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => y * Log.Of(x.Graph.Number(2));
}
