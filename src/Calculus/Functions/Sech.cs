using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The hyperbolic secant.</summary>
internal sealed class Sech : UnaryFunction<Sech>
{
    public override string Name => "sech";
    public override string Latex => @"\operatorname{sech}";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The hyperbolic secant, 1/cosh(x).";
    public override string Example => "sech(x)";
    public override Turns? Turns { get; } = Turns.At(0);
    public override string? Inverse => "asech";
    public override RealSet Range { get; } = new(0, 1, true, false);

    public override Spellings Spellings { get; } = Spellings.Helped("sech") with
    {
        NumPyHelper = """
        def sech(x):
            small = np.exp(-np.abs(x))
            return 2 * small / (1 + small * small)
        """,
        CHelper = """
        double sech(double x) {
            double small = exp(-fabs(x));
            return 2.0 * small / (1.0 + small * small);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits) => HyperbolicBalls.Sech(x, bits);

    public override Complex? ComplexValue(Complex z) => 1 / ComplexElementary.Cosh(z);
    public override Expression Derivative(Expression x, Expression y) => -(y * Tanh.Of(x));
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.One : Parity.Even(this, x);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.Secant(x);
    }
}
