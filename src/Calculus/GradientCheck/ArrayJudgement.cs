using System.Globalization;
using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>Whether a claimed vector or matrix is right: entry by entry, with the rounding that sums of the size of the largest entry leave.</summary>
internal static class ArrayJudgement
{
    // Sums of large terms leave rounding of their size in small entries too: some units in the last place of double and of single precision.
    private const double DoubleRounding = 1e-12;
    private const double SingleRounding = 32.0 / (1 << 24);

    private const int FewestDigits = 3;

    /// <summary>Judges a claim.</summary>
    /// <param name="claimed">What is claimed: at the point and, for a formula, at the points around it.</param>
    /// <param name="exact">What is right, likewise.</param>
    /// <param name="beside">Both a last digit beside each point, which rounding may change as much.</param>
    /// <param name="slopes">The slopes of an entry on both sides of the point, or null where they are one.</param>
    /// <param name="tolerance">The relative tolerance.</param>
    /// <param name="zero">Up to where a claim counts as 0.</param>
    public static Judgement Of(
        ArrayValue[] claimed, ArrayValue[] exact, (ArrayValue Claimed, ArrayValue Exact)[] beside, Func<int, (double Left, double Right)?> slopes, double tolerance, double zero)
    {
        var compared = new List<int>();
        var (worst, differsAt, remark, undefined, isWrongHere) = (Precision.Double, (int?)null, (string?)null, false, false);
        for (var k = 0; k < claimed.Length; k++)
        {
            var (c, e) = (claimed[k].Entries, exact[k].Entries);
            var isDefined = Array.TrueForAll(e, double.IsFinite);
            if (!isDefined || !Array.TrueForAll(c, double.IsFinite))
            {
                if (k > 0) continue;
                undefined = !isDefined;
                if (isDefined) (isWrongHere, remark) = (true, "The claimed formula has no finite value at the point, and the derivative has one.");
                if (isDefined) continue;
            }

            compared.Add(k);
            var largest = e.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
            var isRounded = k == 0 && AreRounded(c, e);
            for (var i = 0; i < e.Length; i++)
            {
                if (!double.IsFinite(e[i]) || !double.IsFinite(c[i])) continue;
                var moved = 4 * (Math.Abs(beside[k].Claimed.Entries[i] - c[i]) + Math.Abs(beside[k].Exact.Entries[i] - e[i]));
                var uncertainty = (DoubleRounding * largest) + (double.IsFinite(moved) ? moved : 0);
                var precision = Agreement.Of(c[i], e[i], tolerance, uncertainty, zero);
                if (precision < Precision.Single && Math.Abs(c[i] - e[i]) <= SingleRounding * largest) precision = Precision.Single;
                if (precision < Precision.Rounded && isRounded) precision = Precision.Rounded;
                if (claimed.Length > 1 && precision is Precision.Rounded or Precision.Half or Precision.BFloat16)
                    precision = Agreement.RelativeError(c[i], e[i]) <= tolerance ? Precision.Tolerance : Precision.None;
                if (precision == Precision.None && k == 0 && slopes(i) is { } sides)
                {
                    remark = string.Create(CultureInfo.InvariantCulture, $"At the point, entry {Place(exact[k].Shape, i)} has a kink with the slopes {sides.Left:G6} and {sides.Right:G6}: any number between them counts as right there.");
                    var slack = tolerance * Math.Max(Math.Abs(sides.Left), Math.Abs(sides.Right));
                    if (c[i] >= Math.Min(sides.Left, sides.Right) - slack && c[i] <= Math.Max(sides.Left, sides.Right) + slack) precision = Precision.Tolerance;
                }

                if (precision == Precision.None && k > 0) differsAt ??= k;
                worst = precision < worst ? precision : worst;
            }
        }

        if (worst == Precision.None || isWrongHere) return new Judgement(false, Precision.None, compared, differsAt, remark);
        if (undefined)
            return new Judgement(null, Precision.None, compared, null, "The derivative has entries without a finite value at the point, so there is nothing that the claim could be compared with there.");
        return compared.Count == 0 ? new Judgement(null, Precision.None, compared, null, remark) : new Judgement(true, worst, compared, null, remark);
    }

    /// <summary>The largest difference over the largest entry of both, and where it is; NaN where an entry is not finite.</summary>
    public static (double Error, int Entry) Worst(ArrayValue claimed, ArrayValue exact)
    {
        var (largest, difference, entry) = (0.0, -1.0, 0);
        for (var i = 0; i < exact.Entries.Length; i++)
        {
            var (c, e) = (claimed.Entries[i], exact.Entries[i]);
            largest = Math.Max(largest, Math.Max(Math.Abs(c / 2), Math.Abs(e / 2)));
            var here = Math.Abs((c / 2) - (e / 2));
            if (!double.IsFinite(here)) return (double.NaN, i);
            if (here > difference) (difference, entry) = (here, i);
        }

        return (largest == 0 ? 0 : difference / largest, entry);
    }

    /// <summary>The indices of an entry, from 1.</summary>
    public static int[] IndicesOf(Shape shape, int entry) => [.. Places.Of(shape, entry).Select(static index => index + 1)];

    private static string Place(Shape shape, int entry) => $"[{string.Join(", ", IndicesOf(shape, entry).Select(static index => index.ToString(CultureInfo.InvariantCulture)))}]";

    // Numbers that are rounded together have one number of decimals; the largest must keep three digits.
    private static bool AreRounded(double[] claimed, double[] exact)
    {
        var decimals = claimed.Max(static x => Decimals(x));
        var unit = Math.Pow(10, -decimals);
        return decimals <= 12 && claimed.Max(Math.Abs) >= Math.Pow(10, FewestDigits - 1) * unit
            && claimed.Zip(exact).All(pair => Math.Abs(pair.First - pair.Second) <= 0.5000001 * unit);
    }

    private static int Decimals(double x)
    {
        var text = Math.Abs(x).ToString("F15", CultureInfo.InvariantCulture).TrimEnd('0');
        return text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1;
    }
}
