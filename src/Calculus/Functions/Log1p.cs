using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>log(1 + x) without loss near 0.</summary>
internal sealed class Log1p : UnaryFunction<Log1p>
{
    public override string Name => "log1p";
    public override string Latex => @"\operatorname{log1p}";
    public override string Sentence => "log(1 + x), accurate even where x is tiny.";
    public override string Example => "log1p(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "expm1";
    public override RealSet Domain { get; } = new(-1, double.PositiveInfinity, true, true);

    public override Spellings Spellings { get; } = Spellings.Named("log1p") with
    {
        CHelper = """
        double log1p(double x) {
            // log(1 + x) = 2 artanh(x/(2 + x)), in which nothing cancels.
            return fabs(x) < 0.5 ? 2.0 * atanh(x / (2.0 + x)) : log(1.0 + x);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => ElementaryBalls.Log1p(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.LogOnePlus(z);
    public override Expression Derivative(Expression x, Expression y) => 1 / (1 + x);

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number { Value.IsZero: true } => x,
        Call { Function: Expm1 } inner => inner.Arguments[0],
        _ => null,
    };

    public override Facts FactsOf(Facts x) => (x & Facts.AnySign) | (x.IsNotNegative() ? x & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        (1 + arguments[0]).Facts.IsPositive() ? [] : [Less.Of(graph.Number(-1), arguments[0])];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Logarithm.OnePlus(x);
    }
}
