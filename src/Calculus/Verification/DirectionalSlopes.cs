namespace Calculus.Verification;

/// <summary>First and second derivatives along a line, by central differences whose steps are extrapolated to zero (Ridders, 1982).</summary>
internal static class DirectionalSlopes
{
    private const double FirstStep = 1.0 / 32;

    /// <summary>For each output the derivative at 0 and an estimate of its error.</summary>
    /// <param name="at">The outputs at a place along the line.</param>
    /// <param name="order">1 or 2.</param>
    /// <param name="steps">How many step sizes are tried, each half the one before.</param>
    public static (double Value, double Error)[] Of(Func<double, double[]> at, int order, int steps)
    {
        var middle = order == 2 ? at(0) : [];
        var (plus, minus) = (new double[steps][], new double[steps][]);
        for (var k = 0; k < steps; k++)
        {
            var h = Math.ScaleB(FirstStep, -k);
            (plus[k], minus[k]) = (at(h), at(-h));
        }

        var results = new (double, double)[plus[0].Length];
        for (var output = 0; output < results.Length; output++)
        {
            var tableau = new double[steps];
            var (best, error) = (double.NaN, double.PositiveInfinity);
            for (var k = 0; k < steps; k++)
            {
                var h = Math.ScaleB(FirstStep, -k);
                var before = (double[])tableau.Clone();
                tableau[0] = order == 1
                    ? (plus[k][output] - minus[k][output]) / (2 * h)
                    : (plus[k][output] - (2 * middle[output]) + minus[k][output]) / (h * h);
                for (var (m, factor) = (1, 4.0); m <= k; m++, factor *= 4)
                {
                    tableau[m] = ((factor * tableau[m - 1]) - before[m - 1]) / (factor - 1);
                    var spread = Math.Max(Math.Abs(tableau[m] - tableau[m - 1]), Math.Abs(tableau[m] - before[m - 1]));
                    if (!(spread <= error)) continue;
                    (best, error) = (tableau[m], spread);
                }
            }

            // What rounding of the values makes of the difference.
            var size = Math.Max(Math.Abs(plus[^1][output]), Math.Abs(minus[^1][output]));
            var smallest = Math.ScaleB(FirstStep, 1 - steps);
            results[output] = (best, error + (size * 1e-15 / (order == 1 ? smallest : smallest * smallest)));
        }

        return results;
    }
}
