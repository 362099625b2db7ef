using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The sine.</summary>
internal sealed class Sin : UnaryFunction<Sin>
{
    public override string Name => "sin";
    public override IReadOnlyList<string> Aliases => ["sen"];
    public override string Latex => @"\sin";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The sine of an angle in radians.";
    public override string Example => "sin(x)";
    public override Turns? Turns { get; } = Turns.Every(Math.PI / 2, Math.PI);
    public override string? Inverse => "asin";
    public override RealSet Range { get; } = new(-1, 1);
    public override Spellings Spellings { get; } = Spellings.Named("sin");
    public override double Value(double x) => Lanes.At<Kernel>(x);
    public override void Values(ReadOnlySpan<double> x, Span<double> results) => Lanes.Map<Kernel>(x, results);
    public override Ball Value(Ball x, int bits) => AngleBalls.Sin(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Sin(z);
    public override Expression Derivative(Expression x, Expression y) => Cos.Of(x);
    public override Expression? Rewrite(Expression x) => ExactAngles.Sine(x) ?? Parity.Odd(this, x);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Angles.Sine(x);
    }
}
