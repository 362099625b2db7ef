using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>log|Γ(x)|</summary>
internal sealed class Lgamma : UnaryFunction<Lgamma>
{
    public override string Name => "lgamma";
    public override string Latex => @"\ln\Gamma";
    public override (string Open, string Close) LatexBrackets => (@"\ln\left|\Gamma\left(", @"\right)\right|");
    public override string Sentence => "The logarithm of the absolute value of the gamma function.";
    public override string Example => "lgamma(x)";
    public override Turns? TurnsRightOfPoles { get; } = Turns.At(1.4616321449683623);
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, 1, true, "0, −1, −2, …") };

    public override Spellings Spellings { get; } = new("lgamma({0})", "lgamma({0})")
    {
        PyTorch = "torch.lgamma({0})",
        PyTorchHelper = "",
        JaxName = "gammaln",
        NumPyHelper = """
        def lgamma(x):
            def at(x):
                try:
                    return math.lgamma(x)
                except ValueError:
                    return math.inf
            return np.vectorize(at, otypes=[float])(x)
        """,
        CHelper = """
        double lgamma(double x) {
            // log|Gamma(x)|: the reflection pi/(sin(pi x) Gamma(1 - x)) below 1/2, the series of zeta values around 1 and 2, otherwise Stirling's series.
            if (x < 0.5) return log(fabs(3.141592653589793 / sin_pi(x))) - lgamma_positive(1.0 - x);
            return lgamma_positive(x);
        }

        double lgamma_positive(double x) {
            if (x <= 1.5) return lgamma_near_two(x - 1.0) - log1p(x - 1.0);
            if (x <= 2.5) return lgamma_near_two(x - 2.0);
            double product = 1.0, y = x;
            for (double k = 0.0; k < 12.0; k++) {
                if (y < 12.0) {
                    product *= y;
                    y += 1.0;
                }
            }
            return (y - 0.5) * (log(y) - 1.0) + 0.41893853320467274 + stirling(y) - log(product);
        }

        double lgamma_near_two(double t) {
            // (1 - gamma) t + sum of (zeta(k) - 1) (-t)^k/k for |t| <= 1/2.
            const double zeta[] = { 0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914, 0.00834927738192283, 0.004077356197944339, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194646, 0.00024608655330804831, 0.00012271334757848915, 0.00006124813505870483, 0.00003058823630702049, 0.00001528225940865187, 0.000007637197637899762, 0.00000381729326499984, 0.000001908212716553939, 9.539620338727961e-7, 4.769329867878065e-7, 2.3845050272773e-7, 1.1921992596531107e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365042e-8 };
            double sum = 0.0;
            for (int k = 24; k >= 0; k--) sum = -t * sum + zeta[k] / (k + 2.0);
            return t * (0.4227843350984671 + t * sum);
        }

        double stirling(double x) {
            // Sum of B_2k/(2k (2k - 1) x^(2k - 1)).
            double y = x * x;
            double sum = 0.00641025641025641 - 0.029550653594771242 / y;
            sum = -0.0019175269175269176 + sum / y;
            sum = 0.0008417508417508417 + sum / y;
            sum = -0.0005952380952380953 + sum / y;
            sum = 0.0007936507936507937 + sum / y;
            sum = -0.002777777777777778 + sum / y;
            return (0.08333333333333333 + sum / y) / x;
        }

        double sin_pi(double x) {
            // sin(pi x) keeps its digits near whole numbers.
            double turn = x - 2.0 * floor(x / 2.0);
            if (turn > 0.5 && turn < 1.5) turn = 1.0 - turn;
            else if (turn >= 1.5) turn = turn - 2.0;
            return sin(3.141592653589793 * turn);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override double UnitsInLastPlace => 8;

    /// <summary>Near a zero, where terms cancel.</summary>
    public override double AbsoluteError(ReadOnlySpan<double> arguments, double value) => 1e-15;

    public override Ball Value(Ball x, int bits) => GammaBalls.LogGamma(x, bits);
    public override Expression Derivative(Expression x, Expression y) => Digamma.Of(x);
    public override Expression? Rewrite(Expression x) => x is Number { Value: var n } && (n == 1 || n == 2) ? x.Graph.Zero : null;
    public override Facts FactsOf(Facts x) => Facts.AnySign | (x.IsPositive() ? x & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Poles.NotAtMostZero(arguments[0])];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => GammaValues.LogGamma(x);
    }
}
