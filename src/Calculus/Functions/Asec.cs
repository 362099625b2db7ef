using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the secant: arccos(1/x).</summary>
internal sealed class Asec : UnaryFunction<Asec>
{
    public override string Name => "asec";
    public override IReadOnlyList<string> Aliases => ["arcsec"];
    public override string Latex => @"\operatorname{arcsec}";
    public override string Sentence => "The angle between 0 and pi whose secant is x.";
    public override string Example => "asec(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "sec";
    public override RealSet Domain { get; } = RealSet.Outside(1, open: false);
    public override RealSet Range { get; } = new(new Interval(0, Math.PI / 2, false, true), new Interval(Math.PI / 2, Math.PI, true));

    public override Spellings Spellings { get; } = Spellings.Helped("asec") with
    {
        NumPyHelper = """
        def asec(x):
            size = np.abs(x)
            angle = np.arctan(np.sqrt(size - 1) * np.sqrt(size + 1))
            return np.where(x < 0, np.pi - angle, angle)
        """,
        CHelper = """
        double asec(double x) {
            double size = fabs(x);
            double angle = atan(sqrt(size - 1.0) * sqrt(size + 1.0));
            return x < 0.0 ? 3.141592653589793 - angle : angle;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits) => AngleBalls.Asec(x, bits);

    public override Complex? ComplexValue(Complex z) => ComplexInverse.Asec(z);
    public override Expression Derivative(Expression x, Expression y) => 1 / (Abs.Of(x) * x.Graph.Power(x.Graph.Power(x, 2) - 1, Rational.Of(1, 2)));
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseCosine(x, isReciprocal: true);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [LessOrEqual.Of(graph.One, Abs.Of(arguments[0]))];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => InverseAngles.Secant(x);
    }
}
