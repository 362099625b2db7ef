using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>x! = Γ(x + 1), exact for small whole numbers. Written after its argument.</summary>
internal sealed class Factorial : UnaryFunction<Factorial>
{
    public override string Name => "factorial";
    public override string Latex => @"!";
    public override string Sentence => "The factorial x!, which is gamma(x + 1).";
    public override string Formula => Example;
    public override string Example => "x!";
    public override Turns? TurnsRightOfPoles { get; } = Turns.At(0.4616321449683623);
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(-1, 1, true, "−1, −2, −3, …") };
    public override RealSet Range { get; } = RealSet.AllBut(0);
    public override Spellings Spellings { get; } = new("gamma({0} + 1)", "tgamma({0} + 1.0)");

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override double UnitsInLastPlace => 8;

    public override Ball Value(Ball x, int bits) => GammaBalls.Gamma(x.Add(Ball.One, bits), bits);
    public override Expression Derivative(Expression x, Expression y) => y * Digamma.Of(x + 1);
    public override Expression? Rewrite(Expression x) => x is Number { Value: { IsInteger: true, Sign: >= 0 } n } && n <= Factorials.Largest ? x.Graph.Number(Whole.Factorial((int)n.Numerator)) : null;
    public override Facts FactsOf(Facts x) => x.IsNotNegative() ? Facts.MayBePositive | (x & (Facts.Total | Facts.Integer)) : Facts.MayBeNegative | Facts.MayBePositive;

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Poles.NotAtMostZero(arguments[0] + Rational.One)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => GammaValues.Factorial(x);
    }
}
