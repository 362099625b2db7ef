using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The smallest whole number not below x.</summary>
internal sealed class Ceil : UnaryFunction<Ceil>
{
    public override string Name => "ceil";
    public override string Latex => @"\operatorname{ceil}";
    public override (string Open, string Close) LatexBrackets => (@"\left\lceil ", @"\right\rceil");
    public override string Sentence => "The smallest whole number that is not below x.";
    public override string Example => "ceil(x)";
    public override Turns? Turns => Turns.None;
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, 0, 0, 0, 1)];
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [Of(arguments[0]) - arguments[0]];
    public override Expression Piece(Graph graph, IReadOnlyList<Expression> arguments) => Of(arguments[0]);

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Lower, "The slope of ceil is 0 everywhere."),
        new("JAX", KinkSide.Lower, "The slope of ceil is 0 everywhere."),
    ];

    public override Spellings Spellings { get; } = Spellings.Named("ceil");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Negated().Floor(bits).Negated();
    public override Complex? ComplexValue(Complex z) => double.IsInteger(z.Real) ? null : Math.Ceiling(z.Real);
    public override Expression Derivative(Expression x, Expression y) => x.Graph.Zero;

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number number => x.Graph.Number(-Whole.Floor(-number.Value)),
        _ when x.Facts.IsInteger() => x,
        _ => null,
    };

    public override Facts FactsOf(Facts x) => (x & (Facts.Total | Facts.MayBeNegative | Facts.MayBePositive)) | Facts.Integer | Facts.MayBeZero;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => -T.Floor(-x);
    }
}
