using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The hyperbolic cosecant; it has a pole at 0.</summary>
internal sealed class Csch : UnaryFunction<Csch>
{
    public override string Name => "csch";
    public override string Latex => @"\operatorname{csch}";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The hyperbolic cosecant, 1/sinh(x).";
    public override string Example => "csch(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "acsch";
    public override RealSet Domain { get; } = RealSet.AllBut(0);
    public override RealSet Range { get; } = RealSet.AllBut(0);

    public override Spellings Spellings { get; } = Spellings.Helped("csch") with
    {
        NumPyHelper = """
        def csch(x):
            size = np.abs(x)
            return -2 * np.sign(x) * np.exp(-size) / np.expm1(-2 * size)
        """,
        CHelper = """
        double csch(double x) {
            double size = -2.0 * exp(-fabs(x)) / expm1(-2.0 * fabs(x));
            return x < 0.0 ? -size : size;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits) => HyperbolicBalls.Csch(x, bits);

    public override Complex? ComplexValue(Complex z) => 1 / ComplexElementary.Sinh(z);
    public override Expression Derivative(Expression x, Expression y) => -(y * Coth.Of(x));
    public override Expression? Rewrite(Expression x) => Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => (x & (Facts.MayBeNegative | Facts.MayBePositive)) | (x.IsNeverZero() ? x & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[0].Facts.IsNeverZero() ? [] : [NotEqual.Of(arguments[0], graph.Zero)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.Cosecant(x);
    }
}
