using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>x·σ(x), the swish. Its derivative σ(x)·(1 + x·σ(−x)) is finite at both ends.</summary>
internal sealed class Silu : UnaryFunction<Silu>
{
    public override string Name => "silu";
    public override IReadOnlyList<string> Aliases => ["swish"];
    public override string Latex => @"\operatorname{silu}";
    public override string Sentence => "The sigmoid linear unit x*sigmoid(x), also called swish.";
    public override string Example => "silu(x)";
    public override Turns? Turns { get; } = Turns.At(-1.278464542761074);
    public override RealSet Range { get; } = new(-0.27846454276107379511, double.PositiveInfinity, false, true);

    public override Spellings Spellings { get; } = Spellings.Helped("silu") with
    {
        NumPyHelper = """
        def silu(x):
            return x * sigmoid(x)
        """,
        PyTorchHelper = """
        def silu(x):
            return x * torch.sigmoid(x)
        """,
        CHelper = """
        double silu(double x) {
            return x * sigmoid(x);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Multiply(x.Rising(Sigmoid.Logistic, bits), bits);
    public override Complex? ComplexValue(Complex z) => z * ComplexElementary.Logistic(z);
    public override Expression Derivative(Expression x, Expression y) => Sigmoid.Of(x) * (1 + (x * Sigmoid.Of(-x)));
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : null;
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Activations.Silu(x);
    }
}
