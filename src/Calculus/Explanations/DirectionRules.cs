namespace Calculus.Explanations;

/// <summary>The steps of a derivative along a direction.</summary>
internal static class DirectionRules
{
    private const string Parabola = "f(x, z) = 2z^3 x^2";

    public static Rule AtPoint { get; } = new(
        "partial-at-point", "Insert the point", "The coordinates of the point are put in place of the variables.", null, Parabola, Explained.Direction);

    public static Rule Length { get; } = new(
        "length", "Length of the direction", "The length is the root of the sum of the squares of the entries.", @"\left\| d \right\| = \sqrt{d_1^{2} + d_2^{2} + \cdots}", Parabola, Explained.Direction);

    public static Rule Unit { get; } = new(
        "unit-direction", "Unit direction", "Each entry is divided by the length, so that only the direction is left.", @"u = \frac{d}{\left\| d \right\|}", Parabola, Explained.Direction);

    public static Rule Dot { get; } = new(
        "dot-product", "Dot product", "The slope along the unit direction: each partial derivative times its entry, added up.",
        @"\nabla f \cdot u = \frac{\partial f}{\partial x} u_1 + \frac{\partial f}{\partial y} u_2 + \cdots", Parabola, Explained.Direction);

    public static Rule Along { get; } = new(
        "along-direction", "Along the direction as given", "At every point the derivative along the direction is the gradient times the direction as given.",
        @"\nabla f \cdot d = \frac{\partial f}{\partial x} d_1 + \frac{\partial f}{\partial y} d_2 + \cdots", Parabola, Explained.Direction);

    public static IReadOnlyList<Rule> All { get; } = [AtPoint, Length, Unit, Dot, Along];
}
