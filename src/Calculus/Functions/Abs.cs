using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The absolute value. Its slope at 0 is taken as 0, as in PyTorch.</summary>
internal sealed class Abs : UnaryFunction<Abs>
{
    public override string Name => "abs";
    public override string Latex => @"\operatorname{abs}";
    public override (string Open, string Close) LatexBrackets => (@"\left|", @"\right|");
    public override string Sentence => "The distance from zero.";
    public override string Example => "abs(x)";
    public override Turns? Turns { get; } = Turns.At(0);
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, false, true);
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, -1, 1, 0)];

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Middle, "The slope is the sign, and the sign of 0 is 0."),
        new("JAX", KinkSide.Middle, "The slope is the sign, and the sign of 0 is 0."),
        new("TensorFlow", KinkSide.Middle, "The slope is the sign, and the sign of 0 is 0."),
        new("SymPy", KinkSide.Middle, "For real x the derivative is sign(x), and sign(0) is 0."),
    ];

    public override Spellings Spellings { get; } = Spellings.Named("abs", "fabs");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Size(bits);
    public override Complex? ComplexValue(Complex z) => z.Real == 0 ? null : z.Real > 0 ? z : -z;
    public override Expression Derivative(Expression x, Expression y) => Sign.Of(x);

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number number => x.Graph.Number(number.Value.Abs()),
        _ when x.Facts.IsNotNegative() => x,
        _ when x.Facts.IsNotPositive() => -x,
        Product { Coefficient: var c } product when !c.IsOne => x.Graph.Scale(c.Abs(), Of(x.Graph.WithoutCoefficient(product))),
        _ => null,
    };

    public override Facts FactsOf(Facts x) => (x & (Facts.Total | Facts.Integer | Facts.MayBeZero)) | Facts.MayBePositive;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Abs(x);
    }
}
