using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The unit step, 0 at zero.</summary>
internal sealed class Step : UnaryFunction<Step>
{
    public override string Name => "step";
    public override string Latex => @"\operatorname{step}";
    public override string Sentence => "1 above zero and 0 elsewhere: the derivative of relu.";
    public override string Example => "step(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(0, 1);
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, 0, 0, 0)];

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

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Sign is { } sign ? Ball.Of(Math.Max(sign, 0)) : Ball.Unknown;
    public override Complex? ComplexValue(Complex z) => z.Real == 0 ? null : z.Real > 0 ? 1 : 0;
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Zero;

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number number => number.Value.Sign > 0 ? x.Graph.One : x.Graph.Zero,
        _ when x.Facts.IsTotal() && x.Facts.IsPositive() => x.Graph.One,
        _ when x.Facts.IsTotal() && x.Facts.IsNotPositive() => x.Graph.Zero,
        Product { Coefficient: var c } product when c.Sign > 0 && !c.IsOne => Of(x.Graph.WithoutCoefficient(product)),
        Product { Coefficient: var c } product when c.Sign < 0 && c != -1 => Of(-x.Graph.WithoutCoefficient(product)),
        _ => null,
    };

    public override Facts FactsOf(Facts x) => (x & Facts.Total) | Facts.NotNegative | Facts.Integer;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Select(x > T.Of(0), T.Of(1), T.Select(T.Equal(x, x), T.Of(0), x));
    }
}
