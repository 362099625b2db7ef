using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>log(1 + x) without loss near 0.</summary>
public sealed class Log1p : UnaryFunction<Log1p>
{
    public override string Name => "log1p";
    public override string Latex => @"\operatorname{log1p}";
    public override string Sentence => "log(1 + x), accurate even where x is tiny.";
    public override string Example => "log1p(x)";
    public override Turns? Turns => Turns.None;
    public override string? Inverse => "expm1";
    public override RealSet Domain { get; } = new(-1, double.PositiveInfinity, true, true);

    public override Spellings Spellings { get; } = Spellings.Named("log1p") with
    {
        CHelper = """
        double log1p(double x) {
            // log(1 + x) = 2 artanh(x/(2 + x)), in which nothing cancels.
            return fabs(x) < 0.5 ? 2.0 * atanh(x / (2.0 + x)) : log(1.0 + x);
        }
        """,
    };

    public override double Value(double x) => OnePlus.Log(x);
    public override double UnitsInLastPlace => 6;
    public override Ball Value(Ball x, int bits) => ElementaryBalls.Log1p(x, bits);
    public override Complex? ComplexValue(Complex z) => ComplexElementary.LogOnePlus(z);
    public override Expression Derivative(Expression x, Expression y) => 1 / (1 + x);

    public override Expression? Rewrite(Expression x) => x switch
    {
        Number { Value.IsZero: true } => x,
        Call { Function: Expm1 } inner => inner.Arguments[0],
        _ => null,
    };

    public override Facts FactsOf(Facts x) => (x & Facts.AnySign) | (x.IsNotNegative() ? x & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        (1 + arguments[0]).Facts.IsPositive() ? [] : [Less.Of(graph.Number(-1), arguments[0])];
}
