using System.Globalization;

namespace Calculus.GradientCheck;

/// <summary>What is claimed and what is right at one point, entry by entry.</summary>
/// <param name="Claimed">What is claimed.</param>
/// <param name="Exact">What is right.</param>
/// <param name="Uncertainty">How far either may be off by rounding.</param>
internal readonly record struct Pair(double[] Claimed, double[] Exact, double[] Uncertainty);

/// <summary>Whether one claim is right.</summary>
/// <param name="Correct">True, false, or null where there is nothing to compare with.</param>
/// <param name="Precision">How well it agrees, at worst.</param>
/// <param name="Compared">The places of the points compared.</param>
/// <param name="DiffersAt">The place of the first point at which a formula is wrong.</param>
/// <param name="Remark">What else there is to say.</param>
internal sealed record Judgement(bool? Correct, Precision Precision, IReadOnlyList<int> Compared, int? DiffersAt, string? Remark)
{
    // Sums of large terms leave rounding errors of their size in small entries too: a few units in the last place of double and of single precision.
    private const double DoubleRounding = 1e-12;
    private const double SingleRounding = 32.0 / (1 << 24);

    /// <summary>Judges a claim.</summary>
    /// <param name="pairs">The point and, for a formula, points around it.</param>
    /// <param name="kink">For an entry, and whether it differs: the kink at the point in words, and the slopes on both sides; null where there is none.</param>
    /// <param name="tolerance">The relative tolerance.</param>
    /// <param name="zero">The size up to which a claim counts as 0.</param>
    public static Judgement Of(IReadOnlyList<Pair> pairs, Func<int, bool, (string Where, double Left, double Right)?> kink, double tolerance, double zero)
    {
        var (isFormula, compared) = (pairs.Count > 1, new List<int>());
        var (worst, differsAt, remark) = (Precision.Double, (int?)null, (string?)null);
        var (hasKink, isUndefined, lacksValue) = (false, false, false);
        for (var k = 0; k < pairs.Count; k++)
        {
            var (claimed, exact, uncertainty) = pairs[k];
            var largest = exact.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
            var isRounded = k == 0 && !isFormula && AreRounded(claimed, exact);
            var isCompared = false;
            for (var i = 0; i < exact.Length; i++)
            {
                var isFinite = double.IsFinite(exact[i]) && double.IsFinite(claimed[i]);
                var precision = isFinite ? Compare(claimed[i], exact[i], uncertainty[i] + (DoubleRounding * largest), largest, exact.Length) : Precision.Double;
                if (k == 0 && kink(i, precision == Precision.None) is { } bend)
                {
                    hasKink = true;
                    // A formula shows its precision at the other points.
                    var slack = (tolerance * Math.Max(Math.Abs(bend.Left), Math.Abs(bend.Right))) + zero;
                    precision = IsOutside(claimed[i], bend, slack) ? Precision.None : isFormula ? Precision.Double : Precision.Tolerance;
                    if (remark is null || precision == Precision.None) remark = Words(bend, double.IsFinite(claimed[i]));
                }
                else if (isFinite)
                {
                    isCompared = true;
                    if (precision < Precision.Rounded && isRounded) precision = Precision.Rounded;
                }
                else
                {
                    isUndefined |= k == 0 && !double.IsFinite(exact[i]);
                    lacksValue |= k == 0 && double.IsFinite(exact[i]);
                }

                if (precision == Precision.None && k > 0) differsAt ??= k;
                worst = precision < worst ? precision : worst;
            }

            if (isCompared) compared.Add(k);
        }

        if (compared.Count == 0 && hasKink) (compared, worst) = ([0], worst < Precision.Tolerance ? worst : Precision.Tolerance);
        if (lacksValue)
            return new Judgement(false, Precision.None, compared, differsAt, "The claimed formula has no finite value at the point, but the derivative has one.");
        if (compared.Count > 0 && worst == Precision.None) return new Judgement(false, worst, compared, differsAt, remark);
        return isUndefined
            ? new Judgement(
                null, compared.Count == 0 ? Precision.None : worst, compared, null,
                $"{(pairs[0].Exact.Length == 1 ? "The derivative has" : "Some entries of the derivative have")} no finite value at the point, so there is nothing to compare the claim with.")
            : new Judgement(true, worst, compared, null, remark);

        Precision Compare(double claim, double right, double uncertainty, double largest, int entries)
        {
            var precision = Agreement.Of(claim, right, tolerance, uncertainty, zero);
            if (precision < Precision.Single && entries > 1 && Math.Abs(claim - right) <= SingleRounding * largest) return Precision.Single;
            // A formula is computed in double precision and rounded nowhere.
            if (isFormula && precision is Precision.Rounded or Precision.Half or Precision.BFloat16)
                return Agreement.RelativeError(claim, right) <= tolerance ? Precision.Tolerance : Precision.None;
            return precision;
        }
    }

    // A claim without a value there is not outside.
    private static bool IsOutside(double claimed, (string Where, double Left, double Right) kink, double slack) =>
        claimed < Math.Min(kink.Left, kink.Right) - slack || claimed > Math.Max(kink.Left, kink.Right) + slack;

    private static string Words((string Where, double Left, double Right) kink, bool hasValue) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kink.Where} is a kink with the slopes {kink.Left:G6} on the left and {kink.Right:G6} on the right: there any number from {Math.Min(kink.Left, kink.Right):G6} to {Math.Max(kink.Left, kink.Right):G6} counts as right{(hasValue ? "" : ", and the claimed formula has no value")}.");

    // Numbers that are rounded together have one number of decimals; the largest must keep three digits.
    private static bool AreRounded(double[] claimed, double[] exact)
    {
        const int most = 12, fewestDigits = 3;
        var decimals = claimed.Max(Decimals);
        var unit = Math.Pow(10, -decimals);
        return decimals <= most && claimed.Max(Math.Abs) >= Math.Pow(10, fewestDigits - 1) * unit
            && claimed.Zip(exact).All(pair => Math.Abs(pair.First - pair.Second) <= 0.5000001 * unit);
    }

    private static int Decimals(double x)
    {
        var text = Math.Abs(x).ToString("F15", CultureInfo.InvariantCulture).TrimEnd('0');
        return text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1;
    }
}
