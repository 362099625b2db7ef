using Calculus.Budgets;
using Calculus.Numerics;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus.Verification;

/// <summary>
/// Compares formulas with automatic differentiation of the definition as written and with slopes measured from its values,
/// at points that are drawn from the definition itself: the same question is checked at the same points.
/// </summary>
internal sealed class Verifier
{
    // How many nodes a check may make beyond those of the question, so that it costs no more than the question.
    private const int NodesOfACheck = 2_000;

    // The most points that are examined closely each time the search widens.
    private const int MostTries = 12;
    private const int EnoughPoints = 3, MostBranches = 8, MostAsked = 2;
    private const int Neighbours = 4, NeighboursToConfirm = 3;
    private const double Nearby = 1e-3;

    // Beyond this doubles are whole numbers and more apart. What is added to them may leave no trace, so that measured slopes show nothing wrong.
    private const double Far = 1e15;

    // How many operations may be spent on slopes, whatever the question costs; a function is costly where they suffice for few lines only.
    private const long AlwaysAffordable = 4_000_000, FewLines = 4, ValuesOfALine = 20;

    // How many operations are spent on points before these are examined.
    private const long AtOnce = 100_000;

    // Along a line through all coordinates a wrong formula shows unless the others outweigh it.
    private const int Together = 3;

    private readonly Ladder _ladder;
    private readonly Budget _budget;
    private readonly Seams _seams;
    private readonly Comparison _comparison;
    private readonly Guarantees _guarantees;
    private readonly List<Course> _courses = [];
    private readonly Chance _chance;
    private readonly bool _isCostly;
    private readonly long _lines;
    private readonly int _atOnce;
    private readonly bool[] _told;
    private double? _worstAutomatic, _worstNumeric;
    private int _points;
    private bool _hasValue, _isByValues;

    private Verifier(Claim claim, Budget budget)
    {
        _budget = budget;
        _ladder = new Ladder(claim, budget);
        _guarantees = new Guarantees(claim, _ladder, budget);
        _seams = new Seams(claim, _ladder.FormulaInputs, budget);
        _lines = AlwaysAffordable / (ValuesOfALine * Math.Max(1, _ladder.Written.Operations + _seams.Operations));
        _isCostly = _lines < FewLines;
        _comparison = new Comparison(_ladder, new Slopes(_ladder, _seams, _isCostly));
        _chance = new Chance(Chance.SeedOf(_ladder.Constants));
        _told = new bool[AddCourses(claim)];
        var each = _ladder.Written.Operations + _ladder.Formulas.Operations + (_ladder.Automatic?.Operations ?? 0);
        _atOnce = (int)Math.Clamp(AtOnce / Math.Max(1, each), 1, AtOnce);
    }

    /// <summary>The verdict on a claim. It never refuses: where it cannot decide, the verdict is null, with the reason.</summary>
    /// <param name="claim">The formulas, and what they are said to be.</param>
    /// <param name="asked">Points of the question, their coordinates as the definition's layout says; they are tried first.</param>
    /// <param name="budget">What the check may spend, apart from the question.</param>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static Verdict Of(Claim claim, IReadOnlyList<double[]> asked, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(budget);
        using var stage = budget.In(Stage.Verify);
        return claim.By.Count == 0
            ? Open("The function has no variables.")
            : budget.Extras.Try("the verification", () => Checked(claim, asked, budget), Open("The check was given up because of an error in the service."));
    }

    private static Verdict Checked(Claim claim, IReadOnlyList<double[]> asked, Budget budget)
    {
        var own = budget.Besides(NodesOfACheck + claim.Bound.Function.Graph.Nodes.Count);
        try
        {
            return own.Apart(() => claim.Bound.IsLettered ? Lengths.Verified(claim, numbered => new Verifier(numbered, own).Run([]), own) : new Verifier(claim, own).Run(asked));
        }
        catch (Exception limit) when (limit is LimitException or UnboundSymbolException)
        {
            return Open($"The check was given up: {limit.Message}");
        }
        catch (FormulaException)
        {
            // For example, a sum where a whole number is required.
            return Open("The definition has a meaning only after arithmetic on its numbers, which the check does not do.");
        }
    }

    /// <summary>A verdict that leaves the question open.</summary>
    internal static Verdict Open(string reason) => new(null, 0) { Reason = reason };

    // How many numbers are compared with slopes.
    private int AddCourses(Claim claim)
    {
        var (width, numbers) = (_ladder.Width, 0);
        var isAlone = width == 1 || (width <= Comparison.Many && width * EnoughPoints <= _lines);
        var directions = isAlone ? width : (int)Math.Clamp(_lines / EnoughPoints, 1, Together);
        // Where nothing else supports the top rung, each one below it is measured too, down to the function. The same holds where
        // the rung below is not a formula of the claim.
        var lowest = claim.IsChain && _ladder.Automatic is not null ? _ladder.Top : 1;
        for (var k = 0; k < directions; k++)
        {
            var direction = new double[width];
            if (isAlone) direction[k] = 1;
            else for (var c = 0; c < width; c++) direction[c] = (_chance.Below(2) == 0 ? -1 : 1) * _chance.Between(0.5, 1);
            for (var rung = lowest; rung <= _ladder.Top; numbers += _ladder.Count(rung++ - 1)) _courses.Add(new Course(rung, direction, numbers));
        }

        return numbers;
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
                if (_points >= enough && IsTold && (_ladder.Automatic is null || _worstAutomatic is not null)) return Result(true);
            }
        }

        if (_points > 0 && IsTold && (_ladder.Automatic is null || _isByValues || _worstAutomatic is not null)) return Result(true);
        return Result(null) with
        {
            Reason = _hasValue
                ? "At the points tried, rounding leaves too few digits to compare."
                : "No point was found where the function has both a value and a slope.",
        };

        List<Site> Usable(double[][] some)
        {
            var usable = InTurn(Sites(some), out var branches);
            if (enough == 0) enough = (int)Math.Clamp(_lines / _courses.Count, 1, Math.Clamp(branches, EnoughPoints, MostBranches));
            return usable;
        }
    }

    // The points where the function has a value: one in every branch first, and those first at which few formulas are zero.
    private List<Site> InTurn(Site[] sites, out int branches)
    {
        List<(Site Site, int Zeros)> usable = new(sites.Length);
        foreach (var site in sites)
        {
            if (site.Branch is null || !double.IsFinite(site.Value)) continue;
            // Sorted as they come, each behind those with as few zeros.
            var (zeros, place) = (site.Numbers.AsSpan(_ladder.Written.Outputs.Count).Count(0.0), usable.Count);
            while (place > 0 && usable[place - 1].Zeros > zeros) place--;
            usable.Insert(place, (site, zeros));
        }

        List<List<Site>> byBranch = [];
        foreach (var (site, _) in usable)
        {
            var own = byBranch.Find(branch => branch[0].Branch == site.Branch);
            if (own is null) byBranch.Add(own = []);
            own.Add(site);
        }

        branches = byBranch.Count;
        if (branches <= 1) return branches == 0 ? [] : byBranch[0];
        var inTurn = new List<Site>(usable.Count);
        for (var turn = 0; inTurn.Count < usable.Count; turn++)
        {
            foreach (var branch in byBranch)
            {
                if (turn < branch.Count) inTurn.Add(branch[turn]);
            }
        }

        return inTurn;
    }

    private bool IsTold => Array.TrueForAll(_told, static told => told);

    private Verdict Result(bool? verified) => new(verified, _points)
    {
        SymbolicVsAutomatic = _worstAutomatic,
        SymbolicVsNumeric = _worstNumeric,
        Reason = verified != true ? null
            : _ladder.Automatic is null ? "Automatic differentiation of the definition as written is too large to compare with."
            : _isByValues ? "Where the definition as written leaves the range of doubles, only its values were compared." : null,
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
        var sites = new Site[count];
        for (var k = 0; k < count; k++)
        {
            var first = written.Length / count;
            var (numbers, derivatives) = (new double[first + (formulas.Length / count)], automatic.Length == 0 ? [] : new double[automatic.Length / count]);
            Pick(written, k, numbers.AsSpan(0, first));
            Pick(formulas, k, numbers.AsSpan(first));
            Pick(automatic, k, derivatives);
            var value = 0.0;
            for (var i = 0; i < outputs; i++) value = Math.Max(value, Math.Abs(numbers[i]));
            sites[k] = new Site(points[k], branches[k], numbers, value, derivatives);
        }

        return sites;

        void Pick(double[] values, int k, Span<double> row)
        {
            for (var i = 0; i < row.Length; i++) row[i] = values[(i * count) + k];
        }
    }

    private Disagreement? Check(Site site)
    {
        var (isClear, isByValues, largest) = (true, false, Comparison.LargestOf(site));
        for (var entry = 0; entry < site.Automatic.Length; entry++)
        {
            _budget.Visit();
            var (place, compared) = (entry, _comparison.WithAutomatic(site, entry, largest));
            if (compared.Finding is Finding.Differ && IsConfirmed(site, near => _comparison.WithAutomatic(near, place, Comparison.LargestOf(near))) && !_guarantees.MayAgreeWithAutomatic(site, entry))
                return Found(site, compared, "automatic", _ladder.FormulaOf(_ladder.Top, entry));
            if (compared.Finding is Finding.Agree) _worstAutomatic = Math.Max(_worstAutomatic ?? 0, compared.Relative);
            else if (compared.Finding is Finding.OutOfRange) isByValues = true;
            else isClear = false;
        }

        if (!isClear) return null;
        var (told, untold, isFar) = (false, false, Array.Exists(site.Point, static x => Math.Abs(x) > Far));
        foreach (var course in _courses)
        {
            var found = _comparison.WithSlopes(site, course);
            for (var k = 0; k < found.Length; k++)
            {
                var (compared, place) = (found[k], k);
                if (compared.Finding is Finding.Differ && !isFar && IsConfirmed(site, near => _comparison.WithSlopes(near, course)[place]) && !_guarantees.AreDeceptive(site, course, k))
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

    // A wrong formula is still wrong next to the point; a rounding error is not.
    private bool IsConfirmed(Site site, Func<Site, Compared> compare)
    {
        List<double[]> near = [.. Enumerable.Range(0, Neighbours).Select(_ =>
            site.Point.Select(x => x + (Math.Max(Math.Abs(x), Nearby) * _chance.Between(-Nearby, Nearby))).ToArray())];
        return Sites(near).Count(each => each.Branch is not null && double.IsFinite(each.Value) && compare(each).Finding is Finding.Differ) >= NeighboursToConfirm;
    }

    private Disagreement Found(Site site, Compared compared, string by, int formula) =>
        new([.. _ladder.Layout.Names()], site.Point, compared.Symbolic, compared.Expected, by, formula);
}
