using System.Globalization;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Taylor;

namespace Calculus;

public sealed partial class Study
{
    // Even, so that the point itself is among the samples.
    private const int RemainderSamples = 64;
    private const int ErrorSamples = 256;

    // Operations; more is not read by people.
    private const long LongestLagrange = 60;

    /// <summary>What a Taylor polynomial leaves out within a distance of its point.</summary>
    /// <param name="polynomial">The polynomial.</param>
    /// <param name="radius">The distance, above 0.</param>
    /// <exception cref="LimitException">The work goes beyond a limit.</exception>
    public TaylorRemainder Remainder(TaylorPolynomial polynomial, double radius)
    {
        var (variable, order) = (polynomial.Variable, polynomial.Order + 1);
        var a = polynomial.Point[variable];
        var (from, to) = (a - radius, a + radius);
        double[] point = [.. polynomial.Point];

        var tape = new TaylorTape(Function, _bound.Variables[variable], order, _budget);
        var (bound, reason) = SampledBound(tape, variable, point, a, radius);
        double? largest = 0;
        for (var i = 0; i <= ErrorSamples && largest is not null; i++)
        {
            point[variable] = a + (radius * (((2.0 * i) / ErrorSamples) - 1));
            var error = Math.Abs(Value(Function, point) - polynomial.Value(point[variable]));
            if (double.IsFinite(error)) largest = Math.Max(largest.Value, error);
            else (largest, reason) = (null, reason ?? $"The function or the polynomial is not finite at {Place(variable, point)}.");
        }

        return new(order, Lagrange(variable, order, a), from, to, bound, largest, reason);
    }

    private (double? Bound, string? Reason) SampledBound(TaylorTape tape, int variable, double[] point, double a, double radius)
    {
        double[]? signs = null;
        var largest = 0.0;
        for (var i = 0; i <= RemainderSamples; i++)
        {
            point[variable] = a + (radius * (((2.0 * i) / RemainderSamples) - 1));
            if (Seams() is { } seams)
            {
                var differences = new double[seams.Outputs];
                seams.Evaluate(point, differences, _budget);
                if (signs is not null && Passes(signs, differences))
                    return (null, $"The definition changes its branch near {Place(variable, point)}; Lagrange's form needs derivatives on the whole interval.");
                signs = differences;
            }

            var coefficient = Series(tape, variable, point, beside: null).Run(_budget)[tape.Order];
            if (!double.IsFinite(coefficient))
                return (null, $"The derivative of order {tape.Order.ToString(CultureInfo.InvariantCulture)} is not finite at {Place(variable, point)}; Lagrange's form needs it on the whole interval.");
            largest = Math.Max(largest, Math.Abs(coefficient));
        }

        var bound = largest * Math.Pow(radius, tape.Order);
        return double.IsFinite(bound) ? (bound, null) : (null, "The bound is beyond the doubles.");
    }

    private static bool Passes(double[] before, double[] now)
    {
        for (var i = 0; i < now.Length; i++)
        {
            if (now[i].CompareTo(0) != before[i].CompareTo(0)) return true;
        }

        return false;
    }

    private Printed? Lagrange(int variable, int order, double a)
    {
        if (order > _budget.Limits.DerivativeOrder) return null;
        var symbol = _bound.Variables[variable];
        var derivative = Function;
        for (var n = 1; n <= order; n++)
        {
            derivative = Answer(Differentiation.Derivative.Of(derivative, symbol), [symbol], derivative, n);
            if (OperationCount.Of(derivative) > LongestLagrange) return null;
        }

        var name = "xi";
        for (var k = 1; Variables.Contains(name, StringComparer.Ordinal) || _context.Data.ContainsKey(name); k++)
            name = "xi_" + k.ToString(CultureInfo.InvariantCulture);
        var between = _graph.Symbol(name, SymbolRole.Variable);
        var moved = Rebuild.In(derivative, _graph, new Dictionary<Symbol, Expression> { [symbol] = between });
        var printed = Print(Rational.Of(1, (long)Factorial(order)) * (moved * _graph.Power(symbol - Rational.FromDecimal(a), order)));
        return printed with { Variables = [.. Variables, name] };
    }
}
