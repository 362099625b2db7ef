using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic sine.</summary>
internal sealed class Asinh : UnaryFunction<Asinh>
{
    public override string Name => "asinh";
    public override IReadOnlyList<string> Aliases => ["arsinh", "arcsinh", "arsh"];
    public override string Latex => @"\operatorname{arsinh}";
    public override string Sentence => "The number whose hyperbolic sine is x, log(x + sqrt(x^2 + 1)).";
    public override string Example => "asinh(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "sinh";
    public override Spellings Spellings { get; } = Spellings.Named("arcsinh", "asinh");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => HyperbolicBalls.Asinh(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Asinh(z);
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Power(x.Graph.Power(x, 2) + 1, Rational.Of(-1, 2));

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number { Value.IsZero: true } => x,
        Call { Function: Sinh } inner => inner.Arguments[0],
        _ => Parity.Odd(this, x),
    };

    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.InverseSine(x);
    }
}
