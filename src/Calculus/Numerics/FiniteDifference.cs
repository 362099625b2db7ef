using System.Numerics;

namespace Calculus.Numerics;

/// <summary>
/// The slope of f at x from values of f alone, each formula evaluated in the order in which textbooks print it.
/// Nothing is checked: where f is not finite, neither is the slope.
/// </summary>
internal static class FiniteDifference
{
    /// <summary>(f(x+h) − f(x)) / h. Truncation error −h f″/2. Burden and Faires, Numerical Analysis, section 4.1.</summary>
    public static double Forward(Func<double, double> f, double x, double h) => (f(x + h) - f(x)) / h;

    /// <summary>(f(x) − f(x−h)) / h. Truncation error +h f″/2. Burden and Faires, section 4.1.</summary>
    public static double Backward(Func<double, double> f, double x, double h) => (f(x) - f(x - h)) / h;

    /// <summary>
    /// (f(x+h) − f(x−h)) / 2h, the mean of the slope to the right and the slope to the left. Truncation error −h² f‴/6.
    /// Burden and Faires, section 4.1, the three-point midpoint formula.
    /// </summary>
    public static double Central(Func<double, double> f, double x, double h) => (f(x + h) - f(x - h)) / (2 * h);

    /// <summary>
    /// (f(x−2h) − 8 f(x−h) + 8 f(x+h) − f(x+2h)) / 12h. Truncation error +h⁴ f⁽⁵⁾/30.
    /// Burden and Faires, section 4.1, the five-point midpoint formula.
    /// </summary>
    public static double FivePoint(Func<double, double> f, double x, double h) =>
        (f(x - (2 * h)) - (8 * f(x - h)) + (8 * f(x + h)) - f(x + (2 * h))) / (12 * h);

    /// <summary>
    /// Central differences at h, h/2 and h/4, extrapolated twice to h = 0: what is left is of the order h⁶.
    /// Richardson, Phil. Trans. A 210 (1911); Burden and Faires, section 4.2.
    /// </summary>
    /// <returns>The slope, and the larger of the changes that the last extrapolation made: Ridders' error estimate.</returns>
    public static (double Value, double ErrorEstimate) Richardson(Func<double, double> f, double x, double h)
    {
        var whole = Central(f, x, h);
        var half = Central(f, x, h / 2);
        var quarter = Central(f, x, h / 4);

        var coarse = ((4 * half) - whole) / 3;
        var fine = ((4 * quarter) - half) / 3;
        var value = ((16 * fine) - coarse) / 15;
        return (value, Math.Max(Math.Abs(value - fine), Math.Abs(value - coarse)));
    }

    /// <summary>
    /// Im f(x + ih) / h. Truncation error +h² f‴/6; nothing is subtracted, so h can be arbitrarily small. Squire and
    /// Trapp, "Using complex variables to estimate derivatives of real functions", SIAM Review 40 (1998); Martins, Sturdza
    /// and Alonso, "The complex-step derivative approximation", ACM TOMS 29 (2003).
    /// </summary>
    public static double ComplexStep(Func<Complex, Complex> f, double x, double h) => f(new Complex(x, h)).Imaginary / h;
}
