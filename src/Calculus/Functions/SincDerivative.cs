using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>
/// The n-th derivative of sin(x)/x as a function of its own, because its quotients cancel near 0. Printed as the choice
/// between its value at 0 and the quotient, which reads back to it.
/// </summary>
internal sealed class SincDerivative : Function
{
    // Twice the highest order of a derivative: nothing else is read back.
    private const int HighestRead = 40;

    /// <summary>The one instance.</summary>
    public static SincDerivative Function { get; } = new();

    public override string Name => "sinc_derivative";
    public override bool IsNamed => false;
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("n"), new("x")];
    public override string Latex => @"\operatorname{sinc}'";
    public override string Sentence => "A derivative of sinc.";
    public override string Example => "sinc'(x)";

    /// <summary>The n-th derivative at a node, n ≥ 1.</summary>
    public static Expression Of(int n, Expression x) => x.Graph.Call(Function, x.Graph.Number(n), x);

    /// <summary>The n-th derivative at a point.</summary>
    public static double Value(int n, double x)
    {
        if (!double.IsFinite(x)) return double.IsNaN(x) ? double.NaN : 0;
        // f⁽ⁿ⁾ = ∫₀¹ tⁿ·cos(xt + nπ/2) dt gives x·f⁽ⁿ⁾ + n·f⁽ⁿ⁻¹⁾ = sin⁽ⁿ⁾(x). Upwards the recurrence is stable for n < |x|,
        // downwards from any start for n > |x|: the error of the start falls by the factor |x|/n with each step.
        var sines = (Sine: OnAxis.Sin(x), Cosine: OnAxis.Cos(x));
        double derivative;
        if (Math.Abs(x) > n + 1)
        {
            derivative = sines.Sine / x;
            for (var k = 1; k <= n; k++) derivative = (Derivative(sines, k) - (k * derivative)) / x;
            return derivative;
        }

        derivative = 0;
        for (var k = (2 * n) + 40; k > n; k--) derivative = (Derivative(sines, k) - (x * derivative)) / k;
        return derivative;
    }

    /// <summary>sin z/z: by its power series near 0, where the quotient would lose the digits of the imaginary part.</summary>
    public static Complex ComplexSinc(Complex z)
    {
        if (Math.Abs(z.Real) > 1 || Math.Abs(z.Imaginary) > 1) return ComplexElementary.Sin(z) / z;
        var (square, term, sum) = (z * z, Complex.One, Complex.One);
        for (var k = 1; k <= 12; k++)
        {
            term *= -square / (2 * k * ((2 * k) + 1));
            sum += term;
        }

        return sum;
    }

    public override Spellings Spellings { get; } = Spellings.Helped("sinc_derivative", 2) with
    {
        NumPyHelper = """
        def sinc_derivative(n, x):
            # x f_n + n f_(n-1) = sin^(n)(x): stable upwards for |x| > n, downwards from any start for |x| < n.
            n = int(n)
            sines = (np.sin(x), np.cos(x), -np.sin(x), -np.cos(x))
            is_far = np.abs(x) > n + 1
            far = np.where(is_far, x, 1.0)
            up = np.sin(far) / far
            for k in range(1, n + 1):
                up = (np.where(is_far, sines[k % 4], 0.0) - k * up) / far
            near = np.where(is_far, 0.0, x)
            down = 0.0 * near
            for k in range(2 * n + 40, n, -1):
                down = (np.where(is_far, 0.0, sines[k % 4]) - near * down) / k
            return np.where(is_far, up, down)
        """,
        CHelper = """
        double sinc_derivative(double n, double x) {
            // x f_n + n f_(n-1) = sin^(n)(x): stable upwards for |x| > n, downwards from any start for |x| < n.
            double f = 0.0;
            if (fabs(x) > n + 1.0) {
                f = sin(x) / x;
                for (double k = 1.0; k <= n; k++) f = (sin_derivative(k, x) - k * f) / x;
            } else {
                for (double k = 2.0 * n + 40.0; k > n; k--) f = (sin_derivative(k, x) - x * f) / k;
            }
            return f;
        }

        double sin_derivative(double order, double x) {
            double turn = order - 4.0 * floor(order / 4.0);
            return turn == 0.0 ? sin(x) : turn == 1.0 ? cos(x) : turn == 2.0 ? -sin(x) : -cos(x);
        }
        """,
    };

    public override double Value(ReadOnlySpan<double> arguments) => Value((int)arguments[0], arguments[1]);

    public override double UnitsInLastPlace => 8;

    /// <summary>The terms that cancel near a zero.</summary>
    public override double AbsoluteError(ReadOnlySpan<double> arguments, double value)
    {
        var (n, size) = (arguments[0], Math.Abs(arguments[1]));
        return 8 * UnitRoundoff / Math.Max(n + 1, size) * (n % 2 == 0 ? 1 : Math.Min(1, size));
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => Ball.NotFinite(arguments)
        ?? (arguments[0].Fraction is { IsInteger: true, Sign: >= 0 } n && n <= SincBalls.HighestOrder ? SincBalls.Derivative((int)n.Numerator, arguments[1], bits) : Ball.Unknown);

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) => place == 1
        ? value.Graph.Call(this, arguments[0] + Rational.One, arguments[1])
        : value.Graph.Zero; // the order is a number

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[1] is Number { Value.IsZero: true } ? graph.Number(AtZero(OrderOf(arguments))) : null;

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments) => Facts.AnySign | (arguments[1].Facts & Facts.Total);

    /// <summary>The order of a call.</summary>
    public static int OrderOf(ReadOnlySpan<Expression> arguments) => (int)((Number)arguments[0]).Value.Numerator;

    /// <summary>The derivative as a choice between its value at 0 and the quotient.</summary>
    /// <param name="n">The order.</param>
    /// <param name="x">The argument.</param>
    /// <param name="target">The graph of the choice.</param>
    /// <param name="copied">The node of that graph for one of the argument's.</param>
    public static Expression Spelled(int n, Expression x, Graph target, Func<Expression, Expression> copied) =>
        target.Choice(copied(Equal.Of(x, x.Graph.Zero)), target.Number(AtZero(n)), copied(Quotient(n, x)));

    /// <summary>Reads what <see cref="Spelled"/> writes, or gives null for any other choice.</summary>
    public static Expression? TryRead(Expression condition, Expression then, Expression otherwise)
    {
        if (condition is not Call { Function: Equal, Arguments: [var x, Number { Value.IsZero: true }] } || then is not Number { Value: var value }) return null;
        if (otherwise is not Product product || !product.Factors.Any(static factor => Power.Parts(factor).Exponent is Number { Value.Sign: < 0 })) return null;
        for (var n = 1; n <= HighestRead; n++)
        {
            if (AtZero(n) == value && Quotient(n, x) == otherwise) return Of(n, x);
        }

        return null;
    }

    private static Rational AtZero(int n) => n % 2 != 0 ? Rational.Zero : Rational.Of(n % 4 == 0 ? 1 : -1, n + 1);

    // F_n = (sin⁽ⁿ⁾(x) − n·F_(n−1))/x from F_0 = sinc(x).
    private static Expression Quotient(int n, Expression x)
    {
        var quotient = x.Graph.Call(Sinc.Function, x);
        for (var k = 1; k <= n; k++)
        {
            var sine = k % 2 == 0 ? x.Graph.Call(Sin.Function, x) : x.Graph.Call(Cos.Function, x);
            quotient = ((k % 4 is 2 or 3 ? -sine : sine) - (k * quotient)) / x;
        }

        return quotient;
    }

    private static double Derivative((double Sine, double Cosine) of, int order) => (order % 4) switch
    {
        0 => of.Sine,
        1 => of.Cosine,
        2 => -of.Sine,
        _ => -of.Cosine,
    };
}
