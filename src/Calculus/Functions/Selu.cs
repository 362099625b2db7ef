using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The scaled elu of Klambauer et al., <i>Self-Normalizing Neural Networks</i>, 2017. Its slope at 0 is the left one, as in PyTorch.</summary>
internal sealed class Selu : UnaryFunction<Selu>
{
    public override string Name => "selu";
    public override string Latex => @"\operatorname{selu}";
    public override bool HasDecimals => true;
    public override string Sentence => "The scaled exponential linear unit: a line above zero, an exponential below.";
    public override string Example => "selu(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(-ScaleTimesAlpha, double.PositiveInfinity, true, true);
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, ScaleTimesAlpha, Scale, ScaleTimesAlpha)];

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Lower, "The lower branch holds where x <= 0."),
        new("JAX", KinkSide.Lower, "jax.nn.selu is built from elu, which is x where x > 0."),
        new("TensorFlow", KinkSide.Upper, "The lower branch holds where the value is below 0."),
    ];

    public override Spellings Spellings { get; } = Spellings.Helped("selu") with
    {
        NumPyHelper = """
        def selu(x):
            return np.where(x > 0, 1.0507009873554805 * x, 1.7580993408473768 * np.expm1(np.where(x > 0, 0.0, x)))
        """,
        CHelper = """
        double selu(double x) {
            return x > 0.0 ? 1.0507009873554805 * x : 1.7580993408473768 * expm1(x);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits)
    {
        var below = ElementaryBalls.Expm1(x.Smallest(Ball.Zero, bits), bits).Multiply(Ball.Of(Rational.FromDecimal(ScaleTimesAlpha)), bits);
        return x.Largest(Ball.Zero, bits).Multiply(Ball.Of(Rational.FromDecimal(Scale)), bits).Add(below, bits);
    }

    public override Complex? ComplexValue(Complex z) => z.Real == 0 ? null : z.Real > 0 ? Scale * z : ScaleTimesAlpha * ComplexElementary.ExpMinusOne(z);

    public override Expression Derivative(Expression x, Expression y) => x.Graph.Choice(
        Less.Of(x.Graph.Zero, x), x.Graph.Number(Rational.FromDecimal(Scale)), Rational.FromDecimal(ScaleTimesAlpha) * Exp.Of(x));

    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : null;
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    private const double Scale = 1.0507009873554805, ScaleTimesAlpha = 1.7580993408473768;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Select(x > T.Of(0), T.Of(Scale) * x, T.Of(ScaleTimesAlpha) * Exponential.MinusOne(T.Smaller(x, T.Of(0))));
    }
}
