namespace Calculus.Numerics;

/// <summary>A way to take a slope from values of a function, as a row of a table.</summary>
/// <param name="Name">The name in a request, such as <c>five_point</c>.</param>
/// <param name="Formula">The formula in LaTeX.</param>
/// <param name="Order">The power of h with which the truncation error falls.</param>
/// <param name="RoundingGain">
/// The sum of the absolute weights of the values, times h: how strongly their rounding counts; 0 where no values are
/// subtracted, so that rounding does not grow as h shrinks.
/// </param>
/// <param name="Estimate">The slope of f at x with step h.</param>
internal sealed record DifferenceMethod(
    string Name, string Formula, int Order, double RoundingGain, Func<AnalyticFunction, double, double, double> Estimate)
{
    /// <summary>The slope to the right.</summary>
    public static DifferenceMethod Forward { get; } =
        new("forward", @"\frac{f(x+h)-f(x)}{h}", 1, 2,
            static (f, x, h) => FiniteDifference.Forward(f.Value, x, h));

    /// <summary>The slope to the left.</summary>
    public static DifferenceMethod Backward { get; } =
        new("backward", @"\frac{f(x)-f(x-h)}{h}", 1, 2,
            static (f, x, h) => FiniteDifference.Backward(f.Value, x, h));

    /// <summary>The mean of the two nearest slopes.</summary>
    public static DifferenceMethod Central { get; } =
        new("central", @"\frac{f(x+h)-f(x-h)}{2h}", 2, 1,
            static (f, x, h) => FiniteDifference.Central(f.Value, x, h));

    /// <summary>Two values on each side.</summary>
    public static DifferenceMethod FivePoint { get; } =
        new("five_point", @"\frac{f(x-2h)-8f(x-h)+8f(x+h)-f(x+2h)}{12h}", 4, 1.5,
            static (f, x, h) => FiniteDifference.FivePoint(f.Value, x, h));

    /// <summary>Central differences extrapolated twice; its weights are ±(1, −40, 256)/90h.</summary>
    public static DifferenceMethod Richardson { get; } =
        new("richardson", @"\tfrac{1}{45}\left(D_{h}-20D_{h/2}+64D_{h/4}\right),\ D_{h}=\frac{f(x+h)-f(x-h)}{2h}", 6, 6.6,
            static (f, x, h) => FiniteDifference.Richardson(f.Value, x, h).Value);

    /// <summary>A step off the real axis.</summary>
    public static DifferenceMethod ComplexStep { get; } =
        new("complex_step", @"\frac{\operatorname{Im} f(x+ih)}{h}", 2, 0, static (f, x, h) => FiniteDifference.ComplexStep(f.Continuation, x, h));

    /// <summary>Every method, the simplest first.</summary>
    public static IReadOnlyList<DifferenceMethod> All { get; } = [Forward, Backward, Central, FivePoint, Richardson, ComplexStep];
}
