using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>log(x/(1 − x)), the inverse of the logistic function.</summary>
internal sealed class Logit : UnaryFunction<Logit>
{
    public override string Name => "logit";
    public override string Latex => @"\operatorname{logit}";
    public override string Sentence => "The log-odds log(x/(1 - x)), the inverse of the sigmoid.";
    public override string Example => "logit(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "sigmoid";
    public override RealSet Domain { get; } = new(0, 1, true, true);

    public override Spellings Spellings { get; } = Spellings.Helped("logit") with
    {
        NumPyHelper = """
        def logit(x):
            is_central = np.abs(x - 0.5) < 0.25
            central = np.where(is_central, x, 0.5)
            outer = np.where(is_central, 0.25, x)
            return np.where(is_central, 2 * np.arctanh(2 * central - 1), np.log(outer / (1 - outer)))
        """,
        CHelper = """
        double logit(double x) {
            return fabs(x - 0.5) < 0.25 ? 2.0 * atanh(2.0 * x - 1.0) : log(x / (1.0 - x));
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits)
    {
        var rest = Ball.One.Subtract(x, bits);
        if (x.Sign is 0 or -1 || rest.Sign is 0 or -1) return Ball.Undefined;
        if (x.Sign is null || rest.Sign is null) return Ball.Unknown;

        // log(1 + (2x − 1)/(1 − x)) keeps the digits around 1/2.
        var fromHalf = x.Subtract(rest, bits);
        return fromHalf.TopBit < 0 ? ElementaryBalls.Log1p(fromHalf.Divide(rest, bits), bits) : ElementaryBalls.Log(x.Divide(rest, bits), bits);
    }

    public override Complex? ComplexValue(Complex z) => ComplexElementary.Log(z) - ComplexElementary.Log(1 - z);
    public override Expression Derivative(Expression x, Expression y) => 1 / (x * (1 - x));

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number { Value: var n } when n == Rational.Of(1, 2) => x.Graph.Zero,
        Call { Function: Sigmoid } inner => inner.Arguments[0],
        _ => null,
    };

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Less.Of(graph.Zero, arguments[0]), Less.Of(arguments[0], graph.One)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Activations.Logit(x);
    }
}
