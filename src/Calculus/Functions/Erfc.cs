using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The complementary error function 1 − erf(x), accurate even where it is tiny.</summary>
internal sealed class Erfc : UnaryFunction<Erfc>
{
    public override string Name => "erfc";
    public override string Latex => @"\operatorname{erfc}";
    public override string Sentence => "The complementary error function, 1 - erf(x).";
    public override string Example => "erfc(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(0, 2, true, true);

    public override Spellings Spellings { get; } = new("erfc({0})", "erfc({0})")
    {
        PyTorch = "torch.erfc({0})",
        PyTorchHelper = "",
        JaxName = "erfc",
        NumPyHelper = """
        def erfc(x):
            return np.vectorize(math.erfc, otypes=[float])(x)
        """,
        CHelper = """
        double erfc(double x) {
            if (x >= 0.5) return erfc_upper(x);
            if (x > -0.75) return 1.0 - erf(x);
            return 2.0 - erfc_upper(-x);
        }

        double erfc_upper(double x) {
            // Above 1/2: a Chebyshev series for (1 + 2x) exp(x^2) erfc(x) (Shepherd and Laframboise, Math. Comp. 36, 1981).
            const double c[] = { 1.1775789345674017, -0.004590054580646477, -0.08424913336651792, 0.05920993999819189, -0.026658668435305752, 0.009074997670705265, -0.0024131635404176083, 0.0004907758365258086, -0.00006916973302501206, 0.00000413902798607301, 7.740383066198491e-7, -2.1886401049234395e-7, 1.0764999465671e-8, 4.521959811218829e-9, -7.754400208831135e-10, -6.318088340888684e-11, 2.86879501093067e-11, 1.945586854577735e-13, -9.654696748433444e-13, 3.252548148148740e-14, 3.347811948206805e-14, -1.864562880419313e-15, -1.250795053068865e-15, 7.41823525662404e-17, 5.0681489047961e-17 };
            if (x > 30.0) return 0.0;
            double t = 2.0 * (x - 3.75) / (x + 3.75);
            double a = 0.0, b = 0.0;
            for (int k = 24; k > 0; k--) {
                double next = t * a - b + c[k];
                b = a;
                a = next;
            }
            return exp(-x * x) * (0.5 * t * a - b + c[0]) / (1.0 + 2.0 * x);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override double UnitsInLastPlace => 8;
    public override Ball Value(Ball x, int bits) => ErrorFunctionBalls.Erfc(x, bits);
    public override Complex? ComplexValue(Complex z) => ErrorFunction.Erfc(z);
    public override Expression Derivative(Expression x, Expression y) => -2 * Exp.Of(-x.Graph.Power(x, 2)) / x.Graph.Power(x.Graph.Symbol(NamedConstants.Pi, SymbolRole.Constant), Rational.Of(1, 2));
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.One : null;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => NormalTails.Erfc(x);
    }
}
