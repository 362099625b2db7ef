namespace Calculus.Explanations;

/// <summary>The steps of a slope between two points.</summary>
internal static class SlopeRules
{
    private const string Parabola = "x^2 + 3";

    public static Rule Output { get; } = new(
        "output", "Find the output", "The input is put in place of the variable.", @"y = f\left(x\right)", Parabola, Explained.Slope);

    public static Rule Rise { get; } = new(
        "rise", "Rise", "The rise is the second output minus the first.", @"\Delta y = y_2 - y_1", Parabola, Explained.Slope);

    public static Rule Run { get; } = new(
        "run", "Run", "The run is the second input minus the first.", @"\Delta x = x_2 - x_1", Parabola, Explained.Slope);

    public static Rule Slope { get; } = new(
        "rise-over-run", "Rise over run", "The slope is the rise divided by the run.", @"m = \frac{\Delta y}{\Delta x}", Parabola, Explained.Slope);

    public static Rule Line { get; } = new(
        "point-slope-form", "The line through the points", "The line starts at the first point and rises by the slope for each unit of run.", @"y = m \left(x - x_1\right) + y_1", Parabola, Explained.Slope);

    public static IReadOnlyList<Rule> All { get; } = [Output, Rise, Run, Slope, Line];
}
