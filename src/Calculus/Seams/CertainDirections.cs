using Calculus.Balls;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Seams;

/// <summary>Angles and directions at points that a request names, where doubles do not tell them.</summary>
/// <param name="bound">The function.</param>
/// <param name="gradient">Its partial derivatives by all variables.</param>
/// <param name="budget">Pays for the numbers.</param>
internal sealed class CertainDirections(BoundDefinition bound, IReadOnlyList<DerivedFormula> gradient, Budget budget)
{
    // Below this size doubles begin to lose digits, and then all of them.
    private const double TinySize = 1e-290;

    // From here on unit vectors of doubles tell an angle to a dozen digits.
    private const double WideAngle = 2e-3;

    // No double has a power of two beyond it.
    private const long Farthest = 4_096;

    private readonly Inputs _inputs = new(bound.Variables, bound.Data, bound.Context.Decimals);

    /// <summary>
    /// The angle between the gradient and a direction where it is so near to 0 or pi that unit vectors of doubles do not tell it: by its sine,
    /// the root of |g|²·|d|² − (g·d)², and its cosine.
    /// </summary>
    /// <param name="along">The slope along the direction.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="point">The point, at which the function is differentiable and its gradient is not 0.</param>
    /// <param name="rounded">The angle as doubles gave it.</param>
    /// <returns>The angle, and a note where it is not right to the last digit; null where doubles tell it, or too little is known.</returns>
    public (double Angle, Note? Note)? Angle(DerivedFormula along, double[] direction, double[] point, double rounded)
    {
        if (rounded is > WideAngle and < Math.PI - WideAngle) return null;
        var squared = Ball.Of(direction.Aggregate(Rational.Zero, static (sum, entry) => sum + (Rational.FromDecimal(entry) * Rational.FromDecimal(entry))));
        var ladder = new BallLadder();
        do
        {
            if (Enclosed([.. gradient.Select(static partial => partial.Exact), along.Exact], point, ladder.Bits) is not { } entries) break;
            var bits = ladder.Bits;
            var (size, product) = (Ball.Zero, entries[^1].Multiply(entries[^1], bits));
            foreach (var entry in entries[..^1]) size = size.Add(entry.Multiply(entry, bits), bits);
            var sine = size.Multiply(squared, bits).Subtract(product, bits);
            if (!sine.IsFinite || product.Sign is not 1) continue;
            // Of what is below 2^-1000 of the whole and still not known, nobody could tell the angle from 0.
            if (sine.IsZero || (sine.GoodBits < BallLadder.Enough && sine.TopBit < product.TopBit - 1_000)) return (entries[^1].Sign > 0 ? 0 : Math.PI, null);
            if (sine.GoodBits < BallLadder.Enough) continue;
            // sin²/cos² is scaled by an even power of two before its root is taken.
            var tangent = sine.Divide(product, bits);
            var power = (int)(Math.Clamp(tangent.Rounded(bits).TopBit, -Farthest, Farthest) & ~1L);
            var root = Math.ScaleB(Math.Sqrt(tangent.Shifted(-power).ToDouble()), power / 2);
            return (Math.Atan2(root, entries[^1].Sign!.Value), null);
        }
        while (ladder.Climb());

        return (rounded, CertaintyWording.Of("the angle", rounded, new Certificate(rounded, Certainty.Unstable)));
    }

    /// <summary>The unit vector along a gradient whose entries are too small for doubles to tell; null where it is 0, or not known.</summary>
    /// <param name="point">The point.</param>
    public double[]? OfTiny(double[] point)
    {
        if (Enclosed([.. gradient.Select(static partial => partial.Exact)], point, 2 * BallLadder.Lowest) is not { } entries) return null;
        if (!Array.TrueForAll(entries, static entry => entry.IsZero || entry.GoodBits >= BallLadder.Enough)) return null;
        var moving = entries.Where(static entry => !entry.IsZero).ToList();
        if (moving.Count == 0) return null;
        var largest = moving.Max(static entry => entry.TopBit);
        double[] scaled = [.. entries.Select(entry => entry.IsZero ? 0 : entry.Shifted(-largest).ToDouble())];
        var size = Math.Sqrt(scaled.Sum(static entry => entry * entry));
        return [.. scaled.Select(entry => entry / size)];
    }

    /// <summary>Whether all entries of a vector are so small that doubles lose digits of them, or 0.</summary>
    internal static bool IsTiny(double[] vector) => Array.TrueForAll(vector, static entry => Math.Abs(entry) < TinySize);

    // The entries of formulas one after the other; null where that is too dear.
    private Ball[]? Enclosed(IReadOnlyList<Expression> formulas, double[] point, int bits)
    {
        if (formulas.Count == 0) return [];
        try
        {
            return new Enclosures(formulas, _inputs, budget.Besides()).TryAt(_inputs.Balls(point), bits, out var values)
                ? [.. values.SelectMany((own, k) => own is [var only] ? Enumerable.Repeat(only, (int)formulas[k].Shape.Count) : own).Select(entry => entry.Rounded(bits))]
                : null;
        }
        catch (LimitException)
        {
            return null;
        }
    }
}
