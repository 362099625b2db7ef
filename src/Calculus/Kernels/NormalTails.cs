using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// The error function and its complement: near 0 a power series in x², beyond it (1 + 2x)·exp(x²)·erfc(x) as one polynomial in
/// (x − 3.75)/(x + 3.75) (Shepherd and Laframboise, <i>Math. Comp.</i> 36, 1981, 249–253).
/// </summary>
internal static class NormalTails
{
    // Below this size the series of erf, above it the complement; erfc leaves the series earlier.
    private const double Near = 0.84375, NearOfComplement = 0.5;

    // Beyond, erfc is smaller than every double.
    private const double Farthest = 28;

    private const double Centre = 3.75;

    private const double TwoOverRootPi = 1.1283791670955126, TwoOverRootPiRest = 1.533545961316588e-17;
    private const double RootOfHalf = 0.7071067811865476, RootOfHalfRest = -4.833646656726457e-17;

    private static ReadOnlySpan<double> Coefficients =>
    [
        1.2375126308378275, -0.14024059858554702, 0.00358541548546364, 0.08227673849015034, -0.10880393014170514, 0.09230432116023057, -0.05869339859057547, 0.028362277420818986,
        -0.009746579547786703, 0.001755625840731824, 0.00029371360152454347, -0.0002901540395871226, 5.1649339726634736e-05, 2.2384192284554508e-05, -1.1444679634163673e-05,
        -9.73702908946785e-07, 1.752218849397585e-06, -5.656481547211046e-08, -2.5858488600810014e-07, 2.215159556911985e-08, 3.763883873451242e-08, -2.8198829420872317e-09, -4.036902513783482e-09,
    ];

    /// <summary>2/√π·∫₀ˣ exp(−t²) dt</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erf<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var value = Series(x).Rounded;
        var isFar = size > T.Of(Near);
        if (T.Any(isFar))
        {
            var (m, n) = Upper(new Twofold<T>(size, T.Of(0)));
            value = T.Select(isFar, (T.Of(1) - T.Scaled(m, n)) | (x & T.OfBits(long.MinValue)), value);
        }

        return T.Select(T.Equal(x, T.Of(0)), x, value);
    }

    /// <summary>1 − erf(x), without cancellation for large x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erfc<T>(T x)
        where T : struct, ILanes<T> => Complement(new(x, T.Of(0)), T.Of(1));

    /// <summary>x·Φ(x) = x/2·erfc(−x/√2), with the distribution function Φ of the normal distribution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Gelu<T>(T x)
        where T : struct, ILanes<T>
    {
        // Beyond these, the value is 0 or x; there no product is infinite.
        const double most = 64;
        var near = T.Larger(T.Smaller(x, T.Of(most)), T.Of(-most));
        var value = Complement(new Twofold<T>(T.Of(-RootOfHalf), T.Of(-RootOfHalfRest)).Times(near), T.Of(0.5) * near);
        value = T.Select(x > T.Of(most), x, value);
        return T.Select(T.Equal(x, T.Of(0)), x, value);
    }

    // factor·erfc(x); the factor is multiplied in before the exponent is shifted to where digits are few.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Complement<T>(Twofold<T> x, T factor)
        where T : struct, ILanes<T>
    {
        var isNear = T.Abs(x.High) < T.Of(NearOfComplement);
        var value = factor;
        if (T.Any(isNear))
        {
            var series = Series(x.High);
            var sum = Twofold<T>.OrderedSum(T.Of(1), -series.High);
            value = factor * (sum.High + (sum.Low - series.Low - (T.Of(TwoOverRootPi) * x.Low)));
        }

        if (!T.Any(isNear ^ T.Equal(factor, factor))) return value;
        var (m, n) = Upper(new Twofold<T>(T.Abs(x.High), x.Low ^ (x.High & T.OfBits(long.MinValue))));
        var isLeft = x.High < T.Of(0);
        var upper = T.Scaled(T.Select(isLeft, m, m * factor), n);
        return T.Select(isNear, value, T.Select(isLeft, factor * (T.Of(2) - upper), upper));
    }

    // erf x for |x| < 0.85: 2/√π·x + x³·p(x²).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold<T> Series<T>(T x)
        where T : struct, ILanes<T>
    {
        var z = x * x;
        var p = Polynomial.At(
            z, -0.37612638903183754, 0.11283791670955125, -0.026866170645130933, 0.005223977625433904, -0.000854832702234246, 0.00012055332894207419, -1.492564596528037e-05,
            1.6461969014070051e-06, -1.6362626206533158e-07, 1.4759856103785564e-08, -1.184407798195335e-09, 6.936264450098858e-11);
        var first = Twofold<T>.Product(T.Of(TwoOverRootPi), x);
        return new(first.High, T.MultiplyAdd(z * x, p, T.MultiplyAdd(T.Of(TwoOverRootPiRest), x, first.Low)));
    }

    // erfc as m·2^n for x ≥ ½, the square in two parts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Mantissa, T Scale) Upper<T>(Twofold<T> x)
        where T : struct, ILanes<T>
    {
        var near = T.Smaller(x.High, T.Of(Farthest));
        var square = Twofold<T>.Product(near, near);
        var parts = Exponential.Parts(new Twofold<T>(-square.High, -T.MultiplyAdd(near + near, x.Low, square.Low)));
        var t = (near - T.Of(Centre)) / (near + T.Of(Centre));
        var m = parts.Mantissa.Rounded * Polynomial.At(t, Coefficients) / T.MultiplyAdd(near, T.Of(2), T.Of(1));
        return (m, parts.Scale);
    }
}
