using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The square root, kept as the power 1/2.</summary>
internal sealed class Sqrt : UnaryFunction<Sqrt>
{
    public override string Name => "sqrt";
    public override string Latex => @"\sqrt";
    public override string Sentence => "The square root.";
    public override string Example => "sqrt(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Domain { get; } = new(0, double.PositiveInfinity, false, true);
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, false, true);
    public override Spellings Spellings { get; } = Spellings.Named("sqrt");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => ElementaryBalls.Sqrt(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Sqrt(z);
    public override Expression Derivative(Expression x, Expression y) => Rational.Of(1, 2) * x.Graph.Power(x, Rational.Of(-1, 2));
    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments) => graph.Power(arguments[0], Rational.Of(1, 2));

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Sqrt(x);
    }
}
