using System.Globalization;

namespace Calculus.GradientCheck;

/// <summary>How well a claimed number agrees with the right one.</summary>
public enum Precision
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Within the tolerance, and no better.</summary>
    Tolerance,

    /// <summary>To the eight bits of bfloat16.</summary>
    BFloat16,

    /// <summary>To the eleven bits of half precision.</summary>
    Half,

    /// <summary>To the decimals that are given, three digits or more.</summary>
    Rounded,

    /// <summary>To the 24 bits of single precision.</summary>
    Single,

    /// <summary>To the 53 bits of double precision, or nearly.</summary>
    Double,
}

/// <summary>Compares claimed numbers with right ones.</summary>
internal static class Agreement
{
    /// <summary>The relative tolerance of <c>torch.autograd.gradcheck</c>, the default for numbers.</summary>
    public const double NumberTolerance = 1e-3;

    /// <summary>The default for formulas: both sides are computed in double precision.</summary>
    public const double FormulaTolerance = 1e-6;

    /// <summary>How far from a right value of 0 a claim may be, relative to the largest component of the gradient, or absolutely where all are 0.</summary>
    public const double ZeroTolerance = 1e-7;

    private const double NearlyDouble = 1e-10;
    private const int FewestDigits = 3;

    // The part of the threshold for 0 that double precision needs.
    private const double ZeroInDouble = 1e-6;

    // Below the normal range of single precision a value is rounded to multiples of the smallest one, or to 0.
    private const double LostBelow = 4 * (double)float.Epsilon;

    // Eight units in the last place of single precision.
    private const double NearlySingle = 8.0 / (1 << 23);

    /// <summary>|a − b| over the larger of |a| and |b|; 0 where both are 0.</summary>
    public static double RelativeError(double a, double b)
    {
        if (a.Equals(b)) return 0;
        var (halfA, halfB) = (a / 2, b / 2); // so that the difference of two large numbers stays finite
        return Math.Abs(halfA - halfB) / Math.Max(Math.Abs(halfA), Math.Abs(halfB));
    }

    /// <summary>The largest difference over the largest entry of both, and where it is; NaN where an entry is not finite.</summary>
    public static (double Error, int Entry) Worst(double[] claimed, double[] exact)
    {
        var (largest, difference, entry) = (0.0, -1.0, 0);
        for (var i = 0; i < exact.Length; i++)
        {
            var (halfC, halfE) = (claimed[i] / 2, exact[i] / 2); // as above
            largest = Math.Max(largest, Math.Max(Math.Abs(halfC), Math.Abs(halfE)));
            var here = Math.Abs(halfC - halfE);
            if (!double.IsFinite(here)) return (double.NaN, i);
            if (here > difference) (difference, entry) = (here, i);
        }

        return (largest == 0 ? 0 : difference / largest, entry);
    }

    /// <summary>How well a claim agrees with the right value.</summary>
    /// <param name="claimed">A finite number.</param>
    /// <param name="exact">A finite number.</param>
    /// <param name="tolerance">The relative tolerance.</param>
    /// <param name="uncertainty">How far <paramref name="exact"/> may itself be off by rounding, absolutely.</param>
    /// <param name="zero">The size up to which a claim counts as 0, where <paramref name="exact"/> is 0 within its uncertainty.</param>
    public static Precision Of(double claimed, double exact, double tolerance, double uncertainty, double zero)
    {
        var difference = Math.Abs(claimed - exact);
        var error = RelativeError(claimed, exact);
        if (difference <= uncertainty || error <= NearlyDouble) return Precision.Double;
        if (error <= NearlySingle) return Precision.Single;
        if (Math.Abs(exact) <= uncertainty && difference <= zero) return difference <= ZeroInDouble * zero ? Precision.Double : Precision.Single;
        if (claimed == (float)claimed && difference <= LostBelow) return Precision.Single;
        if (IsRounded(claimed, exact)) return Precision.Rounded;
        // Numbers of one or two digits are in every format and show none; the shorter format is tried first.
        if (Digits(claimed) > FewestDigits && claimed == NearestBFloat16(exact)) return Precision.BFloat16;
        if (Digits(claimed) > FewestDigits && claimed == (double)(Half)exact) return Precision.Half;
        return error <= tolerance ? Precision.Tolerance : Precision.None;
    }

    /// <summary>Whether a claim is a value rounded to the digits that the claim is written with, three of them or more.</summary>
    public static bool IsRounded(double claimed, double exact) => Digits(claimed) >= FewestDigits && RoundsTo(claimed, exact);

    /// <summary>Whether a value rounded to the decimals of a claim is the claim.</summary>
    public static bool RoundsTo(double claimed, double exact)
    {
        if (claimed == 0 || !double.IsFinite(exact)) return false;
        var text = claimed.ToString("E16", CultureInfo.InvariantCulture);
        var exponent = int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = Digits(claimed);
        if (digits > 15) return false;
        // Half a unit in the claim's last place, and a hair for the binary form of the claim.
        var unit = Math.Pow(10, exponent - digits + 1);
        return Math.Abs(claimed - exact) <= 0.5000001 * unit;
    }

    /// <summary>How many significant decimal digits a number is written with; zeros before the point count.</summary>
    public static int Digits(double number)
    {
        var text = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var mantissa = text.Split('E')[0];
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        return digits.Length;
    }

    // bfloat16 is the upper half of a single-precision number; ties go to even.
    private static double NearestBFloat16(double x)
    {
        var bits = BitConverter.SingleToUInt32Bits((float)x);
        var rounded = bits + 0x7FFFu + ((bits >> 16) & 1);
        return BitConverter.UInt32BitsToSingle(rounded & 0xFFFF0000u);
    }
}
