using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic cosecant.</summary>
internal sealed class Acsch : UnaryFunction<Acsch>
{
    public override string Name => "acsch";
    public override IReadOnlyList<string> Aliases => ["arcsch", "arccsch"];
    public override string Latex => @"\operatorname{arcsch}";
    public override string Sentence => "The number whose hyperbolic cosecant is x, asinh(1/x).";
    public override string Example => "acsch(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "csch";
    public override RealSet Domain { get; } = RealSet.AllBut(0);
    public override RealSet Range { get; } = RealSet.AllBut(0);
    public override Spellings Spellings { get; } = new("np.arcsinh(1 / {0})", "asinh(1.0 / {0})");

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits) => x.Sign is null ? Ball.Unknown : HyperbolicBalls.Asinh(Ball.One.Divide(x, bits), bits);

    public override Complex? ComplexValue(Complex z) => ComplexInverse.Asinh(1 / z);
    public override Expression Derivative(Expression x, Expression y) => -1 / (Abs.Of(x) * x.Graph.Power(1 + x.Graph.Power(x, 2), Rational.Of(1, 2)));
    public override Expression? Rewrite(Expression x) => Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => (x & (Facts.MayBeNegative | Facts.MayBePositive)) | (x.IsNeverZero() ? x & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[0].Facts.IsNeverZero() ? [] : [NotEqual.Of(arguments[0], graph.Zero)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.InverseCosecant(x);
    }
}
