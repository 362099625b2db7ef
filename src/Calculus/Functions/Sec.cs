using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The secant; it has a pole wherever the cosine is zero.</summary>
internal sealed class Sec : UnaryFunction<Sec>
{
    public override string Name => "sec";
    public override string Latex => @"\sec";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The secant of an angle in radians, 1/cos(x).";
    public override string Example => "sec(x)";
    public override Turns? Turns { get; } = Turns.Every(0, Math.PI);
    public override string? Inverse => "asec";
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(Math.PI / 2, Math.PI, false, "π/2 + kπ") };
    public override RealSet Range { get; } = RealSet.Outside(1, open: false);
    public override Spellings Spellings { get; } = new("1 / np.cos({0})", "1.0 / cos({0})");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => Ball.One.Divide(AngleBalls.Cos(x, bits), bits);
    public override Complex? ComplexValue(Complex z) => 1 / ComplexElementary.Cos(z);
    public override Expression Derivative(Expression x, Expression y) => y * Tan.Of(x);
    public override Expression? Rewrite(Expression x) => ExactAngles.Secant(x) ?? Parity.Even(this, x);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [NotEqual.Of(Cos.Of(arguments[0]), graph.Zero)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Of(1) / Angles.Cosine(x);
    }
}
