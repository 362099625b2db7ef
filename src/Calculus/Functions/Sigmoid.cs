using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The logistic function σ(x) = 1/(1 + e^-x). Its derivative σ(x)·σ(−x) loses no digits at either end.</summary>
internal sealed class Sigmoid : UnaryFunction<Sigmoid>
{
    public override string Name => "sigmoid";
    public override IReadOnlyList<string> Aliases => ["logistic"];
    public override string Latex => @"\sigma";
    public override string Sentence => "The logistic function 1/(1 + exp(-x)), from 0 to 1.";
    public override string Example => "sigmoid(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "logit";
    public override RealSet Range { get; } = new(0, 1, true, true);

    public override Spellings Spellings { get; } = Spellings.Helped("sigmoid") with
    {
        PyTorch = "torch.sigmoid({0})",
        PyTorchHelper = "",
        NumPyHelper = """
        def sigmoid(x):
            small = np.exp(-np.abs(x))
            return np.where(x >= 0, 1.0, small) / (1 + small)
        """,
        CHelper = """
        double sigmoid(double x) {
            double small = exp(-fabs(x));
            return (x >= 0.0 ? 1.0 : small) / (1.0 + small);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);

    public override Ball Value(Ball x, int bits) => x.Rising(Logistic, bits);

    internal static Ball Logistic(Ball x, int bits)
    {
        var small = ElementaryBalls.Exp(x.Size(bits).Negated(), bits);
        return (x.Sign < 0 ? small : Ball.One).Divide(Ball.One.Add(small, bits), bits);
    }

    public override Complex? ComplexValue(Complex z) => ComplexElementary.Logistic(z);
    public override Expression Derivative(Expression x, Expression y) => y * Of(-x);
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.Number(Rational.Of(1, 2)) : null;

    /// <summary>1 + exp(u) read as 1/σ(−u): gives σ(−u), or null for any other sum.</summary>
    public static Expression? TryReadReciprocal(Sum sum) => Softplus.TryReadArgument(sum) is { } u ? Of(-u) : null;

    /// <summary>Joins exp(u)·σ(−u)^n to σ(u)·σ(−u)^(n−1) in a list of factors.</summary>
    public static void JoinWithExponentials(Graph graph, List<Expression> factors)
    {
        Dictionary<Expression, int>? places = null;
        for (var i = 0; i < factors.Count; i++)
        {
            if (Power.Parts(factors[i]) is ({ } @base, var exponent) && @base is Call { Function: Sigmoid } call
                && (exponent is null || exponent is Number { Value: { IsInteger: true, Sign: > 0 } }))
                (places ??= [])[call.Arguments[0]] = i;
        }

        if (places is null) return;
        for (var i = factors.Count - 1; i >= 0; i--)
        {
            if (factors[i] is not Call { Function: Exp } exponential) continue;
            var u = exponential.Arguments[0];
            if (!places.TryGetValue(-u, out var partner)) continue;
            var exponent = Power.Parts(factors[partner]).Exponent is Number number ? number.Value : Rational.One;
            factors[i] = Of(u);
            factors[partner] = graph.Power(Of(-u), exponent - 1);
            places.Remove(-u);
        }

        factors.RemoveAll(static factor => factor is Number { Value.IsOne: true });
    }

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Activations.Logistic(x);
    }
}
