using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the cosine.</summary>
internal sealed class Acos : UnaryFunction<Acos>
{
    public override string Name => "acos";
    public override IReadOnlyList<string> Aliases => ["arccos"];
    public override string Latex => @"\arccos";
    public override string Sentence => "The angle between 0 and pi whose cosine is x.";
    public override string Example => "acos(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "cos";
    public override RealSet Domain { get; } = new(-1, 1);
    public override RealSet Range { get; } = new(0, Math.PI);
    public override Spellings Spellings { get; } = Spellings.Named("arccos", "acos");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => AngleBalls.Acos(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Acos(1 - z, 1 + z);
    public override Expression Derivative(Expression x, Expression y) => -x.Graph.Power(1 - x.Graph.Power(x, 2), Rational.Of(-1, 2));
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseCosine(x);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [LessOrEqual.Of(graph.Zero, 1 - graph.Power(arguments[0], 2))];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => InverseAngles.Cosine(x);
    }
}
