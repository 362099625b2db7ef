using System.Globalization;

namespace Calculus.GradientCheck;

/// <summary>Whether one claim is right.</summary>
/// <param name="Correct">True, false, or null where there is nothing to compare with.</param>
/// <param name="Precision">How well it agrees, at worst.</param>
/// <param name="Compared">The places of the points compared.</param>
/// <param name="DiffersAt">The place of the first point at which a formula is wrong.</param>
/// <param name="Remark">What else there is to say.</param>
internal sealed record Judgement(bool? Correct, Precision Precision, IReadOnlyList<int> Compared, int? DiffersAt, string? Remark)
{
    /// <summary>Judges a claim.</summary>
    /// <param name="claimed">What is claimed: at the point and, for a formula, at the points around it.</param>
    /// <param name="exact">What is right, likewise.</param>
    /// <param name="uncertainty">How far either may be off by rounding, likewise.</param>
    /// <param name="slopes">The slopes on the left and on the right, where the point is a kink.</param>
    /// <param name="tolerance">The relative tolerance.</param>
    /// <param name="zero">Up to where a claim counts as 0.</param>
    public static Judgement Of(double[] claimed, double[] exact, double[] uncertainty, (double Left, double Right)? slopes, double tolerance, double zero)
    {
        var isFormula = claimed.Length > 1;
        var here = AtPoint(claimed[0], exact[0], uncertainty[0], slopes, tolerance, zero, isFormula);
        if (here.Correct == false && slopes is not null) return here;
        var compared = new List<int>();
        var (worst, differsAt) = (Precision.Double, (int?)null);
        for (var k = 0; k < claimed.Length; k++)
        {
            if (!double.IsFinite(exact[k]) || !double.IsFinite(claimed[k]) || (k == 0 && slopes is not null)) continue;
            compared.Add(k);
            var precision = Agreement.Of(claimed[k], exact[k], tolerance, uncertainty[k], zero);
            if (isFormula && precision is Precision.Rounded or Precision.Half or Precision.BFloat16)
                precision = Agreement.RelativeError(claimed[k], exact[k]) <= tolerance ? Precision.Tolerance : Precision.None;
            if (precision == Precision.None && k > 0) differsAt ??= k;
            worst = precision < worst ? precision : worst;
        }

        if (compared.Count == 0) return here with { Correct = slopes is null ? null : here.Correct };
        if (worst == Precision.None) return new Judgement(false, worst, compared, differsAt, here.Correct == false ? here.Remark : null);
        return here with { Precision = worst, Compared = compared, Correct = here.Correct };
    }

    private static Judgement AtPoint(
        double claimed, double exact, double uncertainty, (double Left, double Right)? slopes, double tolerance, double zero, bool isFormula)
    {
        if (slopes is { } sides)
        {
            var (low, high) = (Math.Min(sides.Left, sides.Right), Math.Max(sides.Left, sides.Right));
            var slack = (tolerance * Math.Max(Math.Abs(low), Math.Abs(high))) + zero;
            var words = string.Create(CultureInfo.InvariantCulture, $"The point is a kink with the slopes {sides.Left:G6} on the left and {sides.Right:G6} on the right: any number from {low:G6} to {high:G6} counts as right there");
            if (double.IsFinite(claimed)) return new Judgement(claimed >= low - slack && claimed <= high + slack, Precision.Tolerance, [0], null, $"{words}.");
            return new Judgement(isFormula ? true : null, Precision.Tolerance, [0], null, $"{words}, and the claimed formula has no value at it.");
        }

        if (!double.IsFinite(exact))
            return new Judgement(null, Precision.None, [], null, "The derivative has no finite value at the point, so there is nothing that the claim could be compared with there.");
        return double.IsFinite(claimed)
            ? new Judgement(Agreement.Of(claimed, exact, tolerance, uncertainty, zero) != Precision.None, Precision.None, [0], null, null)
            : new Judgement(false, Precision.None, [0], null, "The claimed formula has no finite value at the point, and the derivative has one.");
    }
}
