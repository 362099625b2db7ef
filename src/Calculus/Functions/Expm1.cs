using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>e^x − 1 without cancellation near 0.</summary>
internal sealed class Expm1 : UnaryFunction<Expm1>
{
    public override string Name => "expm1";
    public override string Latex => @"\operatorname{expm1}";
    public override string Sentence => "exp(x) - 1, accurate even where x is tiny.";
    public override string Example => "expm1(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "log1p";
    public override RealSet Range { get; } = new(-1, double.PositiveInfinity, true, true);

    public override Spellings Spellings { get; } = Spellings.Named("expm1") with
    {
        CHelper = """
        double expm1(double x) {
            // e^x - 1 = 2 sinh(x/2) e^(x/2), in which nothing cancels.
            return fabs(x) < 1.0 ? 2.0 * sinh(0.5 * x) * exp(0.5 * x) : exp(x) - 1.0;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => ElementaryBalls.Expm1(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.ExpMinusOne(z);
    public override Expression Derivative(Expression x, Expression y) => Exp.Of(x);
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x : null;
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Exponential.MinusOne(x);
    }
}
