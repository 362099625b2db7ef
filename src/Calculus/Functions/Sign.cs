using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The sign.</summary>
internal sealed class Sign : UnaryFunction<Sign>
{
    public override string Name => "sign";
    public override IReadOnlyList<string> Aliases => ["sgn"];
    public override string Latex => @"\operatorname{sign}";
    public override string Sentence => "-1, 0 or 1: which side of zero a number lies on.";
    public override string Example => "sign(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(-1, 1);
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, 0, 0, 0)];

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Lower, "The slope of sign is 0 everywhere."),
        new("JAX", KinkSide.Lower, "The slope of sign is 0 everywhere."),
        new("SymPy", null, "The derivative of sign is 2*DiracDelta(x)."),
    ];

    public override Spellings Spellings { get; } = Spellings.Named("sign") with
    {
        CHelper = """
        double sign(double x) {
            return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : x;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Sign is { } sign ? Ball.Of(sign) : Ball.Unknown;
    public override Complex? ComplexValue(Complex z) => z.Real == 0 ? null : Math.Sign(z.Real);
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Zero;

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number number => x.Graph.Number(number.Value.Sign),
        _ when x.Facts.IsTotal() && x.Facts.IsPositive() => x.Graph.One,
        _ when x.Facts.IsTotal() && x.Facts.Negated().IsPositive() => x.Graph.Number(-1),
        Product { Coefficient: var c } product when c.Sign > 0 && !c.IsOne => Of(x.Graph.WithoutCoefficient(product)),
        _ => Parity.Odd(this, x),
    };

    public override Facts FactsOf(Facts x) => (x & (Facts.Total | Facts.AnySign)) | Facts.Integer;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Select(x > T.Of(0), T.Of(1), T.Select(x < T.Of(0), T.Of(-1), T.Select(T.Equal(x, x), T.Of(0), x)));
    }
}
