using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>sin(x)/x, and 1 at 0, as in mathematics: without a factor π. Its derivatives of any order are accurate at 0 and near it.</summary>
internal sealed class Sinc : UnaryFunction<Sinc>
{
    public override string Name => "sinc";
    public override string Latex => @"\operatorname{sinc}";
    public override string Sentence => "sin(x)/x, and 1 at 0; without the factor pi that NumPy and PyTorch include.";
    public override string Example => "sinc(x)";
    public override RealSet Range { get; } = new(-0.21723362821122166, 1);

    public override Spellings Spellings { get; } = Spellings.Helped("sinc") with
    {
        NumPyHelper = """
        def sinc(x):
            safe = np.where(x == 0, 1.0, x)
            return np.where(x == 0, 1.0, np.sin(safe) / safe)
        """,
        CHelper = """
        double sinc(double x) {
            return x == 0.0 ? 1.0 : sin(x) / x;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => SincBalls.Derivative(0, x, bits);
    public override Complex? ComplexValue(Complex z) => SincDerivative.ComplexSinc(z);
    public override Expression Derivative(Expression x, Expression y) => SincDerivative.Of(1, x);
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.One : Parity.Even(this, x);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Angles.Cardinal(x);
    }
}
