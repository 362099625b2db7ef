using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The sine.</summary>
public sealed class Sin : UnaryFunction<Sin>
{
    public override string Name => "sin";
    public override string Latex => @"\sin";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The sine of an angle in radians.";
    public override string Example => "sin(x)";
    public override Turns? Turns { get; } = Turns.Every(Math.PI / 2, Math.PI);
    public override string? Inverse => "asin";
    public override RealSet Range { get; } = new(-1, 1);
    public override Spellings Spellings { get; } = Spellings.Named("sin");
    public override double Value(double x) => Math.Sin(x);
    public override Ball Value(Ball x, int bits) => AngleBalls.Sin(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Sin(z);
    public override Expression Derivative(Expression x, Expression y) => Cos.Of(x);
    public override Expression? Rewrite(Expression x) => ExactAngles.Sine(x) ?? Parity.Odd(this, x);
}
