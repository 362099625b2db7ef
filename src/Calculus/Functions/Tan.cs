using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The tangent; it has a pole wherever the cosine is zero.</summary>
internal sealed class Tan : UnaryFunction<Tan>
{
    public override string Name => "tan";
    public override IReadOnlyList<string> Aliases => ["tg"];
    public override string Latex => @"\tan";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The tangent of an angle in radians, sin(x)/cos(x).";
    public override string Example => "tan(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "atan";
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(Math.PI / 2, Math.PI, false, "π/2 + kπ") };
    public override Spellings Spellings { get; } = Spellings.Named("tan");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => AngleBalls.Tan(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Tan(z);
    public override Expression Derivative(Expression x, Expression y) => 1 + x.Graph.Power(y, 2);
    public override Expression? Rewrite(Expression x) => x is Call { Function: Atan } inner ? inner.Arguments[0] : ExactAngles.Tangent(x) ?? Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => Facts.AnySign;

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [NotEqual.Of(Cos.Of(arguments[0]), graph.Zero)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Angles.Tangent(x);
    }
}
