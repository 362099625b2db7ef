using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Printing;
using Calculus.Programs;
using Calculus.Seams;

namespace Calculus.Taylor;

/// <summary>What Taylor polynomials of a function of numbers leave out.</summary>
/// <param name="bound">The function.</param>
/// <param name="book">Its derivatives.</param>
/// <param name="numbers">The function as numbers.</param>
/// <param name="printer">How its formulas are written.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class TaylorRemainders(BoundDefinition bound, DerivativeBook book, FormulaValues numbers, FormulaPrinter printer, Budget budget)
{
    // Even, so that the point itself is among the samples.
    private const int RemainderSamples = 64;
    private const int ErrorSamples = 256;

    // Operations; people do not read longer formulas.
    private const long LongestLagrange = 60;

    /// <summary>What a Taylor polynomial leaves out within a distance of its point.</summary>
    /// <param name="polynomial">The polynomial.</param>
    /// <param name="radius">The distance, above 0.</param>
    /// <exception cref="LimitException">The work goes beyond a limit.</exception>
    public TaylorRemainder Of(TaylorPolynomial polynomial, double radius)
    {
        var (variable, order) = (polynomial.Variable, polynomial.Order + 1);
        var a = polynomial.Point[variable];
        double[] point = [.. polynomial.Point];
        var (estimate, reason) = SampledBound(variable, order, point, a, radius);
        double? largest = 0;
        var function = Evaluator.Of([bound.Function], bound.Variables, bound.Data, budget);
        for (var i = 0; i <= ErrorSamples && largest is not null; i++)
        {
            point[variable] = a + (radius * (((2.0 * i) / ErrorSamples) - 1));
            var error = Math.Abs(function.At(point)[0] - polynomial.Value(point[variable]));
            if (double.IsFinite(error)) largest = Math.Max(largest.Value, error);
            else (largest, reason) = (null, reason ?? $"The function or the polynomial is not finite at {Place(variable, point)}.");
        }

        return new(order, Lagrange(variable, order, a, polynomial.Point), a - radius, a + radius, estimate, largest, reason);
    }

    private (double? Bound, string? Reason) SampledBound(int variable, int order, double[] point, double a, double radius)
    {
        var tape = new TaylorTape(bound.Function, bound.Variables[variable], order, budget);
        var series = new TaylorExpansion(bound, numbers, printer, variable, point, budget);
        int[]? sides = null;
        var largest = 0.0;
        for (var i = 0; i <= RemainderSamples; i++)
        {
            point[variable] = a + (radius * (((2.0 * i) / RemainderSamples) - 1));
            if (numbers.Seams?.Sides(point) is { } now)
            {
                if (sides is not null && !now.AsSpan().SequenceEqual(sides))
                    return (null, $"The definition changes branch near {Place(variable, point)}, but Lagrange's form needs derivatives on the whole interval.");
                sides = now;
            }

            var coefficient = series.Series(tape, point, beside: null).Run(budget)[order];
            if (!double.IsFinite(coefficient))
                return (null, $"The derivative of order {order.ToString(CultureInfo.InvariantCulture)} is not finite at {Place(variable, point)}, but Lagrange's form needs it on the whole interval.");
            largest = Math.Max(largest, Math.Abs(coefficient));
        }

        var estimate = largest * Math.Pow(radius, order);
        return double.IsFinite(estimate) ? (estimate, null) : (null, "The bound is too large for a double.");
    }

    private Printed? Lagrange(int variable, int order, double a, IReadOnlyList<double> at)
    {
        if (order > budget.Limits.DerivativeOrder) return null;
        var (symbol, graph) = (bound.Variables[variable], bound.Function.Graph);
        var derivative = book.Function;
        for (var n = 1; n <= order; n++)
        {
            derivative = book.Next(derivative, symbol);
            if (OperationCount.Of(derivative) > LongestLagrange) return null;
        }

        var name = "xi";
        for (var k = 1; printer.Style.Variables.Contains(name, StringComparer.Ordinal) || bound.Context.IsDatum(name); k++)
            name = "xi_" + k.ToString(CultureInfo.InvariantCulture);
        var between = graph.Symbol(name, SymbolRole.Variable);
        var moved = Rebuild.In(derivative, graph, new Dictionary<Symbol, Expression> { [symbol] = between });
        var printed = printer.Beside([.. at]).Print(Rational.Of(1, (long)TaylorExpansion.Factorial(order)) * (moved * graph.Power(symbol - Rational.FromDecimal(a), order)));
        return printed with { Variables = [.. printer.Style.Variables, name] };
    }

    private string Place(int variable, double[] point) => $"{bound.Variables[variable].Name} = {Figures.Of(point[variable], 6)}";
}
