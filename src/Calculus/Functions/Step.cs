using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The unit step, 0 at zero.</summary>
public sealed class Step : UnaryFunction<Step>
{
    /// <inheritdoc/>
    public override string Name => "step";

    /// <inheritdoc/>
    public override string Latex => @"\operatorname{step}";

    /// <inheritdoc/>
    public override string Sentence => "1 above zero and 0 elsewhere: the derivative of relu.";

    /// <inheritdoc/>
    public override string Example => "step(x)";

    /// <inheritdoc/>
    public override RealSet Range { get; } = new(0, 1);

    /// <inheritdoc/>
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, 0, 0, 0)];

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Helped("step") with
    {
        NumPyHelper = """
        def step(x):
            return np.where(x > 0, 1.0, np.where(x <= 0, 0.0, np.nan))
        """,
        PyTorchHelper = """
        def step(x):
            return torch.where(x > 0, 1.0, torch.where(x <= 0, 0.0, math.nan))
        """,
        CHelper = """
        double step(double x) {
            return x > 0.0 ? 1.0 : x <= 0.0 ? 0.0 : x;
        }
        """,
    };

    /// <inheritdoc/>
    public override double Value(double x) => double.IsNaN(x) ? double.NaN : x > 0 ? 1 : 0;

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => z.Real == 0 ? null : z.Real > 0 ? 1 : 0;

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Zero;

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => x switch
    {
        Number number => number.Value.Sign > 0 ? x.Graph.One : x.Graph.Zero,
        _ when x.Facts.IsTotal() && x.Facts.IsPositive() => x.Graph.One,
        _ when x.Facts.IsTotal() && x.Facts.IsNotPositive() => x.Graph.Zero,
        Product { Coefficient: var c } product when c.Sign > 0 && !c.IsOne => Of(x.Graph.WithoutCoefficient(product)),
        _ => null,
    };

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => (x & Facts.Total) | Facts.NotNegative | Facts.Integer;
}
