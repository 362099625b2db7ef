using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The hyperbolic tangent.</summary>
internal sealed class Tanh : UnaryFunction<Tanh>
{
    public override string Name => "tanh";
    public override IReadOnlyList<string> Aliases => ["th", "tgh"];
    public override string Latex => @"\tanh";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The hyperbolic tangent, which squeezes every number into -1 to 1.";
    public override string Example => "tanh(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "atanh";
    public override RealSet Range { get; } = new(-1, 1, true, true);
    public override Spellings Spellings { get; } = Spellings.Named("tanh");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => HyperbolicBalls.Tanh(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Tanh(z);
    public override Expression Derivative(Expression x, Expression y) => 1 - x.Graph.Power(y, 2);
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.Tangent(x);
    }
}
