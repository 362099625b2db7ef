using Calculus.Expressions;

namespace CalcApi.Http.Functions;

/// <summary>Lengths and unit vectors, computed without overflow or underflow.</summary>
public static class Direction
{
    // The entries of a longer vector are seldom written by hand.
    private const int MostExactly = 8;

    /// <summary>The Euclidean length of a vector.</summary>
    public static double Length(ReadOnlySpan<double> vector)
    {
        if (vector.Length <= MostExactly && ExactLength(vector) is { } exact) return exact.ToDouble();
        var scale = Largest(vector);
        // Zero, infinity or NaN is itself the length.
        if (scale == 0 || !double.IsFinite(scale)) return scale;

        double squares = 0;
        foreach (var entry in vector) squares += entry / scale * (entry / scale);
        return scale * Math.Sqrt(squares);
    }

    /// <summary>The unit vector along a vector; null where it is zero or not finite and has no direction.</summary>
    public static double[]? Unit(ReadOnlySpan<double> vector)
    {
        var scale = Largest(vector);
        if (scale == 0 || !double.IsFinite(scale)) return null;
        if (vector.Length <= MostExactly && ExactUnit(vector) is { } exact) return exact;

        var unit = new double[vector.Length];
        for (var i = 0; i < unit.Length; i++) unit[i] = vector[i] / scale;
        var length = Length(unit);
        for (var i = 0; i < unit.Length; i++) unit[i] /= length;
        return unit;
    }

    /// <summary>The angle between two unit vectors in radians, from 0 to pi.</summary>
    public static double Angle(ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        // Kahan, "How futile are mindless assessments of roundoff", section 12: the arc cosine loses half the digits near 0 and pi.
        var (difference, sum) = (new double[u.Length], new double[u.Length]);
        for (var i = 0; i < u.Length; i++)
        {
            difference[i] = u[i] - v[i];
            sum[i] = u[i] + v[i];
        }

        return 2 * Math.Atan2(Length(difference), Length(sum));
    }

    /// <summary>The sum of the products of two vectors' entries.</summary>
    public static double Dot(ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        if (u.Length <= MostExactly && ExactDot(u, v) is { } exact) return exact.ToDouble();
        double sum = 0;
        for (var i = 0; i < u.Length; i++) sum += u[i] * v[i];
        var scale = Largest(u);
        if (double.IsFinite(sum) || !double.IsFinite(scale)) return sum;

        // A product that overflows may be cancelled by another.
        double scaled = 0;
        for (var i = 0; i < u.Length; i++) scaled += u[i] / scale * v[i] / u.Length;
        return scaled * u.Length * scale;
    }

    /// <summary>Whether a number is the sum of the products of two vectors' entries, but for the rounding of these.</summary>
    public static bool IsDot(double number, ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        const double rounding = 1e-9;
        double size = 0;
        for (var i = 0; i < u.Length; i++) size += Math.Abs(u[i] * v[i]);
        return Math.Abs(number - Dot(u, v)) <= rounding * size;
    }

    // The entries are the decimals that were written: (0.3, 0.4) has length 0.5.
    private static Rational? ExactLength(ReadOnlySpan<double> vector) => ExactDot(vector, vector)?.TryRoot(2);

    private static Rational? ExactDot(ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        var sum = Rational.Zero;
        for (var i = 0; i < u.Length; i++)
        {
            if (!double.IsFinite(u[i]) || !double.IsFinite(v[i])) return null;
            sum += Rational.FromDecimal(u[i]) * Rational.FromDecimal(v[i]);
        }

        return sum;
    }

    private static double[]? ExactUnit(ReadOnlySpan<double> vector)
    {
        if (ExactLength(vector) is not { } length) return null;
        var unit = new double[vector.Length];
        for (var i = 0; i < unit.Length; i++) unit[i] = (Rational.FromDecimal(vector[i]) / length).ToDouble();
        return unit;
    }

    private static double Largest(ReadOnlySpan<double> vector)
    {
        double largest = 0;
        foreach (var entry in vector)
        {
            if (double.IsNaN(entry)) return double.NaN;
            largest = Math.Max(largest, Math.Abs(entry));
        }

        return largest;
    }
}
