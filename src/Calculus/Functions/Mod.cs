using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The remainder x − m·⌊x/m⌋, which has the divisor's sign.</summary>
internal sealed class Mod : Function
{
    /// <summary>The one instance.</summary>
    public static Mod Function { get; } = new();

    public override string Name => "mod";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("x"), new("m")];
    public override string Latex => @"\operatorname{mod}";
    public override string Sentence => "The remainder of x divided by m; it has the sign of m.";
    public override string Example => "mod(x, 2)";
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [graph.Call(this, [.. arguments])];
    public override Expression Piece(Graph graph, IReadOnlyList<Expression> arguments) => Floor.Of(arguments[0] / arguments[1]);

    public override Spellings Spellings { get; } = new("np.mod({0}, {1})", "mod({0}, {1})")
    {
        PyTorch = "torch.remainder({0}, {1})",
        CHelper = """
        double mod(double x, double m) {
            // The remainder of a division, with the sign of the divisor.
            double rest = fmod(x, m);
            return rest != 0.0 && (rest < 0.0) != (m < 0.0) ? rest + m : rest;
        }
        """,
    };

    public override double Value(ReadOnlySpan<double> arguments)
    {
        var (x, m) = (arguments[0], arguments[1]);
        var rest = x % m;
        return rest != 0 && rest < 0 != m < 0 ? rest + m : rest;
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits)
    {
        var (x, m) = (arguments[0], arguments[1]);
        if (Ball.NotFinite(arguments) is { } unknown) return unknown;
        if (x.Fraction is { } exact && m.Fraction is { IsZero: false } divisor) return Ball.Of(exact - (divisor * Whole.Floor(exact / divisor)));

        // The whole quotient has as many bits as x is longer than m.
        var working = bits + (int)Math.Clamp(x.TopBit - m.TopBit, 0, 3L * bits);
        var quotient = x.Divide(m, working).Floor(working);
        return x.Subtract(m.Multiply(quotient, working), bits);
    }

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments)
    {
        var (x, m) = (arguments[0], arguments[1]);
        var quotient = x.Real / m.Real;
        return double.IsInteger(quotient) ? null : x - (m * Math.Floor(quotient));
    }

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) =>
        place == 0 ? value.Graph.One : -Floor.Of(arguments[0] / arguments[1]);

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[0] is Number { Value: var x } && arguments[1] is Number { Value: { IsZero: false } m }
            ? graph.Number(x - (m * Whole.Floor(x / m)))
            : null;

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        var (x, m) = (arguments[0].Facts, arguments[1].Facts);
        var facts = (x & m & Facts.Integer) | (m & (Facts.MayBeNegative | Facts.MayBePositive)) | Facts.MayBeZero;
        return m.IsNeverZero() ? facts | (x & m & Facts.Total) : facts;
    }

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[1].Facts.IsNeverZero() ? [] : [NotEqual.Of(arguments[1], graph.Zero)];
}
