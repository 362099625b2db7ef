using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus.Seams;

/// <summary>The numbers of a function at points that a request names, certified.</summary>
/// <param name="bound">The function.</param>
/// <param name="budget">Pays for the numbers.</param>
internal sealed class CertainFormulas(BoundDefinition bound, Budget budget)
{
    private Inputs? _known;
    private (IReadOnlyList<DerivedFormula>? Formulas, Certifier? Certifier) _last;
    private Certifier? _seams;

    private Inputs Given => _known ??= new(bound.Variables, bound.Data, bound.Context.Decimals);

    /// <summary>What is known of the numbers of formulas, and of the function after them.</summary>
    /// <param name="formulas">The formulas.</param>
    /// <param name="point">The coordinates.</param>
    /// <param name="numbers">The numbers as doubles gave them.</param>
    internal Certificate[] Of(IReadOnlyList<DerivedFormula> formulas, double[] point, double[] numbers)
    {
        using var stage = budget.In(Stage.Certify);
        if (_last.Certifier is not { } certifier || !ReferenceEquals(_last.Formulas, formulas))
        {
            certifier = new Certifier([.. formulas.Select(static formula => (formula.Exact, formula.Formula)), (bound.Function, bound.Function)], Given, budget.Besides());
            _last = (formulas, certifier);
        }

        return certifier.Of(point, numbers);
    }

    /// <summary>Whether the decimals that a request wrote are on a seam, which the doubles next to them need not be.</summary>
    /// <param name="seams">The seams; null where there are none.</param>
    /// <param name="point">The coordinates.</param>
    internal bool IsOn(SeamSet? seams, double[] point)
    {
        if (seams is null) return false;
        using var stage = budget.In(Stage.Certify);
        _seams ??= new Certifier([.. seams.Readings.Select(static reading => (reading, reading))], Given, budget.Besides());
        var known = _seams.Of(point, seams.At(point));
        return seams.TouchesBy([.. known.Select(static each => each.Certainty == Certainty.Unstable && each.Digits == 0 ? 0 : each.Value)]);
    }

    /// <summary>A matrix of derivatives times a vector.</summary>
    /// <param name="product">The product as formulas.</param>
    /// <param name="point">The coordinates of the point.</param>
    /// <param name="vector">The coordinates of the vector.</param>
    /// <returns>The coordinates of the product, with notes on those that are not right to <see cref="Certifier.Tolerance"/>.</returns>
    public (double[] Numbers, IReadOnlyList<Note> Notes) Product(LinearProduct product, double[] point, double[] vector)
    {
        using var stage = budget.In(Stage.Certify);
        var evaluator = Evaluator.Of(product.Formulas, product.Inputs, bound.Data, budget);
        var inputs = new double[evaluator.Inputs.Count];
        point.CopyTo(inputs, 0);
        vector.CopyTo(inputs, point.Length);
        var numbers = evaluator.At(inputs);
        var known = new Certifier([.. product.Formulas.Select(static formula => (formula, formula))], new Inputs(product.Inputs, bound.Data, bound.Context.Decimals), budget.Besides()).Of(inputs, numbers);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = known[i].Value;
        return (numbers, [.. CertaintyWording.Of([.. product.Formulas.Select(DerivedFormula.Plain)], evaluator.Outputs, numbers, known, static _ => "an entry of the product")]);
    }

    /// <summary>The numbers of formulas as fractions; null where one is not known to be a fraction.</summary>
    /// <param name="formulas">The formulas.</param>
    /// <param name="point">The coordinates.</param>
    public Rational[]? Exactly(IReadOnlyList<DerivedFormula> formulas, double[] point)
    {
        using var stage = budget.In(Stage.Certify);
        try
        {
            var enclosures = new Enclosures([.. formulas.Select(static formula => formula.Exact)], Given, budget.Besides());
            if (!enclosures.TryAt(Given.Balls(point), BallLadder.Lowest, out var values)) return null;
            Rational?[] known = [.. values.SelectMany((own, k) => own is [var only] ? Enumerable.Repeat(only, (int)formulas[k].Shape.Count) : own).Select(static entry => entry.Fraction)];
            return Array.TrueForAll(known, static entry => entry is not null) ? Array.ConvertAll(known, static entry => entry!.Value) : null;
        }
        catch (LimitException)
        {
            return null;
        }
    }

    /// <summary>f(to) − f(from), which may be nearly equal; null where it is not known to <see cref="Certifier.Tolerance"/>.</summary>
    /// <param name="from">The coordinates of the first point.</param>
    /// <param name="to">Those of the second.</param>
    public double? Rise(double[] from, double[] to)
    {
        using var stage = budget.In(Stage.Certify);
        var rise = ValueAt(to) - ValueAt(from);
        var known = new Certifier([(rise, rise)], Given, budget.Besides()).Of(from, [double.NaN])[0];
        return known.Certainty == Certainty.Right ? known.Value : null;

        Expression ValueAt(double[] point) => Rebuild.In(
            bound.Function, bound.Function.Graph, bound.Variables.Select((symbol, i) => (symbol, Value: (Expression)bound.Function.Graph.Number(bound.Context.Decimals.OfVariable(symbol.Name, 0, point[i])))).ToDictionary(static pair => pair.symbol, static pair => pair.Value));
    }
}
