using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the cotangent by the convention arctan(1/x), with π/2 at 0, where its value jumps.</summary>
internal sealed class Acot : UnaryFunction<Acot>
{
    public override string Name => "acot";
    public override IReadOnlyList<string> Aliases => ["arccot", "arcctg"];
    public override string Latex => @"\operatorname{arccot}";
    public override string Sentence => "The angle arctan(1/x), between -pi/2 and pi/2; acot(0) is pi/2, and the value jumps there.";
    public override string Example => "acot(x)";
    public override string? Inverse => "cot";
    public override RealSet Range { get; } = new(new Interval(-Math.PI / 2, 0, true, true), new Interval(0, Math.PI / 2, true));
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, -1, -1, -1)];

    public override Spellings Spellings { get; } = Spellings.Helped("acot") with
    {
        NumPyHelper = """
        def acot(x):
            return np.where(x == 0, np.pi / 2, np.arctan(1 / np.where(x == 0, 1.0, x)))
        """,
        CHelper = """
        double acot(double x) {
            return x == 0.0 ? 1.5707963267948966 : atan(1.0 / x);
        }
        """,
    };

    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => AngleBalls.Acot(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Acot(z);
    public override Expression Derivative(Expression x, Expression y) => -1 / (1 + x.Graph.Power(x, 2));
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseTangent(x, isReciprocal: true) ?? (x.Facts.IsNeverZero() ? Parity.Odd(this, x) : null);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => InverseAngles.Cotangent(x);
    }
}
