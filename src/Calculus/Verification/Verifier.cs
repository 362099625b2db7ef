using System.Collections.Immutable;
using Calculus.Budgets;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus.Verification;

/// <summary>
/// Compares formulas with automatic differentiation of the definition as written and with slopes measured on its values,
/// at points that are drawn from the definition itself: the same question is checked at the same points.
/// </summary>
public sealed class Verifier
{
    // What a check may make of nodes beyond those that the question made, so that it costs no more than the question.
    private const int NodesOfACheck = 2_000;


    // The most points that are looked at closely each time the search widens.
    private const int MostTries = 12;
    private const int EnoughPoints = 3, MostBranches = 8, MostAsked = 2;
    private const int Neighbours = 4, NeighboursToConfirm = 3;
    private const double Nearby = 1e-3;

    // So many operations may be spent on slopes whatever the question costs. A function is costly where a hundred values cost more.
    private const long AlwaysAffordable = 4_000_000, Costly = AlwaysAffordable / 100;

    // So many operations are spent on points before they are looked at.
    private const long AtOnce = 100_000;

    // Along a line through all coordinates a wrong formula shows unless the others drown it.
    private const int Together = 3;

    private readonly Ladder _ladder;
    private readonly Budget _budget;
    private readonly Seams _seams;
    private readonly Comparison _comparison;
    private readonly ImmutableArray<Course> _courses;
    private readonly Chance _chance;
    private readonly bool _isCostly;
    private readonly int _atOnce;
    private readonly bool[] _told;
    private double? _worstAutomatic, _worstNumeric;
    private int _points;
    private bool _hasValue, _isByValues;

    private Verifier(Claim claim, Budget budget)
    {
        _budget = budget;
        _ladder = new Ladder(claim, budget);
        _seams = new Seams(claim, _ladder.FormulaInputs, budget);
        _isCostly = _ladder.Written.Operations > Costly;
        _comparison = new Comparison(_ladder, new Slopes(_ladder, _seams, _isCostly));
        _chance = new Chance(Chance.SeedOf(_ladder.Constants));
        _courses = [.. Courses(claim)];
        _told = new bool[_courses.Sum(course => _ladder.Count(course.Rung - 1))];
        var each = _ladder.Written.Operations + _ladder.Formulas.Operations + (_ladder.Automatic?.Operations ?? 0);
        _atOnce = (int)Math.Clamp(AtOnce / Math.Max(1, each), 1, AtOnce);
    }

    /// <summary>The verdict on a claim. It never refuses: what cannot be told is null, with the reason.</summary>
    /// <param name="claim">The formulas, and what they are said to be.</param>
    /// <param name="asked">Points of the question, their coordinates as the definition's layout says; they are looked at first.</param>
    /// <param name="budget">What the check may spend, apart from the question.</param>
    /// <exception cref="OperationCanceledException">The request was called off.</exception>
    public static Verdict Of(Claim claim, IReadOnlyList<double[]> asked, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(budget);
        if (claim.By.Count == 0) return Open("The function has no variables.");
        budget = budget.Besides(NodesOfACheck + claim.Bound.Function.Graph.Nodes.Count);
        try
        {
            return claim.Bound.IsLettered ? Lengths.Verified(claim, budget) : new Verifier(claim, budget).Run(asked);
        }
        catch (Exception limit) when (limit is LimitException or UnboundSymbolException)
        {
            return Open($"The check was given up: {limit.Message}");
        }
        catch (FormulaException)
        {
            // Such as a whole number that is written as a sum where a whole number is wanted.
            return Open("The definition has no meaning without arithmetic on its numbers, and the check does none.");
        }
    }

    /// <summary>A verdict that leaves it open.</summary>
    internal static Verdict Open(string reason) => new(null, 0) { Reason = reason };

    private IEnumerable<Course> Courses(Claim claim)
    {
        var width = _ladder.Width;
        // Where nothing else backs the top rung, each one below it is measured too, down to the function. So it is where the rung
        // below is no formula of the claim.
        int[] rungs = [.. Enumerable.Range(1, _ladder.Top).Where(rung => rung == _ladder.Top || !claim.IsChain || _ladder.Automatic is null)];
        var first = 0;
        var directions = width <= (_isCostly ? 1 : Comparison.Many)
            ? Enumerable.Range(0, width).Select(c => Enumerable.Range(0, width).Select(k => k == c ? 1.0 : 0).ToArray())
            : Enumerable.Range(0, _isCostly ? 1 : Together).Select(_ => Enumerable.Range(0, width).Select(_ => (_chance.Below(2) == 0 ? -1 : 1) * _chance.Between(0.5, 1)).ToArray());
        foreach (var direction in directions)
        {
            foreach (var rung in rungs)
            {
                yield return new Course(rung, direction, first);
                first += _ladder.Count(rung - 1);
            }
        }
    }

    private Verdict Run(IReadOnlyList<double[]> asked)
    {
        var candidates = new Candidates(_ladder.Layout.Count, _ladder.Constants, _chance);
        var enough = 0;
        for (var width = 0; width < (_isCostly ? 1 : Candidates.Widths); width++)
        {
            List<double[]> points = [.. candidates.At(width)];
            if (width == 0)
            {
                if (_atOnce == 1) Sites(points[..2]);
                points.InsertRange(0, asked.Take(MostAsked).Select(point => (double[])[.. point, .. points[0].Skip(point.Length)]));
            }

            var tries = 0;
            foreach (var site in points.Chunk(_atOnce).SelectMany(Usable))
            {
                _hasValue = true;
                if (tries++ == MostTries) break;
                if (Check(site) is { } disagreement) return Result(false) with { Disagreement = disagreement };
                if (_points >= enough && Array.TrueForAll(_told, static told => told)) return Result(true);
            }
        }

        if (_points > 0 && Array.TrueForAll(_told, static told => told) && (_ladder.Automatic is null || _isByValues || _worstAutomatic is not null)) return Result(true);
        return Result(null) with
        {
            Reason = _hasValue
                ? "At the points that were looked at, rounding leaves too little of the numbers to compare them."
                : "No point was found where the function has both a value and a slope.",
        };

        // The points where the function has a value: one in every branch first, and those first at which few formulas are zero.
        List<Site> Usable(double[][] some)
        {
            List<Site> usable =
            [
                .. Sites(some)
                    .Where(static site => site.Branch is not null && double.IsFinite(site.Value) && (site.Automatic.Length == 0 || Array.Exists(site.Automatic, double.IsFinite)))
                    .OrderBy(site => site.Numbers.Skip(_ladder.Written.Outputs.Count).Count(static value => value == 0))
                    .GroupBy(static site => site.Branch)
                    .SelectMany(static branch => branch.Select(static (site, turn) => (site, turn)))
                    .OrderBy(static pair => pair.turn)
                    .Select(static pair => pair.site),
            ];
            if (enough == 0) enough = _isCostly ? 1 : Math.Clamp(usable.DistinctBy(static site => site.Branch).Count(), EnoughPoints, MostBranches);
            return usable;
        }
    }

    private Verdict Result(bool? verified) => new(verified, _points)
    {
        SymbolicVsAutomatic = _worstAutomatic,
        SymbolicVsNumeric = _worstNumeric,
        Reason = verified != true ? null
            : _ladder.Automatic is null ? "Automatic differentiation of the definition as written grows too large to be compared with."
            : _isByValues ? "Where the definition as written leaves the range of the doubles, its values alone were compared." : null,
    };

    private Site[] Sites(IReadOnlyList<double[]> points)
    {
        var (dimension, count) = (_ladder.Layout.Count, points.Count);
        var columns = new double[dimension * count];
        for (var i = 0; i < dimension; i++)
        {
            for (var k = 0; k < count; k++) columns[(i * count) + k] = points[k][i];
        }

        var (written, formulas, automatic) = (_ladder.Written.AtMany(columns, count), _ladder.Formulas.AtMany(columns, count), _ladder.Automatic?.AtMany(columns, count) ?? []);
        var (branches, outputs) = (_seams.Branches(columns, count), _ladder.Count(0));
        return [.. points.Select((point, k) =>
        {
            var numbers = new double[(written.Length + formulas.Length) / count];
            Pick(written, k, numbers);
            Pick(formulas, k, numbers.AsSpan(written.Length / count));
            var derivatives = new double[automatic.Length / count];
            Pick(automatic, k, derivatives);
            var value = 0.0;
            for (var i = 0; i < outputs; i++) value = Math.Max(value, Math.Abs(numbers[i]));
            return new Site(point, branches[k], numbers, value, derivatives);
        })];

        void Pick(double[] values, int k, Span<double> row)
        {
            for (var i = 0; i < values.Length / count; i++) row[i] = values[(i * count) + k];
        }
    }

    private Disagreement? Check(Site site)
    {
        var (isClear, isByValues, largest) = (true, false, Comparison.LargestOf(site));
        for (var entry = 0; entry < site.Automatic.Length; entry++)
        {
            _budget.Visit();
            var (place, compared) = (entry, _comparison.WithAutomatic(site, entry, largest));
            if (compared.Finding is Finding.Differ && IsConfirmed(site, near => _comparison.WithAutomatic(near, place, Comparison.LargestOf(near))))
                return Found(site, compared, "automatic", _ladder.FormulaOf(_ladder.Top, entry));
            if (compared.Finding is Finding.Agree) _worstAutomatic = Math.Max(_worstAutomatic ?? 0, compared.Relative);
            else if (compared.Finding is Finding.OutOfRange) isByValues = true;
            else isClear = false;
        }

        if (!isClear) return null;
        var (told, untold) = (false, false);
        foreach (var course in _courses)
        {
            var found = _comparison.WithSlopes(site, course);
            for (var k = 0; k < found.Length; k++)
            {
                var (compared, place) = (found[k], k);
                if (compared.Finding is Finding.Differ && IsConfirmed(site, near => _comparison.WithSlopes(near, course)[place]))
                    return Found(site, compared, "numeric", _ladder.FormulaOf(course.Rung, k * _ladder.Width));
                untold |= compared.Finding is not Finding.Agree;
                if (compared.Finding is not Finding.Agree) continue;
                (told, _told[course.First + k]) = (true, true);
                _worstNumeric = Math.Max(_worstNumeric ?? 0, compared.Relative);
            }
        }

        if (told) _points++;
        _isByValues |= isByValues && !untold;
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
        new([.. _ladder.Layout.Names()], site.Point, compared.Symbolic, compared.Expected, by, formula);
}
