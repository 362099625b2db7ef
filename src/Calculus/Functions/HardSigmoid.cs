using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>x/6 + 1/2 between −3 and 3, 0 and 1 beyond. Its slope at the corners is taken as 0, as in PyTorch.</summary>
internal sealed class HardSigmoid : UnaryFunction<HardSigmoid>
{
    public override string Name => "hard_sigmoid";
    public override string Latex => @"\operatorname{hard\_sigmoid}";
    public override string Sentence => "The sigmoid made of straight lines, clip(x/6 + 1/2, 0, 1).";
    public override string Example => "hard_sigmoid(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(0, 1);
    public override IReadOnlyList<Kink> Kinks { get; } = [new(-3, 0, 1.0 / 6, 0), new(3, 1.0 / 6, 0, 0)];

    public override IReadOnlyList<Convention> Conventions(int seam) =>
        [new("PyTorch", seam == 0 ? KinkSide.Lower : KinkSide.Upper, "The slope is 1/6 strictly between -3 and 3.")];

    public override Spellings Spellings { get; } = new("np.clip({0} / 6 + 0.5, 0.0, 1.0)", "minimum(maximum({0} / 6.0 + 0.5, 0.0), 1.0)")
    {
        PyTorch = "torch.clamp({0} / 6 + 0.5, 0.0, 1.0)",
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Divide(6, bits).Add(Ball.Of(Rational.Of(1, 2)), bits).Largest(0, bits).Smallest(1, bits);
    public override Complex? ComplexValue(Complex z) => Math.Abs(z.Real) == 3 ? null : Math.Abs(z.Real) > 3 ? Value(z.Real) : (z / 6) + 0.5;
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Choice(Less.Of(Abs.Of(x), x.Graph.Number(3)), x.Graph.Number(Rational.Of(1, 6)), x.Graph.Zero);
    public override Expression? Rewrite(Expression x) => x is Number number ? x.Graph.Number(Whole.Clamp((number.Value / 6) + Rational.Of(1, 2), Rational.Zero, Rational.One)) : null;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Select(x > T.Of(3), T.Of(1), T.Select(x < T.Of(-3), T.Of(0), (x + T.Of(3)) / T.Of(6)));
    }
}
