using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>2^x, kept as that power.</summary>
internal sealed class Exp2 : UnaryFunction<Exp2>
{
    public override string Name => "exp2";
    public override string Latex => @"\exp_2";
    public override string Sentence => "Two to the power x.";
    public override string Example => "exp2(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "log2";
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, true, true);
    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments) => graph.Power(graph.Number(2), arguments[0]);

    public override Spellings Spellings { get; } = Spellings.Named("exp2") with
    {
        CSharp = "Math.Pow(2.0, {0})",
        JavaScript = "Math.pow(2, {0})",
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => PowerBalls.Exp2(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Exp(z * OnAxis.Log(2));
    public override Expression Derivative(Expression x, Expression y) => y * Log.Of(x.Graph.Number(2));

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Powers.OfTwo(x);
    }
}
