using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The real cube root, kept as the real power 1/3.</summary>
internal sealed class Cbrt : UnaryFunction<Cbrt>
{
    public override string Name => "cbrt";
    public override string Latex => @"\sqrt[3]";
    public override string Sentence => "The real cube root, defined for negative numbers too.";
    public override string Example => "cbrt(x)";
    public override Turns? Turns => Turns.None;

    public override Spellings Spellings { get; } = Spellings.Named("cbrt") with
    {
        PyTorch = "cbrt({0})",
        PyTorchHelper = """
        def cbrt(x):
            return torch.copysign(torch.abs(x)**(1 / 3), x)
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => PowerBalls.RealPower(x, Rational.Of(1, 3), bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.SignedPower(z, 1.0 / 3, isOdd: true);
    public override Expression Derivative(Expression x, Expression y) => Rational.Of(1, 3) * RealPower.Of(x, Rational.Of(-2, 3));
    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments) => RealPower.Of(arguments[0], Rational.Of(1, 3));

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Powers.CubeRoot(x);
    }
}
