using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the cosecant: arcsin(1/x).</summary>
internal sealed class Acsc : UnaryFunction<Acsc>
{
    public override string Name => "acsc";
    public override IReadOnlyList<string> Aliases => ["arccsc", "arccosec"];
    public override string Latex => @"\operatorname{arccsc}";
    public override string Sentence => "The angle between -pi/2 and pi/2 whose cosecant is x.";
    public override string Example => "acsc(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "csc";
    public override RealSet Domain { get; } = RealSet.Outside(1, open: false);
    public override RealSet Range { get; } = new(new Interval(-Math.PI / 2, 0, false, true), new Interval(0, Math.PI / 2, true));

    public override Spellings Spellings { get; } = Spellings.Helped("acsc") with
    {
        NumPyHelper = """
        def acsc(x):
            size = np.abs(x)
            return np.sign(x) * np.arctan(1 / (np.sqrt(size - 1) * np.sqrt(size + 1)))
        """,
        CHelper = """
        double acsc(double x) {
            double size = fabs(x);
            double angle = atan(1.0 / (sqrt(size - 1.0) * sqrt(size + 1.0)));
            return x < 0.0 ? -angle : angle;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits) => AngleBalls.Acsc(x, bits);

    public override Complex? ComplexValue(Complex z) => ComplexInverse.Acsc(z);
    public override Expression Derivative(Expression x, Expression y) => -1 / (Abs.Of(x) * x.Graph.Power(x.Graph.Power(x, 2) - 1, Rational.Of(1, 2)));
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseSine(x, isReciprocal: true) ?? Parity.Odd(this, x);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [LessOrEqual.Of(graph.One, Abs.Of(arguments[0]))];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => InverseAngles.Cosecant(x);
    }
}
