using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>A limit that every textbook proves once (by comparing areas in the unit circle, or from the series) and then uses.</summary>
/// <param name="Rule">The rule that names it.</param>
/// <param name="Quotient">The quotient, for a step.</param>
/// <param name="Value">Its limit.</param>
internal sealed record NamedLimit(Rule Rule, Func<SyntaxFactory, SyntaxNode, SyntaxNode> Quotient, long Value)
{
    public static NamedLimit Sine { get; } = new(
        new Rule("limit-of-sine", "sin(h)/h goes to 1", "A small arc is nearly as long as its chord.", @"\lim_{h \to 0} \frac{\sin h}{h} = 1", "sin(x)", Explained.Limit),
        static (make, h) => make.Divide(make.Call("sin", h), h), 1);

    public static NamedLimit Cosine { get; } = new(
        new Rule("limit-of-cosine", "(cos(h) - 1)/h goes to 0", "The cosine is level at 0.", @"\lim_{h \to 0} \frac{\cos h - 1}{h} = 0", "cos(x)", Explained.Limit),
        static (make, h) => make.Divide(make.Subtract(make.Call("cos", h), make.Number(1)), h), 0);

    public static NamedLimit HyperbolicSine { get; } = new(
        new Rule("limit-of-hyperbolic-sine", "sinh(h)/h goes to 1", "Half of (exp(h) - 1)/h plus half of (exp(-h) - 1)/(-h), and both go to 1.", @"\lim_{h \to 0} \frac{\sinh h}{h} = 1", "sinh(x)", Explained.Limit),
        static (make, h) => make.Divide(make.Call("sinh", h), h), 1);

    public static NamedLimit HyperbolicCosine { get; } = new(
        new Rule("limit-of-hyperbolic-cosine", "(cosh(h) - 1)/h goes to 0", "Half of (exp(h) - 1)/h minus half of (exp(-h) - 1)/(-h), and both go to 1.", @"\lim_{h \to 0} \frac{\cosh h - 1}{h} = 0", "cosh(x)", Explained.Limit),
        static (make, h) => make.Divide(make.Subtract(make.Call("cosh", h), make.Number(1)), h), 0);

    public static NamedLimit Exponential { get; } = new(
        new Rule("limit-of-exponential", "(exp(h) - 1)/h goes to 1", "This is what sets Euler's number apart from other bases.", @"\lim_{h \to 0} \frac{e^{h} - 1}{h} = 1", "exp(x)", Explained.Limit),
        static (make, h) => make.Divide(make.Subtract(make.Call("exp", h), make.Number(1)), h), 1);

    public static NamedLimit Logarithm { get; } = new(
        new Rule("limit-of-logarithm", "log(1 + h)/h goes to 1", "The logarithm has the slope 1 at 1, as the inverse of the exponential function.", @"\lim_{h \to 0} \frac{\ln\left(1 + h\right)}{h} = 1", "log(x)", Explained.Limit),
        static (make, h) => make.Divide(make.Call("log", make.Add(make.Number(1), h)), h), 1);

    /// <summary>The rules of all of them.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
        [Sine.Rule, Cosine.Rule, HyperbolicSine.Rule, HyperbolicCosine.Rule, Exponential.Rule, Logarithm.Rule];
}
