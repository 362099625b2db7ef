using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic secant.</summary>
internal sealed class Asech : UnaryFunction<Asech>
{
    public override string Name => "asech";
    public override IReadOnlyList<string> Aliases => ["arsech", "arcsech"];
    public override string Latex => @"\operatorname{arsech}";
    public override string Sentence => "The non-negative number whose hyperbolic secant is x.";
    public override string Example => "asech(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "sech";
    public override RealSet Domain { get; } = new(0, 1, true, false);
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, false, true);

    public override Spellings Spellings { get; } = Spellings.Helped("asech") with
    {
        NumPyHelper = """
        def asech(x):
            near_one = 2 * np.arctanh(np.sqrt((1 - x) / (1 + x)))
            near_zero = np.log(1 + np.sqrt((1 - x) * (1 + x))) - np.log(x)
            return np.where(x > 0.5, near_one, near_zero)
        """,
        CHelper = """
        double asech(double x) {
            return x > 0.5 ? 2.0 * atanh(sqrt((1.0 - x) / (1.0 + x))) : log(1.0 + sqrt((1.0 - x) * (1.0 + x))) - log(x);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits) => x.Sign switch
    {
        1 => HyperbolicBalls.AcoshOfOnePlus(Ball.One.Subtract(x, bits).Divide(x, bits), bits),
        null => Ball.Unknown,
        _ => Ball.Undefined,
    };

    public override Complex? ComplexValue(Complex z) => ComplexInverse.Asech(z);
    public override Expression Derivative(Expression x, Expression y) => -1 / (x * x.Graph.Power(1 - x.Graph.Power(x, 2), Rational.Of(1, 2)));
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsOne: true } ? x.Graph.Zero : null;

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Less.Of(graph.Zero, arguments[0]), LessOrEqual.Of(arguments[0], graph.One)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.InverseSecant(x);
    }
}
