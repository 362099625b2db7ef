using Calculus.Expressions;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>
/// Zeros of higher order, where Newton's method proves nothing. Where the formula and its first derivatives are exactly 0 at a decimal and the
/// next derivative is nowhere 0 around it, Taylor's formula leaves this one zero and no other.
/// </summary>
/// <param name="line">The formulas of the variable.</param>
/// <param name="assumptions">What holds on the range.</param>
/// <param name="allowance">Pays for it.</param>
internal sealed class DegenerateZeros(LineFormulas line, Assumptions assumptions, Allowance allowance)
{
    private const int HighestOrder = 8;

    private readonly Enclosure[] _range = new Enclosure[1];

    /// <summary>A range without the surroundings of its ends in which an end is the only zero: there Newton's method would never come to an end.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="range">The range.</param>
    public Enclosure WithoutEnds(Expression formula, Enclosure range)
    {
        var (lower, upper) = (range.Lower, range.Upper);
        if (IsDegenerate(formula, lower)) lower = Beyond(range, formula, lower, 1);
        if (IsDegenerate(formula, upper)) upper = Beyond(range, formula, upper, -1);
        return lower < upper ? new Enclosure(lower, upper) : range;
    }

    private double Beyond(Enclosure range, Expression formula, double end, int side)
    {
        for (var halving = 3; halving < 30; halving++)
        {
            var far = end + (side * Math.ScaleB(range.Width, -halving));
            if (IsOnly(formula, new Enclosure(Math.Min(end, far), Math.Max(end, far)), end) is not null) return far;
        }

        return end;
    }

    private bool IsDegenerate(Expression formula, double end) => end == Decimals.Shortest(Enclosure.At(end)) && line.IsZeroAt(formula, end) && line.DerivativeOf(formula, allowance) is { } slope && line.IsZeroAt(slope, end);

    /// <summary>The undecided ranges of a search in which one zero is proven now become zeros.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="zeros">What the search found.</param>
    public Zeros In(Expression formula, Zeros zeros)
    {
        if (zeros.Undecided.Count == 0) return zeros;
        var (found, undecided) = (zeros.Found.ToList(), new List<Enclosure>());
        foreach (var range in zeros.Undecided)
        {
            // The decimal is where a shorter one would leave the range.
            var isNarrow = range.Width <= 1e-3 * Math.Max(1, range.Size);
            if (isNarrow && IsOnly(formula, range, Decimals.Shortest(range)) is { } zero) found.Add(zero);
            else undecided.Add(range);
        }

        return zeros with { Found = [.. found.OrderBy(static zero => zero.At.Lower)], Undecided = undecided };
    }

    private Zero? IsOnly(Expression formula, Enclosure range, double number)
    {
        var derivative = formula;
        for (var order = 0; order <= HighestOrder && line.IsZeroAt(derivative, number); order++)
        {
            if (line.DerivativeOf(derivative, allowance) is not { } next) return null;
            derivative = next;
            var program = allowance.Made(line.Program(assumptions, derivative));
            allowance.Spend(program.Cost);
            program.Run([range with { Known = Known.Smooth }], _range);
            if (_range[0].Sign != 0 && (_range[0].Known & Known.Smooth) == Known.Smooth) return new Zero(Enclosure.At(number), true, true);
        }

        return null;
    }
}
