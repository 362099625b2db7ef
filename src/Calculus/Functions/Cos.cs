using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The cosine.</summary>
internal sealed class Cos : UnaryFunction<Cos>
{
    public override string Name => "cos";
    public override string Latex => @"\cos";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The cosine of an angle in radians.";
    public override string Example => "cos(x)";
    public override Turns? Turns { get; } = Turns.Every(0, Math.PI);
    public override string? Inverse => "acos";
    public override RealSet Range { get; } = new(-1, 1);
    public override Spellings Spellings { get; } = Spellings.Named("cos");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => AngleBalls.Cos(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Cos(z);
    public override Expression Derivative(Expression x, Expression y) => -Sin.Of(x);
    public override Expression? Rewrite(Expression x) => ExactAngles.Cosine(x) ?? Parity.Even(this, x);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Angles.Cosine(x);
    }
}
