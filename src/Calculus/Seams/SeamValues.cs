using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Numerics;
using Calculus.Syntax;

namespace Calculus.Seams;

/// <summary>
/// Derivatives at points where a branch changes. There a formula for the derivative gives only a convention; what counts is the
/// common limit from both sides, where there is one.
/// </summary>
/// <param name="bound">The function.</param>
/// <param name="seams">Where its branches change; null where they never do.</param>
/// <param name="nameOf">The name of a coordinate for people.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class SeamValues(BoundDefinition bound, SeamSet? seams, Func<int, string> nameOf, Budget budget)
{
    private readonly Section _section = new(bound, seams, budget);

    /// <inheritdoc cref="Section.Leave"/>
    public void Leave() => _section.Leave();

    /// <summary>One step of a derivation: an entry of a formula, and the coordinate that it was differentiated by.</summary>
    private readonly record struct Link(DerivedFormula Formula, int Entry, int Coordinate);

    /// <summary>The value of one entry of a derivative at a point on a seam: the common limit of both sides, otherwise that of the convention.</summary>
    /// <param name="derived">The derivative, by one variable at a time.</param>
    /// <param name="entry">Which of its entries.</param>
    /// <param name="point">The point.</param>
    /// <param name="convention">The value of the formula.</param>
    /// <param name="atEdge">Whether a point at the edge of the domain has the derivative of the side where the function is defined.</param>
    public SeamValue At(DerivedFormula derived, int entry, double[] point, double convention, bool atEdge = false)
    {
        _section.MoveTo(point);
        if (atEdge && AtEdge(derived, entry, point, convention) is { } onOneSide) return onOneSide;
        var chain = ChainTo(derived, entry);
        var value = _section.Value(chain[0].Formula.Exact, chain[0].Entry);
        if (!double.IsFinite(value)) return new(convention);
        var (here, sides) = (value, default((SideLimit Left, SideLimit Right)));
        for (var order = 1; order < chain.Count; order++)
        {
            var (link, before) = (chain[order], chain[order - 1]);
            // A line that stays on the seam sees no branch change: the second derivative is then followed across the seam.
            if (order > 1 && before.Coordinate != link.Coordinate && seams is not null && seams.StaysAlong(link.Coordinate, point, _section.StepsAlong(link.Coordinate)))
            {
                sides = _section.Sides(link.Formula.Exact, link.Entry, before.Coordinate);
                if (!sides.Left.Meets(sides.Right)) return Broken(chain, order, order, sides, value);
                value = _section.Common(sides, link.Formula.Exact, link.Entry, before.Coordinate);
                continue;
            }

            // Along the line that is followed now, the differentiated function must have its own value as its limit from both sides.
            if (order == 1 || before.Coordinate != link.Coordinate)
            {
                sides = _section.Sides(before.Formula.Exact, before.Entry, link.Coordinate);
                if (!sides.Left.Is(value) || !sides.Right.Is(value)) return Broken(chain, order, order - 1, sides, value);
            }

            sides = _section.Sides(link.Formula.Exact, link.Entry, link.Coordinate);
            if ((order == 1 || before.Coordinate != link.Coordinate) && (double.IsNaN(sides.Left.Value) || double.IsNaN(sides.Right.Value)))
                sides = _section.Quotients(before.Formula.Exact, before.Entry, link.Coordinate, value);
            if (!sides.Left.Meets(sides.Right)) return Broken(chain, order, order, sides, value);
            value = _section.Common(sides, link.Formula.Exact, link.Entry, link.Coordinate);
        }

        var isSharp = Math.Max(sides.Left.Error, sides.Right.Error) <= Section.Sharp * Math.Abs(value);
        return !isSharp && sides.Left.Is(convention) && sides.Right.Is(convention) ? new(convention) : new(value);

        SeamValue Broken(List<Link> chain, int order, int broken, (SideLimit Left, SideLimit Right) sides, double before)
        {
            var (asked, link) = (chain.Count - 1, chain[order]);
            // A first derivative of 0 at the centre of a norm is a convention that has a meaning; for those of higher order it has none.
            var used = asked > 1 && IsDividedByZero(chain[^1].Formula.Exact) ? double.NaN : convention;
            var slopes = broken == order - 1 ? _section.Sides(link.Formula.Exact, link.Entry, link.Coordinate) : sides;
            // An infinite slope is one only where both sides have it: a vertical tangent, and neither a cusp nor an edge.
            if (double.IsInfinity(used) && !(slopes.Left.Value.Equals(used) && slopes.Right.Value.Equals(used))) used = double.NaN;
            var coordinates = chain.Skip(1).Select(static each => each.Coordinate).Distinct().ToList();
            var note = SeamWording.NoDerivative([.. coordinates.Select(nameOf)], [.. coordinates.Select(each => point[each])], asked, broken, sides, slopes, broken == 0 ? here : before, used);
            return new(used) { Note = note, Kink = asked == 1 ? KinkAt(link.Coordinate, point, slopes, isContinuous: broken == 1, used) : null };
        }
    }

    private bool IsDividedByZero(Expression exact) => Reachable.From(exact).OfType<Call>().Any(call =>
        call.Function is ReciprocalOrZero && call.Shape.IsScalar && _section.Value(call.Arguments[0], 0) == 0);

    // Where the function is defined on one side only, each derivative is followed on that side; null where both sides are defined.
    private SeamValue? AtEdge(DerivedFormula derived, int entry, double[] point, double convention)
    {
        var chain = ChainTo(derived, entry);
        var (value, coordinate) = (_section.Value(chain[0].Formula.Exact, chain[0].Entry), chain[^1].Coordinate);
        var function = _section.Sides(chain[0].Formula.Exact, chain[0].Entry, coordinate);
        if (double.IsNaN(function.Left.Value) == double.IsNaN(function.Right.Value)) return null;
        var isRight = double.IsNaN(function.Left.Value);
        if (!(isRight ? function.Right : function.Left).Is(value)) return null;
        SideLimit slope = default;
        foreach (var link in chain.Skip(1))
        {
            if (link.Coordinate != coordinate) return new(convention);
            var sides = _section.Sides(link.Formula.Exact, link.Entry, coordinate);
            slope = isRight ? sides.Right : sides.Left;
            if (!slope.IsFinite) return new(convention);
        }

        return new(slope.Value) { Note = SeamWording.OneSided(nameOf(coordinate), point[coordinate], isRight) };
    }

    /// <summary>The slopes on both sides of a point along a coordinate, where they differ and are finite; null elsewhere.</summary>
    /// <param name="derived">The first derivative.</param>
    /// <param name="entry">Which of its entries.</param>
    /// <param name="point">The point.</param>
    public (double Left, double Right)? SlopesAtKink(DerivedFormula derived, int entry, double[] point)
    {
        if (seams is null || !seams.Touches(point)) return null;
        _section.MoveTo(point);
        var (left, right) = _section.Sides(derived.Exact, entry, ChainTo(derived, entry)[^1].Coordinate);
        return left.IsFinite && right.IsFinite && !left.Meets(right) ? (left.Value, right.Value) : null;
    }

    // A derivative has the axes of what is differentiated, then those of the variable.
    private List<Link> ChainTo(DerivedFormula derived, int entry)
    {
        var chain = new List<Link>();
        for (var (formula, at) = (derived, entry); ;)
        {
            if (formula is not { Of: { } of, By: { } by })
            {
                chain.Add(new Link(formula, at, -1));
                break;
            }

            var place = bound.Variables.ToList().IndexOf(by);
            var length = bound.Layout.Length(place);
            chain.Add(new Link(formula, at, bound.Layout.Offset(place) + (at % length)));
            (formula, at) = (of, at / length);
        }

        chain.Reverse();
        return chain;
    }

    private KinkReport KinkAt(int coordinate, double[] here, (SideLimit Left, SideLimit Right) sides, bool isContinuous, double convention)
    {
        var (left, right) = (Settled(sides.Left), Settled(sides.Right));
        var subgradient = isContinuous && double.IsFinite(left) && double.IsFinite(right) ? new Subgradient(Math.Min(left, right), Math.Max(left, right), left <= right) : null;
        return new KinkReport(nameOf(coordinate), [.. here], left, right, convention, subgradient, Elsewhere(coordinate, here, left, right));
    }

    private static double Settled(SideLimit side) => side.IsFinite && Math.Abs(side.Value) <= side.Error ? 0 : side.Value;

    /// <summary>
    /// Where only one call is at its kink, the derivative is linear in that call's slope: a system that takes the slope below the
    /// kink gives the slope on the side where the argument is below it.
    /// </summary>
    private IReadOnlyList<SlopeElsewhere> Elsewhere(int coordinate, double[] here, double left, double right)
    {
        if (!double.IsFinite(left) || !double.IsFinite(right) || seams?.OnlyOne(coordinate, here, _section.StepsAlong(coordinate)) is not var (conventions, below, above)) return [];
        if (below * above != -1 && left != right) return [];
        var (lower, upper) = above > 0 ? (left, right) : (right, left);
        return
        [
            .. conventions.Select(convention => new SlopeElsewhere(
                convention.System,
                convention.Takes switch
                {
                    KinkSide.Lower => lower,
                    KinkSide.Upper => upper,
                    KinkSide.Middle => lower + ((upper - lower) / 2),
                    _ => null,
                },
                convention.Why)),
        ];
    }
}

/// <summary>A derivative's value on a seam, with notes on it.</summary>
/// <param name="Value">The value.</param>
internal readonly record struct SeamValue(double Value)
{
    /// <summary>That there is no derivative; null where there is one.</summary>
    public Note? Note { get; init; }

    /// <summary>The kink of a first derivative; null where there is none.</summary>
    public KinkReport? Kink { get; init; }
}
