using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The error function.</summary>
internal sealed class Erf : UnaryFunction<Erf>
{
    public override string Name => "erf";
    public override string Latex => @"\operatorname{erf}";
    public override string Sentence => "The error function 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x.";
    public override string Example => "erf(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(-1, 1, true, true);

    public override Spellings Spellings { get; } = new("erf({0})", "erf({0})")
    {
        PyTorch = "torch.erf({0})",
        PyTorchHelper = "",
        JaxName = "erf",
        NumPyHelper = """
        def erf(x):
            return np.vectorize(math.erf, otypes=[float])(x)
        """,
        CHelper = """
        double erf(double x) {
            // The power series near 0, otherwise by the complement.
            if (x < -0.75) return erfc_upper(-x) - 1.0;
            if (x > 0.75) return 1.0 - erfc_upper(x);
            double sum = 0.0, power = 1.0;
            for (double k = 1.0; k <= 22.0; k++) {
                power *= -x * x / k;
                sum += power / (2.0 * k + 1.0);
            }
            return 1.1283791670955126 * x * (1.0 + sum);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => ErrorFunctionBalls.Erf(x, bits);
    public override Complex? ComplexValue(Complex z) => ErrorFunction.Erf(z);
    public override Expression Derivative(Expression x, Expression y) => 2 * Exp.Of(-x.Graph.Power(x, 2)) / x.Graph.Power(x.Graph.Symbol(NamedConstants.Pi, SymbolRole.Constant), Rational.Of(1, 2));
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => NormalTails.Erf(x);
    }
}
