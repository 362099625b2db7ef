using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>x between −1 and 1, −1 and 1 beyond. Its slope at the corners is taken as 0, as in PyTorch.</summary>
internal sealed class HardTanh : UnaryFunction<HardTanh>
{
    public override string Name => "hard_tanh";
    public override string Latex => @"\operatorname{hard\_tanh}";
    public override string Sentence => "The hyperbolic tangent made of straight lines, clip(x, -1, 1).";
    public override string Example => "hard_tanh(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(-1, 1);
    public override IReadOnlyList<Kink> Kinks { get; } = [new(-1, 0, 1, 0), new(1, 1, 0, 0)];

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", seam == 0 ? KinkSide.Lower : KinkSide.Upper, "The slope is 1 strictly between -1 and 1."),
        new("JAX", seam == 0 ? KinkSide.Upper : KinkSide.Lower, "jax.nn.hard_tanh is x from -1 to 1, both ends included."),
    ];

    public override Spellings Spellings { get; } = new("np.clip({0}, -1.0, 1.0)", "minimum(maximum({0}, -1.0), 1.0)")
    {
        PyTorch = "torch.clamp({0}, -1.0, 1.0)",
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Largest(-1, bits).Smallest(1, bits);
    public override Complex? ComplexValue(Complex z) => Math.Abs(z.Real) == 1 ? null : Math.Abs(z.Real) > 1 ? Value(z.Real) : z;
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Choice(Less.Of(Abs.Of(x), x.Graph.One), x.Graph.One, x.Graph.Zero);
    public override Expression? Rewrite(Expression x) => x is Number number ? x.Graph.Number(Whole.Clamp(number.Value, -1, Rational.One)) : Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Select(x > T.Of(1), T.Of(1), T.Select(x < T.Of(-1), T.Of(-1), x));
    }
}
