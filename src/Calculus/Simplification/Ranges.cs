using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>
/// Intervals that hold every value of a formula, whatever the variables are (Moore, <i>Interval Analysis</i>, 1966). Ends are doubles, so
/// only conditions that hold with a margin, or by an end that is exact, count as always true.
/// </summary>
internal sealed class Ranges
{
    private readonly Dictionary<Expression, Interval> _known = [];

    /// <summary>Whether a comparison, or one of several, holds for all values of the variables.</summary>
    public bool AlwaysHolds(Expression condition) => condition is Call { Function: Or } either ? either.Arguments.Any(Holds) : Holds(condition);

    private bool Holds(Expression condition) => condition is Call { Arguments: [var a, var b] } comparison && comparison.Function switch
    {
        Less => IsPositive(Difference(Of(b), Of(a))),
        LessOrEqual => Difference(Of(b), Of(a)).Lower >= 0,
        NotEqual => (a is Call { Function: Floor, Arguments: [var stair] } && stair == b && HasNoWhole(Of(b))) || !Difference(Of(a), Of(b)).Contains(0),
        _ => false,
    };

    // The sigmoid is never whole.
    private static bool HasNoWhole(Interval range)
    {
        var above = range.LowerOpen ? Math.Floor(range.Lower) + 1 : Math.Ceiling(range.Lower);
        return above > range.Upper || (above == range.Upper && range.UpperOpen);
    }

    private static bool IsPositive(Interval range) => range.Lower > 0 || (range.Lower == 0 && range.LowerOpen);

    private Interval Of(Expression root)
    {
        foreach (var node in Reachable.From(root))
        {
            if (!_known.ContainsKey(node)) _known[node] = Bounded(Made(node), node.Facts);
        }

        return _known[root];
    }

    private Interval Made(Expression node) => node switch
    {
        Number number => At(number.Value.ToDouble()),
        Symbol { Role: SymbolRole.Constant } symbol when NamedConstants.TryValue(symbol.Name, out var value) && value is { } constant => At(constant),
        Symbol { Role: SymbolRole.Dimension } => new Interval(1, double.PositiveInfinity, false, true),
        Sum sum => sum.Terms.Aggregate(At(sum.Constant.ToDouble()), (total, term) => Added(total, Scaled(_known[term.Of], term.Coefficient.ToDouble()))),
        Product { Factors: [var only] } product => Scaled(_known[only], product.Coefficient.ToDouble()),
        Choice choice => Hull(_known[choice.Then], _known[choice.Otherwise]),
        Call { Function: Power, Arguments: [var u, Number { Value: { IsInteger: true, Sign: > 0 } n }] } when n.Numerator.IsEven => EvenPower(_known[u], (int)Math.Min(64, n.ToDouble())),
        Call call when call.Arguments.All(argument => _known[argument] is var range && range.Lower == range.Upper) => At(call.Function.Value([.. call.Arguments.Select(argument => _known[argument].Lower)])),
        Call { Function: UnaryFunction function } => Whole(function.Range),
        _ => Interval.Real,
    };

    private static Interval At(double value) => double.IsFinite(value) ? new(value, value) : Interval.Real;

    // What the facts exclude as well.
    private static Interval Bounded(Interval range, Facts facts)
    {
        if (facts.IsNotNegative() && range.Lower < 0) range = range with { Lower = 0, LowerOpen = false };
        if (facts.IsNotPositive() && range.Upper > 0) range = range with { Upper = 0, UpperOpen = false };
        if (facts.IsNeverZero() && range.Lower == 0) range = range with { LowerOpen = true };
        return facts.IsNeverZero() && range.Upper == 0 ? range with { UpperOpen = true } : range;
    }

    private static Interval Whole(RealSet set) => set.Parts is [] ? Interval.Real : new(set.Parts[0].Lower, set.Parts[^1].Upper, set.Parts[0].LowerOpen, set.Parts[^1].UpperOpen);

    private static Interval Added(Interval a, Interval b) => new(a.Lower + b.Lower, a.Upper + b.Upper, a.LowerOpen || b.LowerOpen, a.UpperOpen || b.UpperOpen);

    private static Interval Difference(Interval a, Interval b) => Added(a, Scaled(b, -1));

    private static Interval Scaled(Interval range, double factor)
    {
        if (factor == 0) return At(0);
        return factor > 0
            ? new(factor * range.Lower, factor * range.Upper, range.LowerOpen, range.UpperOpen)
            : new(factor * range.Upper, factor * range.Lower, range.UpperOpen, range.LowerOpen);
    }

    private static Interval Hull(Interval a, Interval b) => new(
        Math.Min(a.Lower, b.Lower), Math.Max(a.Upper, b.Upper),
        (a.Lower > b.Lower || a.LowerOpen) && (b.Lower > a.Lower || b.LowerOpen), (a.Upper < b.Upper || a.UpperOpen) && (b.Upper < a.Upper || b.UpperOpen));

    private static Interval EvenPower(Interval range, int exponent)
    {
        var (low, high) = (Math.Abs(range.Lower), Math.Abs(range.Upper));
        var (far, isOpen) = low > high ? (low, range.LowerOpen) : high > low ? (high, range.UpperOpen) : (low, range.LowerOpen && range.UpperOpen);
        return new(0, Math.Pow(far, exponent), !range.Contains(0), isOpen);
    }
}
