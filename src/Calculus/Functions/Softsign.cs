using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>x/(1 + |x|)</summary>
internal sealed class Softsign : UnaryFunction<Softsign>
{
    public override string Name => "softsign";
    public override string Latex => @"\operatorname{softsign}";
    public override string Sentence => "x/(1 + abs(x)): squeezes every number into -1 to 1, and flattens slowly.";
    public override string Example => "softsign(x)";
    public override Turns? Turns => Turns.None;
    public override RealSet Range { get; } = new(-1, 1, true, true);
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => arguments;

    public override Spellings Spellings { get; } = Spellings.Helped("softsign") with
    {
        NumPyHelper = """
        def softsign(x):
            return x / (1 + np.abs(x))
        """,
        CHelper = """
        double softsign(double x) {
            return x / (1.0 + fabs(x));
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => x.IsExact ? Quotient(x, bits) : x.Rising(Quotient, bits);

    /// <summary>Off the axis x/(1 ± x), with the imaginary part of 1 − 1/(1 ± x), where nothing cancels.</summary>
    public override Complex? ComplexValue(Complex z)
    {
        if (z.Real == 0) return null;
        var below = 1 + (z.Real > 0 ? z : -z);
        return new Complex((z / below).Real, -Math.Sign(z.Real) * (1 / below).Imaginary);
    }

    public override Expression Derivative(Expression x, Expression y) => x.Graph.Power(1 + Abs.Of(x), -2);
    public override Expression? Rewrite(Expression x) => x is Number number ? x.Graph.Number(number.Value / (1 + number.Value.Abs())) : Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    private static Ball Quotient(Ball x, int bits) => x.Divide(Ball.One.Add(x.Size(bits), bits), bits);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Activations.Softsign(x);
    }
}
