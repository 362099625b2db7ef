using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>e^x.</summary>
public sealed class Exp : UnaryFunction<Exp>
{
    public override string Name => "exp";
    public override string Latex => @"\exp";
    public override string LatexBase => "e";
    public override string Sentence => "The exponential function, which is its own derivative.";
    public override string Example => "exp(-x^2)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "log";
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, true, true);
    public override Spellings Spellings { get; } = Spellings.Named("exp");
    public override double Value(double x) => Math.Exp(x);
    public override Ball Value(Ball x, int bits) => ElementaryBalls.Exp(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Exp(z);
    public override Expression Derivative(Expression x, Expression y) => y;
    public override Expression? Rewrite(Expression x) => x is Number { Value.IsZero: true } ? x.Graph.One : null;
}
