using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>ψ′(x), the second derivative of log Γ(x).</summary>
internal sealed class Trigamma : UnaryFunction<Trigamma>
{
    public override string Name => "trigamma";
    public override string Latex => @"\psi'";
    public override string Sentence => "The second derivative of log gamma.";
    public override string Example => "trigamma(x)";
    public override Turns? TurnsRightOfPoles => Turns.None;
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(0, 1, true, "0, −1, −2, …") };
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, true, true);
    public override Spellings Spellings { get; } = new("polygamma(1, {0})", "polygamma(1.0, {0})");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override double UnitsInLastPlace => 8;
    public override Ball Value(Ball x, int bits) => PolygammaBalls.Polygamma(1, x, bits);
    public override Expression Derivative(Expression x, Expression y) => Polygamma.Of(2, x);
    public override Facts FactsOf(Facts x) => Facts.MayBePositive | (x.IsPositive() ? x & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Poles.NotAtMostZero(arguments[0])];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => TrigammaValues.Of(x);
    }
}
