namespace Calculus.Numerics;

/// <summary>The limit of a function on one side of a point.</summary>
/// <param name="Value">The limit; infinite where the function grows without bound, NaN where it has none or is undefined.</param>
/// <param name="Error">How far the value may be off.</param>
/// <param name="Size">The largest magnitude met near the point.</param>
internal readonly record struct SideLimit(double Value, double Error, double Size)
{
    // Formulas lose digits where large terms cancel; the question is whether two sides visibly differ.
    private const double Relative = 1e-8;

    /// <summary>Whether the limit is a number.</summary>
    public bool IsFinite => double.IsFinite(Value);

    /// <summary>Whether a number is this limit, as far as the two can be told apart.</summary>
    public bool Is(double value) => IsFinite && Math.Abs(Value - value) <= Tolerance;

    /// <summary>Whether two limits are the same number, as far as they can be told apart.</summary>
    public bool Meets(SideLimit other) => IsFinite && other.IsFinite && Math.Abs(Value - other.Value) <= Tolerance + other.Tolerance;

    private double Tolerance => (10 * Error) + (Relative * Math.Max(Math.Abs(Value), Size));
}

/// <summary>The limit of a function from one side, by extrapolation.</summary>
internal static class OneSidedLimit
{
    private const int Halvings = 40;
    private const int Columns = 12;
    private const int FirstNear = 4;
    private const int LargestExponent = 1023;

    // Limits of roots settle slowly; what has not settled to this, relative to the values met, is not a limit.
    private const double Settled = 1e-4;

    // Rows without an improvement after which rounding has taken over.
    private const int Patience = 6;

    /// <summary>The length that steps near a point are measured in: a finite power of two, so that they are added exactly.</summary>
    public static double Scale(double x) => Math.ScaleB(1, Math.Clamp(Math.ILogB(x) + 1, 0, LargestExponent));

    /// <summary>
    /// lim g(x ± h) for h → 0+, from h = h0·2^-k by Neville's scheme (Press et al., <i>Numerical Recipes</i>, 3rd ed.,
    /// 3.2): exact where g is a polynomial in h, and stopped where rounding would spoil it.
    /// </summary>
    /// <param name="g">The function, smooth between x and x ± <paramref name="firstStep"/>.</param>
    /// <param name="x">Where the limit is taken.</param>
    /// <param name="side">1 from above, −1 from below.</param>
    /// <param name="firstStep">h0.</param>
    public static SideLimit Of(Func<double, double> g, double x, int side, double firstStep) =>
        Extrapolate(h => g(x + (side * h)), firstStep, Math.ScaleB(Scale(x), -Halvings), 2);

    /// <summary>The same from both sides at once, where the two meet: the mean of g(x + h) and g(x − h), in powers of h².</summary>
    /// <param name="g">The function, smooth between x and x ± <paramref name="firstStep"/>.</param>
    /// <param name="x">Where the limit is taken.</param>
    /// <param name="firstStep">h0.</param>
    public static SideLimit OfMean(Func<double, double> g, double x, double firstStep) =>
        Extrapolate(h => (g(x - h) + g(x + h)) / 2, firstStep, Math.ScaleB(Scale(x), -Halvings), 4);

    private static SideLimit Extrapolate(Func<double, double> g, double firstStep, double smallest, double ratio)
    {
        var (best, size, bestRow) = (new SideLimit(double.NaN, double.PositiveInfinity, 0), 0.0, 0);
        var samples = new List<double>(Halvings);
        Span<double> previous = stackalloc double[Columns], current = stackalloc double[Columns];
        previous.Fill(double.NaN);
        for (var h = firstStep; h >= smallest; h /= 2)
        {
            current.Fill(double.NaN);
            current[0] = g(h);
            samples.Add(current[0]);
            if (double.IsFinite(current[0]) && (samples.Count > FirstNear || !(size > 0))) size = Math.Max(size, Math.Abs(current[0]));
            var factor = 1.0;
            for (var k = 1; k < Math.Min(samples.Count, Columns); k++)
            {
                factor *= ratio;
                current[k] = current[k - 1] + ((current[k - 1] - previous[k - 1]) / (factor - 1));

                // Two values may be equal by chance, so the one above must agree as well.
                var change = Math.Max(Math.Abs(current[k] - previous[k]), Math.Max(Math.Abs(current[k] - current[k - 1]), Math.Abs(current[k] - previous[k - 1])));
                if (change < best.Error) (best, bestRow) = (new SideLimit(current[k], change, size), samples.Count);
            }

            current.CopyTo(previous);
            if (samples.Count - bestRow >= Patience && best.Error <= Settled * best.Size) break;
        }

        return best.Error <= Settled * best.Size ? best with { Size = size } : new SideLimit(Growth(samples), double.PositiveInfinity, size);
    }

    // Unbounded: of one sign, and larger at every one of the last steps.
    private static double Growth(List<double> samples)
    {
        if (samples.Count < Patience) return double.NaN;
        for (var i = samples.Count - Patience + 1; i < samples.Count; i++)
        {
            if (!(Math.Abs(samples[i]) > Math.Abs(samples[i - 1])) || Math.Sign(samples[i]) != Math.Sign(samples[i - 1])) return double.NaN;
        }

        return samples[^1] > 0 ? double.PositiveInfinity : double.NegativeInfinity;
    }
}
