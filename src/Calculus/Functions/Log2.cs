using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The logarithm to base 2.</summary>
internal sealed class Log2 : UnaryFunction<Log2>
{
    public override string Name => "log2";
    public override IReadOnlyList<string> Aliases => ["ld", "lb"];
    public override string Latex => @"\log_2";
    public override string Sentence => "The logarithm to base 2.";
    public override string Example => "log2(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "exp2";
    public override RealSet Domain { get; } = new(0, double.PositiveInfinity, true, true);
    public override Spellings Spellings { get; } = Spellings.Named("log2");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => PowerBalls.Log(x, 2, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Log(z) / OnAxis.Log(2);
    public override Expression Derivative(Expression x, Expression y) => 1 / (x * Log.Of(x.Graph.Number(2)));
    public override Expression? Rewrite(Expression x) => x is Number { Value: var n } && n.Sign > 0 && ExactLogarithm.TryOf(n, 2) is { } whole ? x.Graph.Number(whole) : null;
    public override Facts FactsOf(Facts x) => Facts.AnySign | (x.IsPositive() ? x & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[0].Facts.IsPositive() ? [] : [Less.Of(graph.Zero, arguments[0])];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Powers.LogToTwo(x);
    }
}
