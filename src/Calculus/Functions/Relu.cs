using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>max(x, 0). Its slope at 0 is taken as 0, as in PyTorch.</summary>
internal sealed class Relu : UnaryFunction<Relu>
{
    public override string Name => "relu";
    public override string Latex => @"\operatorname{relu}";
    public override string Sentence => "The rectified linear unit: x above zero, 0 below.";
    public override string Example => "relu(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, false, true);
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, 0, 1, 0)];

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Lower, "The slope is 1 where x > 0 and 0 elsewhere."),
        new("JAX", KinkSide.Lower, "jax.nn.relu has its own rule: 0 at 0."),
        new("TensorFlow", KinkSide.Lower, "tf.nn.relu passes the slope on where x > 0."),
    ];

    public override Spellings Spellings { get; } = new("np.maximum({0}, 0.0)", "maximum({0}, 0.0)") { PyTorch = "torch.relu({0})" };
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Largest(Ball.Zero, bits);
    public override Complex? ComplexValue(Complex z) => z.Real == 0 ? null : z.Real > 0 ? z : 0;
    public override Expression Derivative(Expression x, Expression y) => Step.Of(x);

    public override Expression? Rewrite(Expression x) => x switch
    {
        _ when x.Facts.IsNotNegative() => x,
        Number => x.Graph.Zero,
        _ when x.Facts.IsTotal() && x.Facts.IsNotPositive() => x.Graph.Zero,
        Product { Coefficient: var c } product when c.Sign > 0 && !c.IsOne => x.Graph.Scale(c, Of(x.Graph.WithoutCoefficient(product))),
        _ => null,
    };

    public override Facts FactsOf(Facts x) => (x & (Facts.Total | Facts.Integer | Facts.MayBePositive)) | Facts.MayBeZero;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Select(x > T.Of(0), x, T.Select(T.Equal(x, x), T.Of(0), x));
    }
}
