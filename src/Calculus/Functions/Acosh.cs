using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic cosine.</summary>
internal sealed class Acosh : UnaryFunction<Acosh>
{
    public override string Name => "acosh";
    public override IReadOnlyList<string> Aliases => ["arcosh", "arccosh", "arch"];
    public override string Latex => @"\operatorname{arcosh}";
    public override string Sentence => "The non-negative number whose hyperbolic cosine is x.";
    public override string Example => "acosh(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "cosh";
    public override RealSet Domain { get; } = new(1, double.PositiveInfinity, false, true);
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, false, true);
    public override Spellings Spellings { get; } = Spellings.Named("arccosh", "acosh");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => HyperbolicBalls.AcoshOfOnePlus(x.Subtract(Ball.One, bits), bits);
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Acosh(z - 1, z + 1);
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Power(x.Graph.Power(x, 2) - 1, Rational.Of(-1, 2));
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsOne: true } ? x.Graph.Zero : null;

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [LessOrEqual.Of(graph.One, arguments[0])];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Hyperbolic.InverseCosineOfOnePlus(x - T.Of(1));
    }
}
