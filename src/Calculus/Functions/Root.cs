using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>
/// The n-th root: for a whole odd n the real root, defined for negative numbers too; for any other n the power x^(1/n). With a
/// number for n it is kept as that power.
/// </summary>
internal sealed class Root : Function
{
    /// <summary>The one instance.</summary>
    public static Root Function { get; } = new();

    public override string Name => "root";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("x"), new("n")];
    public override string Latex => @"\operatorname{root}";
    public override string Sentence => "The n-th root of x; where n is odd, defined for negative numbers too.";
    public override string Example => "root(x, 5)";

    public override Spellings Spellings { get; } = Spellings.Helped("root", 2) with
    {
        NumPyHelper = """
        def root(x, n):
            sign = np.where((x < 0) & (n % 2 == 1), -1.0, 1.0)
            return sign * np.power(sign * x, 1 / n)
        """,
        CHelper = """
        double root(double x, double n) {
            double sign = x < 0.0 && n == floor(n) && n != 2.0 * floor(n / 2.0) ? -1.0 : 1.0;
            return sign * pow(sign * x, 1.0 / n);
        }
        """,
    };

    public override double Value(ReadOnlySpan<double> arguments) => Lanes.At<Kernel>(arguments[0], arguments[1]);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) =>
        Lanes.Map<Kernel>(columns[..results.Length], columns[results.Length..], results);

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => Ball.NotFinite(arguments) ?? PowerBalls.Root(arguments[0], arguments[1], bits);

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments)
    {
        var (x, n) = (arguments[0], arguments[1]);
        if (x.Real > 0) return ComplexElementary.Power(x, 1 / n);
        return n.Imaginary == 0 ? ComplexElementary.SignedPower(x, 1 / n.Real, isOdd: true) : null;
    }

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) => place == 0
        ? value / (arguments[1] * arguments[0])
        : -(value * Log.Of(arguments[0])) / value.Graph.Power(arguments[1], 2);

    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments)
    {
        if (arguments[1] is not Number { Value: { IsZero: false } n }) return graph.Call(this, arguments);
        var exponent = n.Reciprocal();
        return exponent.HasEvenDenominator || !n.IsInteger ? graph.Power(arguments[0], exponent) : RealPower.Of(arguments[0], exponent);
    }

    public override string? Refusal(ReadOnlySpan<Expression> arguments) =>
        arguments[1] is Number { Value.IsZero: true } ? "There is no root of order 0." : null;

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => Powers.Root(x, y);
    }
}
