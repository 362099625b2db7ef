using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic tangent.</summary>
internal sealed class Atanh : UnaryFunction<Atanh>
{
    public override string Name => "atanh";
    public override IReadOnlyList<string> Aliases => ["artanh", "arctanh", "arth"];
    public override string Latex => @"\operatorname{artanh}";
    public override string Sentence => "The number whose hyperbolic tangent is x, log((1 + x)/(1 - x))/2.";
    public override string Example => "atanh(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "tanh";
    public override RealSet Domain { get; } = new(-1, 1, true, true);
    public override Spellings Spellings { get; } = Spellings.Named("arctanh", "atanh");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => HyperbolicBalls.Atanh(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Atanh(z);
    public override Expression Derivative(Expression x, Expression y) => 1 / (1 - x.Graph.Power(x, 2));

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number { Value.IsZero: true } => x,
        Call { Function: Tanh } inner => inner.Arguments[0],
        _ => Parity.Odd(this, x),
    };

    public override Facts FactsOf(Facts x) => x & Facts.AnySign;

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Less.Of(Abs.Of(arguments[0]), graph.One)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.InverseTangent(x);
    }
}
