using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The nearest whole number, halves to the even one.</summary>
internal sealed class Round : UnaryFunction<Round>
{
    public override string Name => "round";
    public override string Latex => @"\operatorname{round}";
    public override string Sentence => "The nearest whole number; a half goes to the even neighbour.";
    public override string Example => "round(x)";
    public override Turns? Turns => Turns.None;
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0.5, 0, 0, 0, 1)];
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [Floor.Of(arguments[0] + Rational.Of(1, 2)) - arguments[0] - Rational.Of(1, 2)];
    public override Expression Piece(Graph graph, IReadOnlyList<Expression> arguments) => Of(arguments[0]);

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Lower, "The slope of round is 0 everywhere."),
        new("JAX", KinkSide.Lower, "The slope of round is 0 everywhere."),
    ];

    public override Spellings Spellings { get; } = Spellings.Named("round", "rint") with
    {
        CHelper = """
        double rint(double x) {
            // Halves go to the even neighbour.
            double low = floor(x), rest = x - floor(x);
            return rest < 0.5 || (rest == 0.5 && low == 2.0 * floor(low / 2.0)) ? low : low + 1.0;
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits)
    {
        if (x.Fraction is { } exact) return Ball.Of(Whole.Nearest(exact));
        var above = x.Add(Ball.Of(Rational.Of(1, 2)), bits).Floor(bits);
        var isTie = above.Subtract(x, bits).CompareTo(Ball.Of(Rational.Of(1, 2)), bits) == 0;
        return isTie && above.Fraction is { HasEvenNumerator: false } ? above.Subtract(Ball.One, bits) : above;
    }

    public override Complex? ComplexValue(Complex z) => double.IsInteger(z.Real + 0.5) ? null : Value(z.Real);
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Zero;

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number number => x.Graph.Number(Whole.Nearest(number.Value)),
        _ when x.Facts.IsInteger() => x,
        _ => Parity.Odd(this, x),
    };

    public override Facts FactsOf(Facts x) => (x & (Facts.Total | Facts.MayBeNegative | Facts.MayBePositive)) | Facts.Integer | Facts.MayBeZero;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => T.Round(x);
    }
}
