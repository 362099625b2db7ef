using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>x! = Γ(x + 1), exact for small whole numbers. Written after its argument.</summary>
public sealed class Factorial : UnaryFunction<Factorial>
{
    public override string Name => "factorial";
    public override string Latex => @"!";
    public override string Sentence => "The factorial x!, which is gamma(x + 1).";
    public override string Formula => Example;
    public override string Example => "x!";
    public override Turns? TurnsRightOfPoles { get; } = Turns.At(0.4616321449683623);
    public override RealSet Domain { get; } = new(Interval.Real) { Without = new PointRow(-1, 1, true, "−1, −2, −3, …") };
    public override RealSet Range { get; } = RealSet.AllBut(0);
    public override Spellings Spellings { get; } = new("gamma({0} + 1)", "tgamma({0} + 1.0)");

    public override double Value(double x)
    {
        if (x == Math.Floor(x)) return x < 0 ? double.NaN : GammaFunction.Gamma(x + 1);
        return x > 1 ? x * GammaFunction.Gamma(x) : GammaFunction.Gamma(x + 1); // x + 1 would be rounded
    }

    public override double UnitsInLastPlace => 48;

    /// <inheritdoc cref="Gamma.AbsoluteError"/>
    public override double AbsoluteError(ReadOnlySpan<double> arguments, double value) => GammaFunction.IsByLogarithm(arguments[0] + 1) ? 4_096 * Math.Abs(value) * UnitRoundoff : 0;

    public override Ball Value(Ball x, int bits) => GammaBalls.Gamma(x.Add(Ball.One, bits), bits);
    public override Expression Derivative(Expression x, Expression y) => y * Digamma.Of(x + 1);
    public override Expression? Rewrite(Expression x) => x is Number { Value: { IsInteger: true, Sign: >= 0 } n } && n <= GammaFunction.LargestFactorial ? x.Graph.Number(Whole.Factorial((int)n.Numerator)) : null;
    public override Facts FactsOf(Facts x) => x.IsNotNegative() ? Facts.MayBePositive | (x & (Facts.Total | Facts.Integer)) : Facts.MayBeNegative | Facts.MayBePositive;

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Poles.NotAtMostZero(arguments[0] + Rational.One)];
}
