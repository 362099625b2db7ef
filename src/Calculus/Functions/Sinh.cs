using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The hyperbolic sine.</summary>
internal sealed class Sinh : UnaryFunction<Sinh>
{
    public override string Name => "sinh";
    public override IReadOnlyList<string> Aliases => ["sh", "senh"];
    public override string Latex => @"\sinh";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The hyperbolic sine, (exp(x) - exp(-x))/2.";
    public override string Example => "sinh(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "asinh";
    public override Spellings Spellings { get; } = Spellings.Named("sinh");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => HyperbolicBalls.Sinh(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Sinh(z);
    public override Expression Derivative(Expression x, Expression y) => Cosh.Of(x);

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number { Value.IsZero: true } => x,
        Call { Function: Asinh } inner => inner.Arguments[0],
        _ => Parity.Odd(this, x),
    };

    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.Sine(x);
    }
}
