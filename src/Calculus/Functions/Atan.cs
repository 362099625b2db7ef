using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The inverse of the tangent.</summary>
internal sealed class Atan : UnaryFunction<Atan>
{
    public override string Name => "atan";
    public override IReadOnlyList<string> Aliases => ["arctan", "arctg"];
    public override string Latex => @"\arctan";
    public override string Sentence => "The angle between -pi/2 and pi/2 whose tangent is x.";
    public override string Example => "atan(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "tan";
    public override RealSet Range { get; } = new(-Math.PI / 2, Math.PI / 2, true, true);
    public override Spellings Spellings { get; } = Spellings.Named("arctan", "atan");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => ElementaryBalls.Atan(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Atan(z);
    public override Expression Derivative(Expression x, Expression y) => 1 / (1 + x.Graph.Power(x, 2));
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseTangent(x) ?? Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => InverseAngles.Tangent(x);
    }
}
