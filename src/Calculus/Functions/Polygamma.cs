using System.Globalization;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>ψ⁽ⁿ⁾(x), the n-th derivative of digamma, for a whole n.</summary>
internal sealed class Polygamma : Function
{
    /// <summary>The highest order that a definition can write; derivatives go beyond it.</summary>
    public const int HighestOrder = 100;

    // Beyond this order the recurrences cost more than they are worth.
    private const int HighestValue = 1_000;

    /// <summary>The one instance.</summary>
    public static Polygamma Function { get; } = new();

    public override string Name => "polygamma";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("n"), new("x")];
    public override string Latex => @"\psi";
    public override (string Open, string Close) LatexBrackets => (@"\psi^{\left(", @"\right)");
    public override string LatexSeparator => @"\right)}\left(";
    public override string Sentence => "The n-th derivative of digamma, for a whole number n.";
    public override string Formula => Example;
    public override string Example => "polygamma(2, x)";

    /// <summary>ψ⁽ⁿ⁾ of a node.</summary>
    public static Expression Of(int n, Expression x) => x.Graph.Call(Function, x.Graph.Number(n), x);

    public override Spellings Spellings { get; } = new("polygamma({0}, {1})", "polygamma({0}, {1})")
    {
        NumPyHelper = """
        def polygamma(n, x):
            # n! sum 1/(x + k)^(n + 1), its tail by the Euler-Maclaurin formula; below 0 by reflection.
            n = int(n)
            def term(y):
                quotient = 1 / y
                for j in range(1, n + 1):
                    quotient = quotient * (j / y)
                return quotient
            sign = -1.0 if n % 2 == 0 else 1.0
            is_low = x <= 0
            y = np.where(is_low, 1 - x, x)
            total = 0.0
            for k in range(15 + n):
                total = total + term(y + k)
            y = y + (15 + n)
            first = term(y)
            total = total + first / 2 + first * y / n
            factor = first * (n + 1) / y
            bernoulli = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330)
            for k in range(1, 11):
                total = total + bernoulli[k - 1] * factor / 2
                factor = factor * ((n + 2 * k) * (n + 2 * k + 1) / ((2 * k + 1) * (2 * k + 2))) / (y * y)
            cotangent = 1 / np.tan(np.pi * np.where(is_low, x - np.round(x), 0.25))
            coefficients = [0.0, 1.0] + [0.0] * n
            for order in range(1, n + 1):
                following = [0.0] * (n + 2)
                for k in range(1, order + 1):
                    following[k - 1] -= k * coefficients[k] * np.pi
                    following[k + 1] -= k * coefficients[k] * np.pi
                coefficients = following
            slope = 0.0 * cotangent
            for k in range(n + 1, -1, -1):
                slope = slope * cotangent + coefficients[k]
            return np.where(is_low, -total - np.pi * slope, sign * total)
        """,
        CHelper = """
        double polygamma(double n, double x) {
            // psi^(n)(1 - x) + (-1)^(n + 1) psi^(n)(x) = (-1)^n pi (d/dx)^n cot(pi x) below 0.
            if (n > 250.0) return log(-1.0);
            if (x > 0.0) return (n == 2.0 * floor(n / 2.0) ? -1.0 : 1.0) * polygamma_size(n, x);
            double cotangent = 1.0 / tan(3.141592653589793 * (x - floor(x)));
            return -polygamma_size(n, 1.0 - x) - cotangent_derivative(n, cotangent);
        }

        double polygamma_size(double n, double x) {
            // n! sum 1/(x + k)^(n + 1), its tail by the Euler-Maclaurin formula.
            const double bernoulli[] = { 1.0 / 6.0, -1.0 / 30.0, 1.0 / 42.0, -1.0 / 30.0, 5.0 / 66.0, -691.0 / 2730.0, 7.0 / 6.0, -3617.0 / 510.0, 43867.0 / 798.0, -174611.0 / 330.0 };
            double sum = 0.0;
            for (double k = 0.0; k < 15.0 + n; k++) sum += polygamma_term(n, x + k);
            double y = x + 15.0 + n;
            double first = polygamma_term(n, y);
            sum += first / 2.0 + first * y / n;
            double factor = first * (n + 1.0) / y;
            for (int k = 0; k < 10; k++) {
                sum += bernoulli[k] * factor / 2.0;
                factor *= (n + 2.0 * k + 2.0) * (n + 2.0 * k + 3.0) / ((2.0 * k + 3.0) * (2.0 * k + 4.0)) / (y * y);
            }
            return sum;
        }

        double polygamma_term(double n, double x) {
            double quotient = 1.0 / x;
            for (double j = 1.0; j <= n; j++) quotient *= j / x;
            return quotient;
        }

        double cotangent_derivative(double n, double c) {
            // pi (d/dx)^n cot(pi x) where the cotangent is c: Taylor coefficients of the solution of y' = -pi (1 + y^2).
            double y[256];
            y[0] = c;
            double factorial = 1.0;
            for (int k = 0; k < n; k++) {
                double sum = k == 0 ? 1.0 : 0.0;
                for (int i = 0; i <= k; i++) sum += y[i] * y[k - i];
                y[k + 1] = -3.141592653589793 * sum / (k + 1.0);
                factorial *= k + 1.0;
            }
            return 3.141592653589793 * factorial * y[(int)n];
        }
        """,
    };

    public override double Value(ReadOnlySpan<double> arguments)
    {
        var (n, x) = (arguments[0], arguments[1]);
        if (n is not (>= 0 and <= HighestValue) || n != Math.Floor(n)) return double.NaN;
        return n == 0 ? Digamma.Function.Value(x) : PolygammaFunction.Polygamma((int)n, x);
    }

    public override double UnitsInLastPlace => 64;

    /// <summary>The terms that cancel near a zero.</summary>
    public override double AbsoluteError(ReadOnlySpan<double> arguments, double value) =>
        arguments[1] < 0 ? 128 * Math.Abs(Value([arguments[0], 1 - arguments[1]])) * UnitRoundoff : 0;

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits)
    {
        if (Ball.NotFinite(arguments) is { } unknown) return unknown;
        if (arguments[0].Fraction is not { } n || n > HighestValue) return Ball.Unknown;
        if (!n.IsInteger || n.Sign < 0) return Ball.Undefined;
        return n.IsZero ? PolygammaBalls.Digamma(arguments[1], bits) : PolygammaBalls.Polygamma((int)n.Numerator, arguments[1], bits);
    }

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

    public override string? Refusal(ReadOnlySpan<Expression> arguments) =>
        arguments[0] is Number { Value: { IsInteger: true, Sign: >= 0 } n } && n <= HighestOrder
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The order of polygamma must be a whole number from 0 to {HighestOrder}.");

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        // ψ⁽ⁿ⁾ has the sign of (−1)^(n+1) above 0, and everywhere for an odd n.
        var facts = arguments[1].Facts.IsPositive() ? arguments[1].Facts & Facts.Total : Facts.None;
        if (arguments[0] is not Number { Value: { IsInteger: true, Sign: > 0 } n }) return facts | Facts.AnySign;
        if (!n.HasEvenNumerator) return facts | Facts.MayBePositive;
        return facts | (arguments[1].Facts.IsPositive() ? Facts.MayBeNegative : Facts.AnySign);
    }

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        [Poles.NotAtMostZero(arguments[1])];
}
