using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Expressions;

namespace Calculus.Verification;

/// <summary>
/// Looks again at a disagreement of doubles, by numbers with a guarantee. Of <c>cos(9007199254740993*(9007199254740993*y))</c> and the same with one
/// factor doubles have no digit in common, although both formulas are right.
/// </summary>
/// <param name="claim">The formulas.</param>
/// <param name="ladder">What they are compared with.</param>
/// <param name="budget">Pays for it. Where it does not suffice for error bounds, the disagreement stands; where bounds leave numbers open and it does not suffice for more, the point says nothing.</param>
internal sealed class Guarantees(Claim claim, Ladder ladder, Budget budget)
{
    // Doubles that are further from the number that they stand for show nothing.
    private const double Noticed = 1e-9;

    private readonly Lazy<Certifier> _formulas = new(() => CertifierOf(claim.Formulas, ladder.FormulaInputs, claim, budget));
    private readonly Lazy<Certifier> _automatic = new(() => CertifierOf(ladder.AutomaticFormulas, ladder.Inputs, claim, budget));

    /// <summary>Whether a formula and the automatic derivative have the same value, although their doubles differ, or may have it as far as can be afforded.</summary>
    /// <param name="site">Where.</param>
    /// <param name="entry">Which entry of the top rung.</param>
    public bool MayAgreeWithAutomatic(Site site, int entry)
    {
        var automatic = _automatic.Value.Of(site.Point, site.Automatic)[ladder.AutomaticPlace(entry)];
        var formula = OfFormula(site, ladder.Place(ladder.Top, entry));
        return IsCutShort || (automatic.Certainty == Certainty.Right && formula.Certainty == Certainty.Right && AreClose(automatic.Value, formula.Value));
    }

    /// <summary>Whether the double of a formula is not its value, or may not be, so that measured slopes cannot be compared with it; or whether balls measure another slope, which is the formula's.</summary>
    /// <param name="site">Where.</param>
    /// <param name="course">The formulas, and the direction of the slopes.</param>
    /// <param name="entry">Which entry of the rung below.</param>
    public bool AreDeceptive(Site site, Course course, int entry)
    {
        for (var c = 0; c < course.Direction.Length; c++)
        {
            if (course.Direction[c] == 0) continue;
            var place = ladder.Place(course.Rung, (entry * course.Direction.Length) + c);
            var formula = OfFormula(site, place);
            if (IsCutShort || (formula.Certainty == Certainty.Right && !AreClose(formula.Value, site.Numbers[place]))) return true;
            if (formula.Certainty == Certainty.Right && Slopes.AloneIn(course.Direction) == c && SlopeInBalls(site, course.Rung, c) is { } slope && AreClose(formula.Value, slope)) return true;
        }

        return false;
    }

    // Beside 10¹⁵·x doubles of sec(x) have no digit left, and a slope that is measured from them is that of a constant.
    private double? SlopeInBalls(Site site, int rung, int coordinate)
    {
        if (ladder.Function(rung - 1) is not { } function) return null;
        var inputs = new Inputs(rung == 1 ? ladder.Inputs : ladder.FormulaInputs, claim.Bound.Data, claim.Bound.Context.Decimals);
        return EnclosedSlope.Of(function, inputs, site.Point, ladder.Coordinates[coordinate], budget.Besides());
    }

    private bool IsCutShort => (_formulas.IsValueCreated && _formulas.Value.IsCutShort) || (_automatic.IsValueCreated && _automatic.Value.IsCutShort);

    private Certificate OfFormula(Site site, int place)
    {
        var first = ladder.Written.Outputs.Count;
        return place < first ? new Certificate(site.Numbers[place], Certainty.Undecided) : _formulas.Value.Of(site.Point, site.Numbers.AsSpan(first))[place - first];
    }

    private static bool AreClose(double a, double b) => Math.Abs(a - b) <= Noticed * Math.Max(Math.Abs(a), Math.Abs(b));

    private static Certifier CertifierOf(IReadOnlyList<Expression> formulas, Symbol[] symbols, Claim claim, Budget budget) =>
        new([.. formulas.Select(static formula => (formula, formula))], new Inputs(symbols, claim.Bound.Data, claim.Bound.Context.Decimals), budget.Besides());
}
