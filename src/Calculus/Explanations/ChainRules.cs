namespace Calculus.Explanations;

/// <summary>The steps of a walk along a composition, from the inside out.</summary>
internal static class ChainRules
{
    private const string Composition = "h(b) = b^3; g(x) = x^2; f(x) = h(g(x))";

    public static Rule Inside { get; } = new(
        "inner-function", "Derivative of the inner function", "The innermost function is differentiated by the variable.", @"\frac{dg}{dx}", Composition, Explained.ChainRule);

    public static Rule Outside { get; } = new(
        "outer-function", "Derivative of an outer function", "A letter stands for the inner function, and the outer function is differentiated by that letter.", @"\frac{dh}{db}", Composition, Explained.ChainRule);

    public static Rule PutBack { get; } = new(
        "put-inside-back", "Put the inner function back", "The letter is replaced by the inner function again.", @"h'\left(g\left(x\right)\right)", Composition, Explained.ChainRule);

    public static Rule Multiply { get; } = new(
        "multiply-stages", "Multiply along the chain", "The derivatives of all stages are multiplied; where several paths lead to the variable, their products are added.",
        @"\frac{df}{dx} = \frac{dh}{dg} \frac{dg}{dx}", Composition, Explained.ChainRule);

    public static IReadOnlyList<Rule> All { get; } = [Inside, Outside, PutBack, Multiply];
}
