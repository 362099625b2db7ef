using System.Globalization;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>ψ⁽ⁿ⁾(x), the n-th derivative of digamma, for a whole n.</summary>
public sealed class Polygamma : Function
{
    /// <summary>The highest order that a definition can write; derivatives go beyond it.</summary>
    public const int HighestOrder = 100;

    // Beyond this order the recurrences cost more than they are worth.
    private const int HighestValue = 1_000;

    /// <summary>The one instance.</summary>
    public static Polygamma Function { get; } = new();

    /// <inheritdoc/>
    public override string Name => "polygamma";

    /// <inheritdoc/>
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("n"), new("x")];

    /// <inheritdoc/>
    public override string Latex => @"\psi";

    /// <inheritdoc/>
    public override (string Open, string Close) LatexBrackets => (@"\psi^{\left(", @"\right)");

    /// <inheritdoc/>
    public override string LatexSeparator => @"\right)}\left(";

    /// <inheritdoc/>
    public override string Sentence => "The n-th derivative of digamma, for a whole number n.";

    /// <inheritdoc/>
    public override string Formula => Example;

    /// <inheritdoc/>
    public override string Example => "polygamma(2, x)";

    /// <summary>ψ⁽ⁿ⁾ of a node.</summary>
    public static Expression Of(int n, Expression x) => x.Graph.Call(Function, x.Graph.Number(n), x);

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> arguments)
    {
        var (n, x) = (arguments[0], arguments[1]);
        if (n is not (>= 0 and <= HighestValue) || n != Math.Floor(n)) return double.NaN;
        return n == 0 ? PolygammaFunction.Digamma(x) : PolygammaFunction.Polygamma((int)n, x);
    }

    /// <inheritdoc/>
    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) => place == 1
        ? value.Graph.Call(this, arguments[0] + Rational.One, arguments[1])
        : value.Graph.Zero; // the order is a number

    /// <summary>The orders 0 and 1 have functions of their own.</summary>
    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments) => arguments[0] switch
    {
        Number { Value.IsZero: true } => Digamma.Of(arguments[1]),
        Number { Value.IsOne: true } => Trigamma.Of(arguments[1]),
        _ => null,
    };

    /// <inheritdoc/>
    public override string? Refusal(ReadOnlySpan<Expression> arguments) =>
        arguments[0] is Number { Value: { IsInteger: true, Sign: >= 0 } n } && n <= HighestOrder
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The order of polygamma is a whole number from 0 to {HighestOrder}.");

    /// <inheritdoc/>
    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        // ψ⁽ⁿ⁾ has the sign of (−1)^(n+1) above 0, and everywhere for an odd n.
        var facts = arguments[1].Facts.IsPositive() ? arguments[1].Facts & Facts.Total : Facts.None;
        if (arguments[0] is not Number { Value: { IsInteger: true, Sign: > 0 } n }) return facts | Facts.AnySign;
        if (!n.HasEvenNumerator) return facts | Facts.MayBePositive;
        return facts | (arguments[1].Facts.IsPositive() ? Facts.MayBeNegative : Facts.AnySign);
    }
}
