using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The gamma function; it has poles at 0, −1, −2, …</summary>
internal sealed class Gamma : UnaryFunction<Gamma>
{
    public override string Name => "gamma";
    public override string Latex => @"\Gamma";
    public override string Sentence => "The gamma function, which continues the factorial: gamma(n) = (n - 1)!.";
    public override string Example => "gamma(x)";
    public override Turns? TurnsRightOfPoles { get; } = Turns.At(1.4616321449683623);
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, 1, true, "0, −1, −2, …") };
    public override RealSet Range { get; } = RealSet.AllBut(0);

    public override Spellings Spellings { get; } = new("gamma({0})", "tgamma({0})")
    {
        JaxName = "gamma",
        NumPyHelper = """
        def gamma(x):
            def at(x):
                try:
                    return math.gamma(x)
                except ValueError:
                    return math.nan
                except OverflowError:
                    return math.inf
            return np.vectorize(at, otypes=[float])(x)
        """,
        PyTorchHelper = """
        def gamma(x):
            # Gamma(x) = (-1)^floor(x) exp(log|Gamma(x)|) below 0.
            sign = torch.where((x < 0) & (torch.remainder(torch.floor(x), 2) != 0), -1.0, 1.0)
            return sign * torch.exp(torch.lgamma(x))
        """,
        CHelper = """
        double tgamma(double x) {
            // Gamma(x) = pi/(sin(pi x) Gamma(1 - x)) below 1/2; for whole numbers the product; otherwise Stirling's series.
            if (x < 0.5) return 3.141592653589793 / (sin_pi(x) * tgamma_positive(1.0 - x));
            return tgamma_positive(x);
        }

        double tgamma_positive(double x) {
            if (!(x < 172.0)) return exp(1000.0 * x);
            double product = 1.0, y = x;
            if (x == floor(x)) {
                for (double k = 2.0; k < x; k++) product *= k;
                return product;
            }
            for (double k = 0.0; k < 12.0; k++) {
                if (y < 12.0) {
                    product *= y;
                    y += 1.0;
                }
            }
            double half = pow(y, 0.5 * y - 0.25);
            return half * exp(-y) * 2.5066282746310002 * exp(stirling(y)) * half / product;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override double UnitsInLastPlace => 8;

    public override Ball Value(Ball x, int bits) => GammaBalls.Gamma(x, bits);
    public override Expression Derivative(Expression x, Expression y) => y * Digamma.Of(x);
    public override Expression? Rewrite(Expression x) => x is Number { Value: var n } ? Whole.Gamma(x.Graph, n) : null;
    public override Facts FactsOf(Facts x) => x.IsPositive() ? Facts.MayBePositive | (x & (Facts.Total | Facts.Integer)) : Facts.MayBeNegative | Facts.MayBePositive;

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Poles.NotAtMostZero(arguments[0])];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => GammaValues.Gamma(x);
    }
}
