using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>u^(p/q) with an odd q greater than 1: the real root, defined for negative u too. Its arguments are u, p and q.</summary>
internal sealed class RealPower : Function
{
    /// <summary>The one instance.</summary>
    public static RealPower Function { get; } = new();

    public override string Name => "^(p/q)";
    public override bool IsNamed => false;
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("u"), new("p"), new("q")];
    public override string Latex => "^";
    public override string Sentence => "Raises the base to a fraction with an odd denominator, taking the real root.";
    public override string Example => "x^(1/3)";

    /// <summary>The real power; a whole exponent, or a base that is never negative, makes an ordinary power of it.</summary>
    /// <exception cref="ArgumentException">The exponent's denominator is even.</exception>
    public static Expression Of(Expression @base, Rational exponent)
    {
        if (exponent.HasEvenDenominator) throw new ArgumentException("A real power needs an odd denominator.", nameof(exponent));
        var graph = @base.Graph;
        return exponent.IsInteger ? graph.Power(@base, exponent) : graph.Call(
            Function, @base, graph.Number(Rational.Of(exponent.Numerator, 1)), graph.Number(Rational.Of(exponent.Denominator, 1)));
    }

    /// <summary>The exponent of a real power.</summary>
    public static Rational ExponentOf(ReadOnlySpan<Expression> arguments) => ((Number)arguments[1]).Value / ((Number)arguments[2]).Value;

    public override Spellings Spellings { get; } = Spellings.Helped("real_power", 3) with
    {
        NumPyHelper = """
        def real_power(u, p, q):
            # The real root of an odd order q, of negative numbers too.
            size = np.abs(u)**(p / q)
            return np.where(u < 0, -size, size) if p % 2 else size
        """,
        CHelper = """
        double real_power(double u, double p, double q) {
            // The real root of odd order q, for negative numbers too.
            double size = pow(fabs(u), p / q);
            return u < 0.0 && p != 2.0 * floor(p / 2.0) ? -size : size;
        }
        """,
    };

    public override double Value(ReadOnlySpan<double> arguments) => Lanes.At<Kernel>(arguments[0], arguments[1], arguments[2]);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results)
    {
        var n = results.Length;
        Lanes.Map<Kernel>(columns[..n], columns.Slice(n, n), columns.Slice(2 * n, n), results);
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => Ball.NotFinite(arguments)
        ?? (arguments[1].Fraction is { } p && arguments[2].Fraction is { IsZero: false } q ? PowerBalls.RealPower(arguments[0], p / q, bits) : Ball.Unknown);

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments) => ComplexElementary.SignedPower(arguments[0], arguments[1].Real / arguments[2].Real, Math.IEEERemainder(arguments[1].Real, 2) != 0);

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value)
    {
        if (place != 0) throw new ArgumentOutOfRangeException(nameof(place), "The exponent is constant.");
        var exponent = ExponentOf(arguments);
        return exponent * Of(arguments[0], exponent - 1);
    }

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        var (@base, exponent) = (arguments[0], ExponentOf(arguments));
        if (@base.Facts.IsNotNegative()) return graph.Power(@base, exponent);
        switch (@base)
        {
            case Number number:
                return number.Value.TryRoot(exponent.Denominator)?.TryPower(exponent.Numerator, graph.Budget.Limits.ExactBits) is { } root
                    ? graph.Number(root)
                    : null;
            case Call { Function: RealPower } inner when ExponentOf(inner.Arguments.AsSpan()) is var n && (n.Sign > 0 || exponent.Sign > 0):
                return Of(inner.Arguments[0], n * exponent);
            case Call { Function: Power } inner when inner.Arguments[1] is Number { Value: { IsInteger: true } n } && (n.Sign > 0 || exponent.Sign > 0):
                return Of(inner.Arguments[0], n * exponent);
            case Product { Coefficient: var c } product when !c.IsOne
                && c.TryRoot(exponent.Denominator)?.TryPower(exponent.Numerator, graph.Budget.Limits.ExactBits) is { } outside:
                return graph.Scale(outside, Of(graph.WithoutCoefficient(product), exponent));
            case Product { Coefficient.Sign: < 0 } product:
                var rest = Of(-(Expression)product, exponent);
                return exponent.HasEvenNumerator ? rest : -rest;
            default:
                return null;
        }
    }

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        var (@base, exponent) = (arguments[0].Facts, ExponentOf(arguments));
        var facts = @base & Facts.Total;
        if (exponent.Sign > 0) facts |= @base & Facts.MayBeZero;
        else if (!@base.IsNeverZero()) facts &= ~Facts.Total;
        return exponent.HasEvenNumerator ? facts | Facts.MayBePositive : facts | (@base & (Facts.MayBeNegative | Facts.MayBePositive));
    }

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        ExponentOf(arguments).Sign > 0 || arguments[0].Facts.IsNeverZero() ? [] : [NotEqual.Of(arguments[0], graph.Zero)];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : ITripleKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y, T z)
            where T : struct, ILanes<T> => Powers.OfReals(x, y, z);
    }
}
