using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Tests.Programs;

/// <summary>Random expressions with shared parts, the same for the same seed.</summary>
internal sealed class RandomExpressions(Formulas formulas, Random random)
{
    private readonly List<Expression> _made = [formulas.X, formulas.Y, formulas.Z, formulas.A];

    public Expression[] Make(int nodes, int outputs)
    {
        for (var i = 0; i < nodes; i++) _made.Add(Next());
        return [.. Enumerable.Range(0, outputs).Select(_ => Any())];
    }

    private Expression Next()
    {
        var graph = formulas.Graph;
        Expression a = Any(), b = Any();
        return random.Next(18) switch
        {
            0 => a + b,
            1 => a - b,
            2 => a * b,
            3 => a / (1 + graph.Power(b, 2)),
            4 => a / b,
            5 => Coefficient() * a,
            6 => Coefficient() + a,
            7 => Sin.Of(a),
            8 => Tanh.Of(a),
            9 => Exp.Of(-graph.Power(a, 2)),
            10 => Log.Of(1 + graph.Power(a, 2)),
            11 => graph.Power(Sigmoid.Of(a), random.Next(-5, 6)),
            12 => graph.Power(graph.Power(a, 2), Rational.Of(random.Next(-3, 4), 2)),
            13 => RealPower.Of(a, Rational.Of(random.Next(-2, 3), 3)),
            14 => graph.Choice(Less.Of(a, b), a, Cos.Of(b)),
            15 => graph.Call(Max.Function, a, b, Any()),
            16 => graph.Power(Abs.Of(a), b),
            _ => Exp.Of(a) - 1,
        };
    }

    private Expression Any() => _made[random.Next(_made.Count)];

    private Rational Coefficient() => Rational.Of(random.Next(-9, 10), random.Next(1, 10));
}
