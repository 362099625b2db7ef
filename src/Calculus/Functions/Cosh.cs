using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The hyperbolic cosine.</summary>
internal sealed class Cosh : UnaryFunction<Cosh>
{
    public override string Name => "cosh";
    public override IReadOnlyList<string> Aliases => ["ch"];
    public override string Latex => @"\cosh";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The hyperbolic cosine, (exp(x) + exp(-x))/2.";
    public override string Example => "cosh(x)";
    public override Turns? Turns { get; } = Turns.At(0);
    public override string? Inverse => "acosh";
    public override RealSet Range { get; } = new(1, double.PositiveInfinity, false, true);
    public override Spellings Spellings { get; } = Spellings.Named("cosh");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => HyperbolicBalls.Cosh(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Cosh(z);
    public override Expression Derivative(Expression x, Expression y) => Sinh.Of(x);
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.One : Parity.Even(this, x);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.Cosine(x);
    }
}
