using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>x·tanh(softplus(x))</summary>
public sealed class Mish : UnaryFunction<Mish>
{
    /// <inheritdoc/>
    public override string Name => "mish";

    /// <inheritdoc/>
    public override string Latex => @"\operatorname{mish}";

    /// <inheritdoc/>
    public override string Sentence => "x*tanh(softplus(x)): smooth, and not quite zero below zero.";

    /// <inheritdoc/>
    public override string Example => "mish(x)";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(-0.30884341301725041, double.PositiveInfinity, false, true);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Helped("mish") with
    {
        NumPyHelper = """
        def mish(x):
            return x * np.tanh(np.logaddexp(x, 0.0))
        """,
        PyTorchHelper = """
        def mish(x):
            return x * torch.tanh(torch.logaddexp(x, torch.zeros_like(x)))
        """,
        CHelper = """
        double mish(double x) {
            return x * tanh(softplus(x));
        }
        """,
    };

    /// <inheritdoc/>
    public override double Value(double x) => double.IsNegativeInfinity(x) ? 0 : x * Math.Tanh(Softplus.LogOnePlusExp(x));

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => z * ComplexElementary.Tanh(ComplexElementary.LogOnePlusExp(z));

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => Tanh.Of(Softplus.Of(x)) + (x * Sigmoid.Of(x) * (1 - x.Graph.Power(Tanh.Of(Softplus.Of(x)), 2)));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : null;

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);
}
