namespace Calculus.Numerics;

/// <summary>A number together with how far it may be off.</summary>
/// <param name="Value">The estimate; NaN where there is none.</param>
/// <param name="Error">An estimate of its error.</param>
public readonly record struct Estimate(double Value, double Error);

/// <summary>The limit of a function from one side, by extrapolation.</summary>
public static class OneSidedLimit
{
    private const int Rows = 12;

    /// <summary>
    /// lim g(x ± h) for h → 0+, from h = h0·2^-k by Neville's scheme (Press et al., <i>Numerical Recipes</i>, 3rd ed.,
    /// 3.2): exact where g is a polynomial in h, and stopped where rounding would spoil it.
    /// </summary>
    /// <param name="g">The function.</param>
    /// <param name="x">Where the limit is taken.</param>
    /// <param name="side">1 from above, −1 from below.</param>
    public static Estimate Of(Func<double, double> g, double x, int side)
    {
        var best = new Estimate(double.NaN, double.PositiveInfinity);
        Span<double> previous = stackalloc double[Rows], current = stackalloc double[Rows];
        var h = Math.Max(1, Math.Abs(x)) / 16;
        for (var row = 0; row < Rows; row++, h /= 2)
        {
            current[0] = g(x + (side * h));
            if (!double.IsFinite(current[0]))
            {
                previous[0] = double.NaN;
                continue;
            }

            var factor = 1.0;
            for (var k = 1; k <= row; k++)
            {
                factor *= 2;
                current[k] = current[k - 1] + ((current[k - 1] - previous[k - 1]) / (factor - 1));
                var error = Math.Max(Math.Abs(current[k] - current[k - 1]), Math.Abs(current[k] - previous[k - 1]));
                if (error < best.Error) best = new Estimate(current[k], error);
            }

            current.CopyTo(previous);
        }

        return best;
    }
}
