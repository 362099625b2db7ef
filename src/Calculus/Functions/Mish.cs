using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>x·tanh(softplus(x))</summary>
internal sealed class Mish : UnaryFunction<Mish>
{
    public override string Name => "mish";
    public override string Latex => @"\operatorname{mish}";
    public override string Sentence => "x*tanh(softplus(x)): smooth, and not quite zero below zero.";
    public override string Example => "mish(x)";
    public override Turns? Turns { get; } = Turns.At(-1.1924312145154952);
    public override RealSet Range { get; } = new(-0.30884341301725041, double.PositiveInfinity, false, true);

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

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Multiply(HyperbolicBalls.Tanh(x.Rising(Softplus.LogOnePlusExp, bits), bits), bits);
    public override Complex? ComplexValue(Complex z) => z * ComplexElementary.Tanh(ComplexElementary.LogOnePlusExp(z));
    public override Expression Derivative(Expression x, Expression y) => Tanh.Of(Softplus.Of(x)) + (x * Sigmoid.Of(x) * (1 - x.Graph.Power(Tanh.Of(Softplus.Of(x)), 2)));
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : null;
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Activations.Mish(x);
    }
}
