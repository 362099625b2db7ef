using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>x·Φ(x) with the distribution function Φ of the normal distribution, computed by erf.</summary>
internal sealed class Gelu : UnaryFunction<Gelu>
{
    public override string Name => "gelu";
    public override string Latex => @"\operatorname{gelu}";
    public override string Sentence => "The Gaussian error linear unit x*(1 + erf(x/sqrt(2)))/2.";
    public override string Example => "gelu(x)";
    public override Turns? Turns { get; } = Turns.At(-0.7517915246935645);
    public override RealSet Range { get; } = new(-0.16997120747990369, double.PositiveInfinity, false, true);

    public override Spellings Spellings { get; } = Spellings.Helped("gelu") with
    {
        NumPyHelper = """
        def gelu(x):
            return 0.5 * x * erfc(-0.7071067811865476 * x)
        """,
        PyTorchHelper = """
        def gelu(x):
            return 0.5 * x * torch.erfc(-0.7071067811865476 * x)
        """,
        CHelper = """
        double gelu(double x) {
            return 0.5 * x * erfc(-0.7071067811865476 * x);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override double UnitsInLastPlace => 8;

    public override Ball Value(Ball x, int bits)
    {
        // exp(−x²/2) has as many digits as its argument has after the point.
        const int farthest = 64;
        var working = bits + (int)Math.Clamp(2 * x.TopBit, 0, farthest);
        return x.Shifted(-1).Multiply(ErrorFunctionBalls.Erfc(x.Negated().Divide(ElementaryBalls.Sqrt(2, working), working), working), bits);
    }
    public override Complex? ComplexValue(Complex z) => z / 2 * ErrorFunction.Erfc(-z / Math.Sqrt(2));

    public override Expression Derivative(Expression x, Expression y) => (Rational.Of(1, 2) * Erfc.Of(-x / x.Graph.Power(x.Graph.Number(2), Rational.Of(1, 2))))
        + (x * Exp.Of(Rational.Of(-1, 2) * x.Graph.Power(x, 2)) * x.Graph.Power(2 * x.Graph.Symbol(NamedConstants.Pi, SymbolRole.Constant), Rational.Of(-1, 2)));

    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : null;
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => NormalTails.Gelu(x);
    }
}
