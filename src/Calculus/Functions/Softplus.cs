using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>log(1 + e^x), accurate even where e^x overflows.</summary>
internal sealed class Softplus : UnaryFunction<Softplus>
{
    public override string Name => "softplus";
    public override string Latex => @"\operatorname{softplus}";
    public override string Sentence => "A smooth relu, log(1 + exp(x)).";
    public override string Example => "softplus(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, true, true);

    public override Spellings Spellings { get; } = new("np.logaddexp({0}, 0.0)", "softplus({0})")
    {
        PyTorch = "softplus({0})",
        PyTorchHelper = """
        def softplus(x):
            return torch.logaddexp(x, torch.zeros_like(x))
        """,
        CHelper = """
        double softplus(double x) {
            return (x > 0.0 ? x : 0.0) + log1p(exp(-fabs(x)));
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.Rising(LogOnePlusExp, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.LogOnePlusExp(z);
    public override Expression Derivative(Expression x, Expression y) => Sigmoid.Of(x);

    /// <summary>1 + exp(u), or the same with a smaller exponential, read as exp(softplus(u)): gives u, or null for any other sum.</summary>
    public static Expression? TryReadArgument(Sum sum) =>
        sum.Constant.IsOne && sum.Terms is [{ Of: Call { Function: Exp } call } term] && term.Coefficient.IsOne ? call.Arguments[0] : null;

    /// <summary>log(1 + e^x) without overflow.</summary>
    internal static Ball LogOnePlusExp(Ball x, int bits) =>
        x.Largest(Ball.Zero, bits).Add(ElementaryBalls.Log1p(ElementaryBalls.Exp(x.Size(bits).Negated(), bits), bits), bits);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Activations.Softplus(x);
    }
}
