using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The hyperbolic cotangent; it has a pole at 0.</summary>
internal sealed class Coth : UnaryFunction<Coth>
{
    public override string Name => "coth";
    public override IReadOnlyList<string> Aliases => ["cth"];
    public override string Latex => @"\coth";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The hyperbolic cotangent, cosh(x)/sinh(x).";
    public override string Example => "coth(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "acoth";
    public override RealSet Domain { get; } = RealSet.AllBut(0);
    public override RealSet Range { get; } = RealSet.Outside(1, open: true);
    public override Spellings Spellings { get; } = new("1 / np.tanh({0})", "1.0 / tanh({0})");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => Ball.One.Divide(HyperbolicBalls.Tanh(x, bits), bits);
    public override Complex? ComplexValue(Complex z) => 1 / ComplexElementary.Tanh(z);
    public override Expression Derivative(Expression x, Expression y) => -x.Graph.Power(Csch.Of(x), 2);
    public override Expression? Rewrite(Expression x) => Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => (x & (Facts.MayBeNegative | Facts.MayBePositive)) | (x.IsNeverZero() ? x & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[0].Facts.IsNeverZero() ? [] : [NotEqual.Of(arguments[0], graph.Zero)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Of(1) / Hyperbolic.Tangent(x);
    }
}
