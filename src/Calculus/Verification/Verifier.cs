using System.Collections.Immutable;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Verification;

/// <summary>
/// Compares formulas with automatic differentiation of the definition as written and with slopes measured on its values,
/// at points that are drawn from the definition itself: the same question is checked at the same points.
/// </summary>
public sealed class Verifier
{
    // The most points that are looked at closely each time the search widens.
    private const int MostTries = 12;
    private const int EnoughPoints = 3;
    private const int MostBranches = 8;
    private const int Neighbours = 4, NeighboursToConfirm = 3;
    private const double Nearby = 1e-3;
    private const int MostAsked = 2;

    private readonly WrittenDefinition _definition;
    private readonly Claim _claim;
    private readonly Budget _budget;
    private readonly Numbers _written, _formulas;
    private readonly Numbers? _automatic;
    private readonly Seams _seams;
    private readonly Comparison _comparison;
    private readonly ImmutableArray<Course> _courses;
    private readonly Chance _chance;
    private readonly string? _leftOut;
    private readonly bool[] _told;
    private double? _worstAutomatic, _worstNumeric;
    private int _points;
    private bool _hasValue;

    private Verifier(Claim claim, Budget budget)
    {
        (_claim, _budget) = (claim, budget);
        _definition = WrittenDefinition.Of(claim, budget);
        _written = Numbers.Of([_definition.Function], _definition.Inputs, claim, budget);
        Symbol[] inputs = [.. _definition.Inputs.Select(input => claim.Function.Graph.Symbol(input.Name, input.Role))];
        _formulas = Numbers.Of(claim.Formulas, inputs, claim, budget);
        _seams = Seams.Of(claim, inputs, budget);
        try
        {
            _automatic = Numbers.Of(_definition.Automatic(claim), _definition.Inputs, claim, budget);
        }
        catch (LimitException)
        {
            _leftOut = "Automatic differentiation of the definition as written grows too large to be compared with.";
        }

        _comparison = new Comparison(_written, _formulas, _automatic, _seams);
        _chance = new Chance(Chance.SeedOf(claim.Definition.Text, claim is DerivativeClaim { By: var by } ? claim.Variables[by] : ""));
        _courses = Directions.Of(claim, _definition.Inputs.Count, _automatic is not null, _chance);
        _told = new bool[_courses.Sum(static course => course.Pairs.Length)];
    }

    /// <summary>The verdict on a claim. It never refuses: what cannot be told is null, with the reason.</summary>
    /// <param name="claim">The formulas, and what they are said to be.</param>
    /// <param name="asked">Points of the question, in the order of the variables; they are looked at first.</param>
    /// <param name="budget">What the check may spend, apart from the question.</param>
    /// <exception cref="OperationCanceledException">The request was called off.</exception>
    public static Verdict Of(Claim claim, IReadOnlyList<double[]> asked, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(asked);
        try
        {
            return new Verifier(claim, budget).Run(asked);
        }
        catch (LimitException limit)
        {
            return new Verdict(null, 0) { Reason = $"The check was given up: {limit.Message}" };
        }
        catch (FormulaException)
        {
            // Such as a whole number that is written as a sum where a whole number is wanted.
            return new Verdict(null, 0) { Reason = "The definition has no meaning without arithmetic on its numbers, and the check does none." };
        }
    }

    private Verdict Run(IReadOnlyList<double[]> asked)
    {
        var candidates = new Candidates(_definition.Inputs.Count, [.. _definition.Constants, .. _claim.Context.Data.Values.Where(static value => value != 0).Take(MostTries)], _chance);
        var enough = EnoughPoints;
        for (var width = 0; width < Candidates.Widths; width++)
        {
            List<double[]> points = [.. candidates.At(width)];
            if (width == 0) points.InsertRange(0, asked.Take(MostAsked).Select(point => WithLetters(point, points[0])));
            var tries = 0;
            var usable = Usable(points);
            if (width == 0) enough = Math.Max(enough, Math.Min(MostBranches, usable.DistinctBy(static site => site.Branch).Count()));
            foreach (var site in usable)
            {
                _hasValue = true;
                if (tries++ == MostTries) break;
                if (Check(site) is { } disagreement) return Result(false) with { Disagreement = disagreement };
                if (_points >= enough && Array.TrueForAll(_told, static told => told)) return Result(true) with { Reason = _leftOut };
            }
        }

        var untold = Array.IndexOf(_told, false);
        if (_points > 0 && untold < 0 && (_automatic is null || _worstAutomatic is not null)) return Result(true) with { Reason = _leftOut };
        return Result(null) with
        {
            Reason = _hasValue
                ? "At the points that were looked at, rounding leaves too little of the numbers to compare them."
                : "No point was found where the function has both a value and a slope.",
        };
    }

    private Verdict Result(bool? verified) => new(verified, _points) { SymbolicVsAutomatic = _worstAutomatic, SymbolicVsNumeric = _worstNumeric };

    private double[] WithLetters(double[] point, double[] drawn) => [.. point, .. drawn.Skip(point.Length)];

    /// <summary>The points where the function has a value: one in every branch first, and those first at which few formulas are zero.</summary>
    private List<Site> Usable(List<double[]> points) =>
    [
        .. Sites(points)
            .Where(static site => site.Branch is not null && double.IsFinite(site.Value) && Array.TrueForAll(site.Automatic, double.IsFinite))
            .OrderBy(static site => site.Formulas.Count(static value => value == 0))
            .GroupBy(static site => site.Branch)
            .SelectMany(static branch => branch.Select(static (site, turn) => (site, turn)))
            .OrderBy(static pair => pair.turn)
            .Select(static pair => pair.site),
    ];

    private Site[] Sites(List<double[]> points)
    {
        var (dimension, count) = (_definition.Inputs.Count, points.Count);
        var columns = new double[dimension * count];
        for (var i = 0; i < dimension; i++)
        {
            for (var k = 0; k < count; k++) columns[(i * count) + k] = points[k][i];
        }

        var (written, formulas, automatic) = (_written.AtMany(columns, count), _formulas.AtMany(columns, count), _automatic?.AtMany(columns, count) ?? []);
        var branches = _seams.Branches(columns, count);
        return [.. points.Select((point, k) => new Site(point, branches[k], written[k], Row(formulas, _formulas.Count, k), Row(automatic, _automatic?.Count ?? 0, k)))];

        double[] Row(double[] values, int length, int k)
        {
            var row = new double[length];
            for (var i = 0; i < length; i++) row[i] = values[(i * count) + k];
            return row;
        }
    }

    private Disagreement? Check(Site site)
    {
        var isClear = true;
        for (var place = 0; place < site.Automatic.Length; place++)
        {
            _budget.Visit();
            var (formula, which) = (_claim is DerivativeClaim ? site.Formulas.Length - 1 : place, place);
            var compared = _comparison.WithAutomatic(site, formula, which);
            if (compared.Finding is Finding.Differ && IsConfirmed(site, near => _comparison.WithAutomatic(near, formula, which)))
                return Found(site, compared, "automatic", formula);
            if (compared.Finding is Finding.Agree) _worstAutomatic = Math.Max(_worstAutomatic ?? 0, compared.Relative);
            else isClear = false;
        }

        var told = false;
        var first = 0;
        foreach (var course in isClear ? _courses : [])
        {
            var found = _comparison.WithSlopes(site, course);
            for (var k = 0; k < found.Length; k++)
            {
                var (compared, place) = (found[k], k);
                if (compared.Finding is Finding.Differ && IsConfirmed(site, near => _comparison.WithSlopes(near, course)[place]))
                    return Found(site, compared, "numeric", course.Pairs[k].Formulas[0]);
                if (compared.Finding is not Finding.Agree) continue;
                (told, _told[first + k]) = (true, true);
                _worstNumeric = Math.Max(_worstNumeric ?? 0, compared.Relative);
            }

            first += found.Length;
        }

        if (told) _points++;
        return null;
    }

    // What is wrong stays wrong next to the point; what is rounding does not.
    private bool IsConfirmed(Site site, Func<Site, Compared> compare)
    {
        List<double[]> near = [.. Enumerable.Range(0, Neighbours).Select(_ =>
            site.Point.Select(x => x + (Math.Max(Math.Abs(x), Nearby) * _chance.Between(-Nearby, Nearby))).ToArray())];
        return Sites(near).Count(each => each.Branch is not null && double.IsFinite(each.Value) && compare(each).Finding is Finding.Differ) >= NeighboursToConfirm;
    }

    private Disagreement Found(Site site, Compared compared, string by, int formula) =>
        new([.. _definition.Inputs.Select(static input => input.Name)], site.Point, compared.Symbolic, compared.Expected, by, formula);
}
