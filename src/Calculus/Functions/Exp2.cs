using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>2^x, kept as that power.</summary>
public sealed class Exp2 : UnaryFunction<Exp2>
{
    public override string Name => "exp2";
    public override string Latex => @"\exp_2";
    public override string Sentence => "Two to the power x.";
    public override string Example => "exp2(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "log2";
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, true, true);
    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments) => graph.Power(graph.Number(2), arguments[0]);

    public override Spellings Spellings { get; } = Spellings.Named("exp2") with
    {
        CSharp = "Math.Pow(2.0, {0})",
        JavaScript = "Math.pow(2, {0})",
    };

    public override double Value(double x) => Math.Pow(2, x);
    public override Ball Value(Ball x, int bits) => PowerBalls.Exp2(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.Exp(z * Math.Log(2));
    public override Expression Derivative(Expression x, Expression y) => y * Log.Of(x.Graph.Number(2));
}
