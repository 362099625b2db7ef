using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>ψ(x) = Γ′(x)/Γ(x)</summary>
internal sealed class Digamma : UnaryFunction<Digamma>
{
    public override string Name => "digamma";
    public override string Latex => @"\psi";
    public override string Sentence => "The derivative of log gamma.";
    public override string Example => "digamma(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, 1, true, "0, −1, −2, …") };

    public override Spellings Spellings { get; } = new("digamma({0})", "digamma({0})")
    {
        PyTorch = "torch.digamma({0})",
        PyTorchHelper = "",
        JaxName = "digamma",
        NumPyHelper = """
        def digamma(x):
            # Below 0 psi(x) = psi(1 - x) - pi cot(pi x); above, psi(x) = psi(x + 1) - 1/x and Stirling's series.
            is_low = x <= 0
            y = np.where(is_low, 1 - x, x)
            shift = 0.0
            for k in range(12):
                shift = shift + 1 / (y + k)
            y = y + 12
            square = 1 / (y * y)
            series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760 - square / 12))))))
            turn = np.pi * np.where(is_low, x - np.round(x), 0.25)
            reflected = np.where(is_low, np.pi / np.tan(turn), 0.0)
            return np.where(is_low & (x == np.round(x)), np.nan, np.log(y) - 0.5 / y - series - shift - reflected)
        """,
        CHelper = """
        double digamma(double x) {
            // Below 0 psi(x) = psi(1 - x) - pi cot(pi x); above, psi(x) = psi(x + 1) - 1/x and Stirling's series.
            if (x <= 0.0) return x == floor(x) ? log(-1.0) : digamma_positive(1.0 - x) - 3.141592653589793 / tan(3.141592653589793 * (x - floor(x)));
            return digamma_positive(x);
        }

        double digamma_positive(double x) {
            double shift = 0.0;
            for (double k = 0.0; k < 12.0; k++) shift += 1.0 / (x + k);
            double y = x + 12.0;
            double square = 1.0 / (y * y);
            double series = square * (1.0 / 12.0 - square * (1.0 / 120.0 - square * (1.0 / 252.0 - square * (1.0 / 240.0 - square * (1.0 / 132.0 - square * (691.0 / 32760.0 - square / 12.0))))));
            return log(y) - 0.5 / y - series - shift;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override double UnitsInLastPlace => 8;

    /// <summary>Near a zero, where terms cancel.</summary>
    public override double AbsoluteError(ReadOnlySpan<double> arguments, double value) => 1e-15;

    public override Ball Value(Ball x, int bits) => PolygammaBalls.Digamma(x, bits);
    public override Expression Derivative(Expression x, Expression y) => Trigamma.Of(x);
    public override Facts FactsOf(Facts x) => Facts.AnySign | (x.IsPositive() ? x & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Poles.NotAtMostZero(arguments[0])];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => DigammaValues.Of(x);
    }
}
