using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The cosecant; it has a pole wherever the sine is zero.</summary>
internal sealed class Csc : UnaryFunction<Csc>
{
    public override string Name => "csc";
    public override IReadOnlyList<string> Aliases => ["cosec"];
    public override string Latex => @"\csc";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The cosecant of an angle in radians, 1/sin(x).";
    public override string Example => "csc(x)";
    public override Turns? Turns { get; } = Turns.Every(Math.PI / 2, Math.PI);
    public override string? Inverse => "acsc";
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, Math.PI, false, "kπ") };
    public override RealSet Range { get; } = RealSet.Outside(1, open: false);
    public override Spellings Spellings { get; } = new("1 / np.sin({0})", "1.0 / sin({0})");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => Ball.One.Divide(AngleBalls.Sin(x, bits), bits);
    public override Complex? ComplexValue(Complex z) => 1 / ComplexElementary.Sin(z);
    public override Expression Derivative(Expression x, Expression y) => -(y * Cot.Of(x));
    public override Expression? Rewrite(Expression x) => ExactAngles.Cosecant(x) ?? Parity.Odd(this, x);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [NotEqual.Of(Sin.Of(arguments[0]), graph.Zero)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Of(1) / Angles.Sine(x);
    }
}
