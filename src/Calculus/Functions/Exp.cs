using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>e^x.</summary>
internal sealed class Exp : UnaryFunction<Exp>
{
    public override string Name => "exp";
    public override string Latex => @"\exp";
    public override string LatexBase => "e";
    public override string Sentence => "The exponential function, which is its own derivative.";
    public override string Example => "exp(-x^2)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "log";
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, true, true);
    public override Spellings Spellings { get; } = Spellings.Named("exp");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => ElementaryBalls.Exp(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Exp(z);
    public override Expression Derivative(Expression x, Expression y) => y;
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.One : null;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Exponential.Of(x);
    }
}
