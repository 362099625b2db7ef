namespace Calculus.Explanations;

/// <summary>The steps of implicit differentiation.</summary>
internal static class ImplicitRules
{
    private const string Circle = "x^2 + y^2 = 25";

    public static Rule Total { get; } = new(
        "total-derivative", "Differentiate both sides", "Along the curve both sides stay equal, so their difference F does not change; y moves with x and contributes by the chain rule.",
        @"0 = \frac{\partial F}{\partial x} + \frac{\partial F}{\partial y} \frac{dy}{dx}", Circle, Explained.Implicit);

    public static Rule Solve { get; } = new(
        "solve-for-slope", "Solve for the slope", "The equation is linear in the slope: the rest goes to the other side and is divided by the factor of the slope.",
        @"\frac{dy}{dx} = -\frac{\partial F / \partial x}{\partial F / \partial y}", Circle, Explained.Implicit);

    public static Rule Along { get; } = new(
        "along-the-curve", "Differentiate along the curve", "The slope depends on both variables, and y moves with x: both contribute.",
        @"\frac{d}{dx} G\left(x, y\right) = \frac{\partial G}{\partial x} + \frac{\partial G}{\partial y} \frac{dy}{dx}", Circle, Explained.Implicit);

    public static IReadOnlyList<Rule> All { get; } = [Total, Solve, Along];
}
