using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The inverse of the hyperbolic cotangent.</summary>
public sealed class Acoth : UnaryFunction<Acoth>
{
    /// <inheritdoc/>
    public override string Name => "acoth";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["arcoth", "arccoth"];

    /// <inheritdoc/>
    public override string Latex => @"\operatorname{arcoth}";

    /// <inheritdoc/>
    public override string Sentence => "The number whose hyperbolic cotangent is x, log((x + 1)/(x - 1))/2.";

    /// <inheritdoc/>
    public override string Example => "acoth(x)";

    /// <inheritdoc/>
    public override string? Inverse => "coth";

    /// <inheritdoc/>
    public override RealSet Domain { get; } = RealSet.Outside(1, open: true);

    /// <inheritdoc/>
    public override RealSet Range { get; } = RealSet.AllBut(0);

    /// <inheritdoc/>
    public override Spellings Spellings { get; } = Spellings.Helped("acoth") with
    {
        NumPyHelper = """
        def acoth(x):
            return np.sign(x) * np.log1p(2 / (np.abs(x) - 1)) / 2
        """,
        CHelper = """
        double acoth(double x) {
            double size = log1p(2.0 / (fabs(x) - 1.0)) / 2.0;
            return x < 0.0 ? -size : size;
        }
        """,
    };

    /// <inheritdoc/>
    public override double Value(double x)
    {
        // log(1 + 2/(|x| − 1))/2 keeps the digits near 1; artanh(1/x) does not.
        var size = Math.Abs(x);
        return size > 1 ? Math.CopySign(OnePlus.Log(2 / (size - 1)) / 2, x) : double.NaN;
    }

    /// <inheritdoc/>
    public override Complex? ComplexValue(Complex z) => ComplexInverse.Acoth(z);

    /// <inheritdoc/>
    public override Expression Derivative(Expression x, Expression y) => 1 / (1 - x.Graph.Power(x, 2));

    /// <inheritdoc/>
    public override Expression? Rewrite(Expression x) => Parity.Odd(this, x);

    /// <inheritdoc/>
    public override Facts FactsOf(Facts x) => x & (Facts.MayBeNegative | Facts.MayBePositive);

    /// <inheritdoc/>
    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Less.Of(graph.One, Abs.Of(arguments[0]))];
}
