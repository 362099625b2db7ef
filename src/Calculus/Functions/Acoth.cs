using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic cotangent.</summary>
internal sealed class Acoth : UnaryFunction<Acoth>
{
    public override string Name => "acoth";
    public override IReadOnlyList<string> Aliases => ["arcoth", "arccoth"];
    public override string Latex => @"\operatorname{arcoth}";
    public override string Sentence => "The number whose hyperbolic cotangent is x, log((x + 1)/(x - 1))/2.";
    public override string Example => "acoth(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "coth";
    public override RealSet Domain { get; } = RealSet.Outside(1, open: true);
    public override RealSet Range { get; } = RealSet.AllBut(0);

    public override Spellings Spellings { get; } = Spellings.Helped("acoth") with
    {
        NumPyHelper = """
        def acoth(x):
            return np.sign(x) * np.log1p(2 / (np.abs(x) - 1)) / 2
        """,
        CHelper = """
        double acoth(double x) {
            double size = log1p(2.0 / (fabs(x) - 1.0)) / 2.0;
            return x < 0.0 ? -size : size;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits) => HyperbolicBalls.Acoth(x, bits);

    public override Complex? ComplexValue(Complex z) => ComplexInverse.Acoth(z);
    public override Expression Derivative(Expression x, Expression y) => 1 / (1 - x.Graph.Power(x, 2));
    public override Expression? Rewrite(Expression x) => Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => x & (Facts.MayBeNegative | Facts.MayBePositive);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Less.Of(graph.One, Abs.Of(arguments[0]))];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.InverseCotangent(x);
    }
}
