using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The inverse of the tangent.</summary>
public sealed class Atan : UnaryFunction<Atan>
{
    public override string Name => "atan";
    public override IReadOnlyList<string> Aliases => ["arctan"];
    public override string Latex => @"\arctan";
    public override string Sentence => "The angle between -pi/2 and pi/2 whose tangent is x.";
    public override string Example => "atan(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "tan";
    public override RealSet Range { get; } = new(-Math.PI / 2, Math.PI / 2, true, true);
    public override Spellings Spellings { get; } = Spellings.Named("arctan", "atan");
    public override double Value(double x) => Math.Atan(x);
    public override Ball Value(Ball x, int bits) => ElementaryBalls.Atan(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Atan(z);
    public override Expression Derivative(Expression x, Expression y) => 1 / (1 + x.Graph.Power(x, 2));
    public override Expression? Rewrite(Expression x) => ExactAngles.InverseTangent(x) ?? Parity.Odd(this, x);
    public override Facts FactsOf(Facts x) => x & (Facts.Total | Facts.AnySign);
}
