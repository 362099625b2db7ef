using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The approximation of gelu by tanh: x·σ(2w) with w = √(2/π)·(x + 0.044715·x³).</summary>
internal sealed class GeluTanh : UnaryFunction<GeluTanh>
{
    public override string Name => "gelu_tanh";
    public override string Latex => @"\operatorname{gelu\_tanh}";
    public override string Sentence => "gelu approximated with tanh, x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))/2.";
    public override string Example => "gelu_tanh(x)";
    public override Turns? Turns { get; } = Turns.At(-0.7524614220710162);
    public override bool HasDecimals => true;
    public override RealSet Range { get; } = new(-0.17004075057125409, double.PositiveInfinity, false, true);

    public override Spellings Spellings { get; } = Spellings.Helped("gelu_tanh") with
    {
        NumPyHelper = """
        def gelu_tanh(x):
            return x * sigmoid(1.5957691216057308 * (x + 0.044715 * x * x * x))
        """,
        PyTorchHelper = """
        def gelu_tanh(x):
            return x * torch.sigmoid(1.5957691216057308 * (x + 0.044715 * x * x * x))
        """,
        CHelper = """
        double gelu_tanh(double x) {
            return x * sigmoid(1.5957691216057308 * (x + 0.044715 * x * x * x));
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits)
    {
        // An exponential has as many digits as its argument has after the point.
        const int farthest = 64;
        var working = bits + (int)Math.Clamp((3 * x.TopBit) + 2, 0, farthest);
        var cubic = x.Raise(3, working).Multiply(Ball.Of(Rational.FromDecimal(Cubic)), working);
        var root = ElementaryBalls.Sqrt(Ball.Of(8).Divide(BallConstants.Pi(working), working), working);
        return x.Multiply(root.Multiply(x.Add(cubic, working), working).Rising(Sigmoid.Logistic, bits), bits);
    }

    public override Complex? ComplexValue(Complex z) => z * ComplexElementary.Logistic(Math.Sqrt(8 / Math.PI) * (z + (Cubic * z * z * z)));
    public override Expression Derivative(Expression x, Expression y) => Slope(x);
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : null;
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    private const double Cubic = 0.044715;

    // σ(v) + x·σ(v)·σ(−v)·v′ with v = 2w, finite at both ends where tanh would cancel.
    private static Expression Slope(Expression x)
    {
        var graph = x.Graph;
        var cubic = Rational.FromDecimal(Cubic);
        var scale = graph.Power(8 / graph.Symbol(NamedConstants.Pi, SymbolRole.Constant), Rational.Of(1, 2));
        var v = scale * (x + (cubic * graph.Power(x, 3)));
        return Sigmoid.Of(v) * (1 + (x * Sigmoid.Of(-v) * scale * (1 + (3 * cubic * graph.Power(x, 2)))));
    }

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Activations.GeluTanh(x);
    }
}
