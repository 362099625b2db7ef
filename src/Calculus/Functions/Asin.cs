using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the sine.</summary>
internal sealed class Asin : UnaryFunction<Asin>
{
    public override string Name => "asin";
    public override IReadOnlyList<string> Aliases => ["arcsin", "asen", "arcsen"];
    public override string Latex => @"\arcsin";
    public override string Sentence => "The angle between -pi/2 and pi/2 whose sine is x.";
    public override string Example => "asin(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "sin";
    public override RealSet Domain { get; } = new(-1, 1);
    public override RealSet Range { get; } = new(-Math.PI / 2, Math.PI / 2);
    public override Spellings Spellings { get; } = Spellings.Named("arcsin", "asin");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => AngleBalls.Asin(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Asin(z);
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Power(1 - x.Graph.Power(x, 2), Rational.Of(-1, 2));
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseSine(x) ?? Parity.Odd(this, x);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [LessOrEqual.Of(graph.Zero, 1 - graph.Power(arguments[0], 2))];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => InverseAngles.Sine(x);
    }
}
