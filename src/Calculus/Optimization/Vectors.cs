namespace Calculus.Optimization;

/// <summary>The little vector arithmetic that a descent needs.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>‖v‖, scaled by the largest entry where squares would overflow or vanish.</summary>
    public static double Norm(ReadOnlySpan<double> v)
    {
        var square = 0.0;
        foreach (var entry in v) square += entry * entry;
        if (square is > 1e-280 and < 1e280) return Math.Sqrt(square);

        var largest = 0.0;
        foreach (var entry in v)
        {
            if (double.IsNaN(entry)) return double.NaN;
            largest = Math.Max(largest, Math.Abs(entry));
        }

        if (largest == 0 || double.IsInfinity(largest)) return largest;

        var sum = 0.0;
        foreach (var entry in v) sum += entry / largest * (entry / largest);
        return largest * Math.Sqrt(sum);
    }

    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        const int few = 64;
        Span<double> difference = a.Length <= few ? stackalloc double[few] : new double[a.Length];
        for (var i = 0; i < a.Length; i++) difference[i] = a[i] - b[i];
        return Norm(difference[..a.Length]);
    }

    public static bool AreFinite(ReadOnlySpan<double> v)
    {
        foreach (var entry in v)
        {
            if (!double.IsFinite(entry)) return false;
        }

        return true;
    }
}
