using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The cotangent; it has a pole wherever the sine is zero.</summary>
internal sealed class Cot : UnaryFunction<Cot>
{
    public override string Name => "cot";
    public override IReadOnlyList<string> Aliases => ["ctg", "cotg", "cotan"];
    public override string Latex => @"\cot";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The cotangent of an angle in radians, cos(x)/sin(x).";
    public override string Example => "cot(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "acot";
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, Math.PI, false, "kπ") };
    public override Spellings Spellings { get; } = new("1 / np.tan({0})", "1.0 / tan({0})");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => Ball.One.Divide(AngleBalls.Tan(x, bits), bits);
    public override Complex? ComplexValue(Complex z) => 1 / ComplexElementary.Tan(z);
    public override Expression Derivative(Expression x, Expression y) => -x.Graph.Power(Csc.Of(x), 2);
    public override Expression? Rewrite(Expression x) => ExactAngles.Cotangent(x) ?? Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => Facts.AnySign;

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [NotEqual.Of(Sin.Of(arguments[0]), graph.Zero)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Angles.Cotangent(x);
    }
}
