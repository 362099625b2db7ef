namespace Calculus.Explanations;

/// <summary>The steps of a partial derivative by freezing the other variables.</summary>
internal static class FreezingRules
{
    private const string Parabola = "f(x, z) = 2z^3 x^2";

    public static Rule Partial { get; } = new(
        "partial-derivative", "Partial derivative", "One variable moves while all others are held still.",
        @"\frac{\partial f}{\partial x} = \lim_{h \to 0} \frac{f\left(x + h, z\right) - f\left(x, z\right)}{h}", Parabola, Explained.Gradient);

    public static Rule Freeze { get; } = new(
        "freeze", "Hold the others still", "Whatever does not change with the variable is replaced by a letter that stands for a constant.", null, Parabola, Explained.Gradient);

    public static Rule Unfreeze { get; } = new(
        "unfreeze", "Put back", "The letters are replaced by what they stand for.", null, Parabola, Explained.Gradient);

    public static IReadOnlyList<Rule> All { get; } = [Partial, Freeze, Unfreeze];
}
