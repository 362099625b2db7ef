namespace Calculus.Numerics;

/// <summary>A way to take a slope from values of a function, as a row of a table.</summary>
/// <param name="Name">The name in a request, such as <c>five_point</c>.</param>
/// <param name="Formula">The formula in LaTeX.</param>
/// <param name="Order">The power of h with which the truncation error falls.</param>
/// <param name="RoundingGain">The sum of the absolute weights of the values, times h: how strongly their rounding counts.</param>
/// <param name="Estimate">The slope of f at x with step h.</param>
public sealed record DifferenceMethod(
    string Name, string Formula, int Order, double RoundingGain, Func<Func<double, double>, double, double, double> Estimate)
{
    /// <summary>The slope to the right.</summary>
    public static DifferenceMethod Forward { get; } =
        new("forward", @"\frac{f(x+h)-f(x)}{h}", 1, 2, FiniteDifference.Forward);

    /// <summary>The slope to the left.</summary>
    public static DifferenceMethod Backward { get; } =
        new("backward", @"\frac{f(x)-f(x-h)}{h}", 1, 2, FiniteDifference.Backward);

    /// <summary>The mean of the two nearest slopes.</summary>
    public static DifferenceMethod Central { get; } =
        new("central", @"\frac{f(x+h)-f(x-h)}{2h}", 2, 1, FiniteDifference.Central);

    /// <summary>Two values on each side.</summary>
    public static DifferenceMethod FivePoint { get; } =
        new("five_point", @"\frac{f(x-2h)-8f(x-h)+8f(x+h)-f(x+2h)}{12h}", 4, 1.5, FiniteDifference.FivePoint);

    /// <summary>Central differences extrapolated twice; its weights are ±(1, −40, 256)/90h.</summary>
    public static DifferenceMethod Richardson { get; } =
        new("richardson", @"\tfrac{1}{45}\left(D_{h}-20D_{h/2}+64D_{h/4}\right),\ D_{h}=\frac{f(x+h)-f(x-h)}{2h}", 6, 6.6,
            static (f, x, h) => FiniteDifference.Richardson(f, x, h).Value);

    /// <summary>Every method, the simplest first.</summary>
    public static IReadOnlyList<DifferenceMethod> All { get; } = [Forward, Backward, Central, FivePoint, Richardson];
}
