using System.Globalization;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Printing;
using Calculus.Programs;
using Calculus.Taylor;

namespace Calculus;

/// <summary>Taylor polynomials: coefficients by power series, exact where a person would write them exactly.</summary>
public sealed partial class Study
{
    // Longer formulas and numbers are shown as decimals.
    private const long LongestCoefficient = 8;
    private const long LongestFraction = 80;

    // The two sides of a seam, and a formula and its number, are the same where they differ by rounding alone.
    private const double SameToRounding = 1e-9;

    private const double RoundingReach = 4;

    // What is smooth and not 0 changes by less of itself over so few doubles; signs and floors change by all of it.
    private const double ClearChange = 0.5;

    /// <summary>The Taylor polynomial in one variable; the others are held at the point.</summary>
    /// <param name="variable">The place of the variable.</param>
    /// <param name="point">One number for each of <see cref="Variables"/>.</param>
    /// <param name="order">The highest order, from 0 on.</param>
    /// <exception cref="TaylorException">A derivative up to the order does not exist at the point.</exception>
    /// <exception cref="LimitException">The order or the work goes beyond a limit.</exception>
    public TaylorPolynomial Taylor(int variable, double[] point, int order)
    {
        var tape = new TaylorTape(Function, _bound.Variables[variable], order, _budget);
        var value = Value(Function, point);
        if (!double.IsFinite(value)) throw new TaylorException($"The function has no finite value at {Place(variable, point)}, so it has no Taylor polynomial there.");

        var numbers = OnSeam(variable, point) ? AcrossSeam(tape, variable, point, value) : Series(tape, variable, point, beside: null);
        var coefficients = numbers.Run(_budget);
        for (var n = 0; n <= order; n++)
        {
            if (!double.IsFinite(coefficients[n])) throw new TaylorException(NotFinite(variable, point, n, coefficients[n]));
        }

        var exact = ExactSeries(tape, variable, point, numbers);
        TaylorTerm[] terms = [.. coefficients.Select((coefficient, n) => TermOf(variable, point, n, coefficient, exact[n]))];
        return new(variable, point, terms, Written(terms));
    }

    private TaylorSeries<double> Series(TaylorTape tape, int variable, double[] point, Func<Call, double>? beside) =>
        new(tape, new DoubleCoefficients(symbol => ValueOf(symbol, point), beside), point[variable]);

    private ExactCoefficient[] ExactSeries(TaylorTape tape, int variable, double[] point, TaylorSeries<double> numbers)
    {
        var held = new Dictionary<Symbol, Rational>();
        for (var i = 0; i < point.Length; i++) held[_bound.Variables[i]] = Rational.FromDecimal(point[i]);
        var isNamed = Variables.Contains(NamedConstants.E, StringComparer.Ordinal) || _context.Data.ContainsKey(NamedConstants.E);
        var ring = new ExactCoefficients(_graph, held, numbers, isNamed ? null : _graph.Symbol(NamedConstants.E, SymbolRole.Constant));
        return new TaylorSeries<ExactCoefficient>(tape, ring, ring.Number(held[_bound.Variables[variable]])).Run(_budget);
    }

    private double ValueOf(Symbol symbol, double[] point)
    {
        for (var i = 0; i < point.Length; i++)
        {
            if (_bound.Variables[i] == symbol) return point[i];
        }

        if (symbol.Role is SymbolRole.Constant && NamedConstants.TryValue(symbol.Name, out var constant)) return constant.Value;
        return _context.Data.TryGetValue(symbol.Name, out var datum) ? datum : throw new UnboundSymbolException(symbol.Name);
    }

    // Rounding can put a point on one side of a seam that it lies on: 3x − 0.3 is not 0 at 0.1, and 9.1 is no multiple of 0.7.
    private bool OnSeam(int variable, double[] point)
    {
        if (Seams() is not { } seams) return false;
        var (here, left, right) = (new double[seams.Outputs], new double[seams.Outputs], new double[seams.Outputs]);
        var reach = Math.Max(RoundingReach * Doubles.Spacing(point[variable]), 1e-300);
        double[] moved = [.. point];
        seams.Evaluate(point, here, _budget);
        moved[variable] = point[variable] - reach;
        seams.Evaluate(moved, left, _budget);
        moved[variable] = point[variable] + reach;
        seams.Evaluate(moved, right, _budget);
        for (var i = 0; i < here.Length; i++)
        {
            if (here[i] == 0 || Math.Abs(right[i] - left[i]) > ClearChange * Math.Max(Math.Abs(left[i]), Math.Abs(right[i]))) return true;
        }

        return false;
    }

    // On a seam the branches of each side give a series of their own; where both are the same, it is the function's.
    private TaylorSeries<double> AcrossSeam(TaylorTape tape, int variable, double[] point, double value)
    {
        var (left, right) = (OneSided(tape, variable, point, -1), OneSided(tape, variable, point, 1));
        var (below, above) = (left.Run(_budget), right.Run(_budget));
        for (var n = 0; n <= tape.Order; n++)
        {
            var (a, b) = (below[n], above[n]);
            if (!double.IsFinite(a) || !double.IsFinite(b)) throw new TaylorException(NotFinite(variable, point, n, double.IsFinite(a) ? b : a));
            if (Same(a, b) && (n > 0 || Same(a, value))) continue;
            var factorial = Factorial(n);
            throw new TaylorException(n == 0
                ? $"The function jumps at {Place(variable, point)}: it comes to {Shown(a)} from the left and to {Shown(b)} from the right, and its value is {Shown(value)}."
                : $"There is no derivative of order {n.ToString(CultureInfo.InvariantCulture)} at {Place(variable, point)}: it is {Shown(a * factorial)} on the left and {Shown(b * factorial)} on the right.");
        }

        return OneSided(tape, variable, point, 1);
    }

    private TaylorSeries<double> OneSided(TaylorTape tape, int variable, double[] point, int side)
    {
        double[] moved = [.. point];
        moved[variable] += side * ClearStep(variable, point, side);
        return Series(tape, variable, point, Beside);

        double Beside(Call call)
        {
            if (TaylorTape.IsStaircase(call.Function)) return Value(call, moved);
            var here = Value(call, point);
            var limit = OneSidedLimit.Of(Along(call, variable, point), point[variable], side, Math.Abs(moved[variable] - point[variable]));
            return limit.Is(here) ? here : limit.Value;
        }
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) <= SameToRounding * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    private TaylorTerm TermOf(int variable, double[] point, int n, double coefficient, ExactCoefficient exact)
    {
        var number = _graph.Number(Rational.FromDecimal(coefficient)) as Expression;
        var isExact = false;
        if (exact.Number is { } rational)
        {
            coefficient = rational.ToDouble();
            isExact = rational.Bits <= LongestFraction;
            number = _graph.Number(isExact ? rational : Rational.FromDecimal(coefficient));
        }
        else if (exact.Formula is { } formula && OperationCount.Of(formula) <= LongestCoefficient)
        {
            var simple = Simplification.Simplify.Of(formula);
            var value = Value(simple, point);
            isExact = Math.Abs(value - coefficient) <= SameToRounding * Math.Max(Math.Abs(value), Math.Abs(coefficient));
            if (isExact) (number, coefficient) = (simple, value);
        }

        var distance = _graph.Symbol(Variables[variable], SymbolRole.Variable) - Rational.FromDecimal(point[variable]);
        var term = n == 0 ? number : number * _graph.Power(distance, n);
        return new(n, coefficient * Factorial(n), coefficient, isExact, term);
    }

    // In rising powers; each term's sign joins it to the one before.
    private Printed Written(TaylorTerm[] terms)
    {
        var (text, latex) = ("", "");
        foreach (var term in terms)
        {
            if (term.Term is Number { Value.IsZero: true }) continue;
            var printed = Print(term.Term);
            var isBracketed = term.Order > 0 && term.Term is Sum && text.Length > 0;
            text = Joined(text, isBracketed ? $"({printed.Text})" : printed.Text);
            latex = Joined(latex, isBracketed ? $@"\left({printed.Latex}\right)" : printed.Latex);
        }

        return text.Length == 0 ? Print(_graph.Zero) : new(text, latex, Variables);
    }

    private static string Joined(string sum, string term)
    {
        if (sum.Length == 0) return term;
        return term.StartsWith('-') ? $"{sum} - {term[1..]}" : $"{sum} + {term}";
    }

    private string NotFinite(int variable, double[] point, int n, double coefficient)
    {
        var place = Place(variable, point);
        var order = n.ToString(CultureInfo.InvariantCulture);
        if (n == 0) return $"The formula that holds beside {place} has no value there, so no series follows from it.";
        return double.IsNaN(coefficient)
            ? $"The formula for the derivative of order {order} has no value at {place}, so there is no Taylor polynomial of that order."
            : $"The derivative of order {order} is not finite at {place}, so there is no Taylor polynomial of that order.";
    }

    private string Place(int variable, double[] point) => $"{Variables[variable]} = {Shown(point[variable])}";

    private static string Shown(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static double Factorial(int n)
    {
        var factorial = 1.0;
        for (var k = 2; k <= n; k++) factorial *= k;
        return factorial;
    }
}
