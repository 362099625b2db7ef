namespace Calculus.Explanations;

/// <summary>The steps of discussing a curve.</summary>
internal static class CurveRules
{
    private const string Cubic = "x^3 - 3x";

    public static Rule Stationary { get; } = new(
        "stationary-point", "Set the derivative to 0", "Where the curve is level, its derivative is 0.", @"f'\left(x\right) = 0", Cubic, Explained.Curve);

    public static Rule Sign { get; } = new(
        "sign-of-derivative", "The sign of the derivative", "Between two neighbouring zeros and breaks the derivative keeps its sign, so one value tells it: positive where the function rises, negative where it falls.",
        @"f' > 0 \Rightarrow f \text{ rises}", Cubic, Explained.Curve);

    public static Rule Second { get; } = new(
        "second-derivative-test", "The second derivative test", "Where the curve is level and bends up there is a minimum, where it bends down a maximum.",
        @"f'\left(x\right) = 0,\ f''\left(x\right) > 0 \Rightarrow \text{minimum}", Cubic, Explained.Curve);

    public static Rule Inflection { get; } = new(
        "inflection-point", "Set the second derivative to 0", "Where the second derivative changes its sign, the curve changes its bend.", @"f''\left(x\right) = 0", Cubic, Explained.Curve);

    public static IReadOnlyList<Rule> All { get; } = [Stationary, Sign, Second, Inflection];
}
