using Calculus.Expressions;
using Calculus.Numerics;

namespace Calculus;

/// <summary>Kinks at the points that were asked about, as facts rather than in words.</summary>
public sealed partial class Study
{
    private readonly List<KinkReport> _kinks = [];
    private Cause[] _causes = [];

    /// <summary>The kinks that first derivatives were asked for at so far, the first twenty; read it last.</summary>
    public IReadOnlyList<KinkReport> Kinks => _kinks;

    private void AddKink(
        int place, double[] here, (double Left, double Right) steps, (SideLimit Left, SideLimit Right) sides, bool isContinuous, double convention)
    {
        if (_kinks.Count == MostKinkNotes || _kinks.Exists(known => string.Equals(known.Variable, NameOf(place), StringComparison.Ordinal) && known.Point.SequenceEqual(here))) return;
        var (left, right) = (Settled(sides.Left), Settled(sides.Right));
        var subgradient = isContinuous && double.IsFinite(left) && double.IsFinite(right)
            ? new Subgradient(Math.Min(left, right), Math.Max(left, right), left <= right)
            : null;
        _kinks.Add(new KinkReport(NameOf(place), [.. here], left, right, convention, subgradient, Elsewhere(place, here, steps, left, right)));
    }

    private static double Settled(SideLimit side) => side.IsFinite && Math.Abs(side.Value) <= side.Error ? 0 : side.Value;

    /// <summary>
    /// Where one call alone is at its kink, the derivative is linear in that call's slope: whoever takes the slope below it
    /// answers the slope of the side on which its argument is below.
    /// </summary>
    private IReadOnlyList<SlopeElsewhere> Elsewhere(int place, double[] here, (double Left, double Right) steps, double left, double right)
    {
        if (!double.IsFinite(left) || !double.IsFinite(right)) return [];
        Cause[] touching = [.. _causes.Where(cause => Value(cause.Seam, here) == 0)];
        if (touching is not [var cause]) return [];
        var seam = Along(cause.Seam, place, here);
        var (below, above) = (Math.Sign(seam(here[place] - steps.Left)), Math.Sign(seam(here[place] + steps.Right)));
        if (below * above != -1 && left != right) return [];
        var (lower, upper) = above > 0 ? (left, right) : (right, left);
        return
        [
            .. cause.Function.Conventions(cause.Place).Select(convention => new SlopeElsewhere(
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

    /// <summary>What makes a seam.</summary>
    /// <param name="Seam">What is zero on it.</param>
    /// <param name="Function">The function that is called.</param>
    /// <param name="Place">Which of the function's seams it is.</param>
    private sealed record Cause(Expression Seam, Function Function, int Place);
}
