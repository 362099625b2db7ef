using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Printing;
using Calculus.Programs;
using Calculus.Seams;
using Calculus.Syntax;

namespace Calculus.Taylor;

/// <summary>Taylor polynomials of a function of numbers: coefficients by power series, exact where a person would write them exactly.</summary>
internal sealed class TaylorExpansion
{
    // Longer formulas and numbers are shown as decimals.
    private const long LongestCoefficient = 8;
    private const long LongestFraction = 80;

    // The two sides of a seam, or a formula and its number, count as equal where they differ only by rounding.
    private const double SameToRounding = 1e-9;

    private const double RoundingReach = 4;

    // A smooth value other than 0 changes relatively less over so few doubles; signs and floors change entirely.
    private const double ClearChange = 0.5;

    private readonly BoundDefinition _bound;
    private readonly FormulaPrinter _printer;
    private readonly SeamSet? _seams;
    private readonly Section _section;
    private readonly Budget _budget;
    private readonly Graph _graph;
    private readonly int _variable;
    private readonly double[] _point;

    /// <summary>The expansion in one variable around a point; the others are held there.</summary>
    /// <param name="bound">The function.</param>
    /// <param name="numbers">The function as numbers.</param>
    /// <param name="printer">How its formulas are written.</param>
    /// <param name="variable">The place of the variable.</param>
    /// <param name="point">One number for each variable.</param>
    /// <param name="budget">What may be spent.</param>
    public TaylorExpansion(BoundDefinition bound, FormulaValues numbers, FormulaPrinter printer, int variable, double[] point, Budget budget)
    {
        (_bound, _printer, _seams, _variable, _point, _budget, _graph) = (bound, printer.Beside(point), numbers.Seams, variable, [.. point], budget, bound.Function.Graph);
        _section = new Section(bound, _seams, budget);
        _section.MoveTo(point);
    }

    /// <summary>The Taylor polynomial.</summary>
    /// <param name="order">The highest order, from 0 on.</param>
    /// <exception cref="TaylorException">A derivative up to the order does not exist at the point.</exception>
    /// <exception cref="LimitException">The order or the work goes beyond a limit.</exception>
    public TaylorPolynomial Polynomial(int order)
    {
        var tape = new TaylorTape(_bound.Function, _bound.Variables[_variable], order, _budget);
        var value = _section.Value(_bound.Function, 0);
        if (!double.IsFinite(value)) throw new TaylorException($"The function has no finite value at {Place}, so it has no Taylor polynomial there.");

        var isOnSeam = IsOnSeam();
        var numbers = isOnSeam ? AcrossSeam(tape, value) : Series(tape, _point, beside: null);
        var coefficients = numbers.Run(_budget);
        Certificate[] known = isOnSeam ? [] : _budget.Extras.Contain(
            "the certainty of the coefficients",
            () => new CertainSeries(_bound, _variable, _point, _budget.Besides()).Of(tape, numbers, coefficients),
            [.. coefficients.Select(static coefficient => new Certificate(coefficient, Certainty.Undecided))]);
        for (var n = 0; n < known.Length; n++) coefficients[n] = known[n].Value;
        for (var n = 0; n <= order; n++)
        {
            if (!double.IsFinite(coefficients[n])) throw new TaylorException(NotFinite(n, coefficients[n]));
        }

        var exact = ExactSeries(tape, numbers);
        TaylorTerm[] terms = [.. coefficients.Select((coefficient, n) => TermOf(n, coefficient, exact[n]))];
        return new(_variable, _point, terms, Written(terms)) { Notes = [.. NotesOn(terms, known)] };
    }

    private static IEnumerable<Note> NotesOn(TaylorTerm[] terms, Certificate[] known)
    {
        for (var n = 0; n < known.Length; n++)
        {
            if (known[n].Certainty is Certainty.Right || terms[n].IsExact) continue;
            yield return CertaintyWording.Of(string.Create(CultureInfo.InvariantCulture, $"the coefficient of order {n}"), terms[n].Coefficient, known[n]);
        }
    }

    /// <summary>The power series of the function at a point.</summary>
    /// <param name="tape">The function, up to an order.</param>
    /// <param name="point">One number for each variable.</param>
    /// <param name="beside">The one-sided values of calls on a seam; null off the seams.</param>
    internal TaylorSeries<double> Series(TaylorTape tape, double[] point, Func<Call, double>? beside) =>
        new(tape, new DoubleCoefficients(symbol => ValueOf(symbol, point), beside), point[_variable]);

    private ExactCoefficient[] ExactSeries(TaylorTape tape, TaylorSeries<double> numbers)
    {
        var held = new Dictionary<Symbol, Rational>();
        for (var i = 0; i < _point.Length; i++) held[_bound.Variables[i]] = Rational.FromDecimal(_point[i]);
        var isNamed = _bound.SymbolOf(NamedConstants.E).Role is not SymbolRole.Constant;
        var ring = new ExactCoefficients(_graph, held, numbers, isNamed ? null : _graph.Symbol(NamedConstants.E, SymbolRole.Constant));
        return new TaylorSeries<ExactCoefficient>(tape, ring, ring.Number(held[_bound.Variables[_variable]])).Run(_budget);
    }

    private double ValueOf(Symbol symbol, double[] point)
    {
        for (var i = 0; i < point.Length; i++)
        {
            if (_bound.Variables[i] == symbol) return point[i];
        }

        if (symbol.Role is SymbolRole.Constant && NamedConstants.TryValue(symbol.Name, out var constant)) return constant.Value;
        return _bound.Context.Data.TryGetValue(symbol.Name, out var datum) ? datum : throw new UnboundSymbolException(symbol.Name);
    }

    // Rounding can put a point on one side of a seam that it lies on: 3x − 0.3 is not 0 at 0.1, and 9.1 is not a multiple of 0.7.
    private bool IsOnSeam()
    {
        if (_seams is null) return false;
        var reach = Math.Max(RoundingReach * Doubles.Spacing(_point[_variable]), 1e-300);
        double[] moved = [.. _point];
        var here = _seams.At(moved);
        moved[_variable] = _point[_variable] - reach;
        var left = _seams.At(moved);
        moved[_variable] = _point[_variable] + reach;
        var right = _seams.At(moved);
        for (var i = 0; i < here.Length; i++)
        {
            if (here[i] == 0 || Math.Abs(right[i] - left[i]) > ClearChange * Math.Max(Math.Abs(left[i]), Math.Abs(right[i]))) return true;
        }

        return false;
    }

    // On a seam the branches of each side give a series of their own; where both are the same, it is the function's.
    private TaylorSeries<double> AcrossSeam(TaylorTape tape, double value)
    {
        var (below, above) = (OneSided(tape, -1).Run(_budget), OneSided(tape, 1).Run(_budget));
        for (var n = 0; n <= tape.Order; n++)
        {
            var (a, b) = (below[n], above[n]);
            if (!double.IsFinite(a) || !double.IsFinite(b)) throw new TaylorException(NotFinite(n, double.IsFinite(a) ? b : a));
            if (Same(a, b) && (n > 0 || Same(a, value))) continue;
            var factorial = Factorial(n);
            throw new TaylorException(n == 0
                ? $"The function jumps at {Place}: it goes to {Shown(a)} from the left and to {Shown(b)} from the right, and its value is {Shown(value)}."
                : $"There is no derivative of order {n.ToString(CultureInfo.InvariantCulture)} at {Place}: it is {Shown(a * factorial)} on the left and {Shown(b * factorial)} on the right.");
        }

        return OneSided(tape, 1);
    }

    private TaylorSeries<double> OneSided(TaylorTape tape, int side)
    {
        var steps = _section.StepsAlong(_variable);
        var moved = _point[_variable] + (side < 0 ? -steps.Left : steps.Right);
        return Series(tape, _point, Beside);

        double Beside(Call call)
        {
            if (TaylorTape.IsStaircase(call.Function)) return _section.Along(call, 0, _variable)(moved);
            var here = _section.Value(call, 0);
            var sides = _section.Sides(call, 0, _variable);
            var limit = side < 0 ? sides.Left : sides.Right;
            return limit.Is(here) ? here : limit.Value;
        }
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) <= SameToRounding * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    private TaylorTerm TermOf(int n, double coefficient, ExactCoefficient exact)
    {
        var number = _graph.Number(Rational.FromDecimal(coefficient)) as Expression;
        var isExact = false;
        if (exact.Number is { } rational)
        {
            coefficient = rational.ToDouble();
            var shown = rational.Bits <= LongestFraction && !_printer.Style.Decimals ? rational : rational.Readable(decimals: true)!.Value;
            isExact = shown == rational;
            number = _graph.Number(shown);
        }
        else if (exact.Formula is { } formula && OperationCount.Of(formula) <= LongestCoefficient)
        {
            var simple = Simplification.Simplify.Of(formula);
            var value = _section.Value(simple, 0);
            isExact = Math.Abs(value - coefficient) <= SameToRounding * Math.Max(Math.Abs(value), Math.Abs(coefficient));
            if (isExact) (number, coefficient) = (simple, value);
        }

        var distance = _bound.Variables[_variable] - Rational.FromDecimal(_point[_variable]);
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
            var printed = _printer.Print(term.Term);
            var isBracketed = term.Order > 0 && term.Term is Sum && text.Length > 0;
            text = Joined(text, isBracketed ? $"({printed.Text})" : printed.Text);
            latex = Joined(latex, isBracketed ? $@"\left({printed.Latex}\right)" : printed.Latex);
        }

        return text.Length == 0 ? _printer.Print(_graph.Zero) : new(text, latex, _printer.Style.Variables);
    }

    private static string Joined(string sum, string term)
    {
        if (sum.Length == 0) return term;
        return term.StartsWith('-') ? $"{sum} - {term[1..]}" : $"{sum} + {term}";
    }

    private string NotFinite(int n, double coefficient)
    {
        var order = n.ToString(CultureInfo.InvariantCulture);
        if (n == 0) return $"The formula that holds next to {Place} has no value there, so no series follows from it.";
        return double.IsNaN(coefficient)
            ? $"The formula for the derivative of order {order} has no value at {Place}, so there is no Taylor polynomial of that order."
            : $"The derivative of order {order} is not finite at {Place}, so there is no Taylor polynomial of that order.";
    }

    private string Place => $"{_bound.Variables[_variable].Name} = {Shown(_point[_variable])}";

    private static string Shown(double value) => Figures.Of(value, 6);

    /// <summary>n!, as a double.</summary>
    internal static double Factorial(int n)
    {
        var factorial = 1.0;
        for (var k = 2; k <= n; k++) factorial *= k;
        return factorial;
    }
}
