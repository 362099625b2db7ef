namespace Calculus.Explanations;

/// <summary>The rules of differentiation that hold for any functions, and the steps between them.</summary>
internal static class DerivativeRules
{
    public static Rule Constant { get; } = new(
        "constant-rule", "Constant rule", "What does not change with the variable has the derivative 0.", @"\frac{d}{dx} c = 0", "x + 3");

    public static Rule Variable { get; } = new(
        "identity-rule", "The variable itself", "The derivative of a variable by itself is 1.", @"\frac{d}{dx} x = 1", "x + 3");

    public static Rule ConstantMultiple { get; } = new(
        "constant-multiple-rule", "Constant multiple rule", "A constant factor stays in front; the rest is differentiated.",
        @"\frac{d}{dx} \left(c \, u\right) = c \, \frac{du}{dx}", "3*sin(x)");

    public static Rule Sum { get; } = new(
        "sum-rule", "Sum rule", "A sum is differentiated term by term.", @"\frac{d}{dx} \left(u + v\right) = \frac{du}{dx} + \frac{dv}{dx}", "x^2 + sin(x)");

    public static Rule Product { get; } = new(
        "product-rule", "Product rule", "Each factor is differentiated in turn while the others stay, and the results are added.",
        @"\frac{d}{dx} \left(u v\right) = \frac{du}{dx} v + u \frac{dv}{dx}", "x^2*sin(x)");

    public static Rule Quotient { get; } = new(
        "quotient-rule", "Quotient rule", "Derivative of the top times the bottom, minus the top times the derivative of the bottom, over the bottom squared.",
        @"\frac{d}{dx} \frac{u}{v} = \frac{u' v - u v'}{v^{2}}", "sin(x)/x");

    public static Rule Reciprocal { get; } = new(
        "reciprocal-rule", "Reciprocal rule", "A constant over a function: minus the constant times the function's derivative, over the function squared.",
        @"\frac{d}{dx} \frac{c}{v} = -\frac{c \, v'}{v^{2}}", "1/(1 + x^2)");

    public static Rule Power { get; } = new(
        "power-rule", "Power rule", "The exponent comes down as a factor and is lowered by one.", @"\frac{d}{dx} x^{n} = n x^{n - 1}", "x^3");

    public static Rule Exponential { get; } = new(
        "exponential-rule", "Exponential rule", "A constant raised to a changing exponent: the power itself, times the logarithm of its base, times the derivative of the exponent.",
        @"\frac{d}{dx} a^{u} = a^{u} \ln\left(a\right) \frac{du}{dx}", "2^x");

    public static Rule GeneralPower { get; } = new(
        "logarithmic-differentiation", "Logarithmic differentiation",
        "Base and exponent both change: with u^v = e^(v log u), the power stays and is multiplied by the derivative of v log u.",
        @"\frac{d}{dx} u^{v} = u^{v} \left(v' \ln\left(u\right) + \frac{v u'}{u}\right)", "x^x");

    public static Rule Chain { get; } = new(
        "chain-rule", "Chain rule", "The derivative of the outer function at the inner one, times the derivative of the inner function.",
        @"\frac{d}{dx} h\left(g\left(x\right)\right) = h'\left(g\left(x\right)\right) g'\left(x\right)", "sin(x^2)");

    public static Rule ManyChains { get; } = new(
        "multivariable-chain-rule", "Chain rule for several arguments",
        "For each argument: the slope of the outer function along it, times the derivative of the argument; the contributions are added.",
        @"\frac{d}{dx} h\left(u, v\right) = \frac{\partial h}{\partial u} \frac{du}{dx} + \frac{\partial h}{\partial v} \frac{dv}{dx}", "atan2(x, x^2 + 1)");

    public static Rule Piecewise { get; } = new(
        "piecewise-rule", "Branch by branch", "Each branch is differentiated where it holds; the conditions stay.",
        @"\frac{d}{dx} \begin{cases} u & \text{if } c \\ v & \text{otherwise} \end{cases} = \begin{cases} u' & \text{if } c \\ v' & \text{otherwise} \end{cases}",
        "if(x > 0, x^2, -x)");

    public static Rule WriteOut { get; } = new(
        "write-out", "Write the definitions out", "Names are replaced by the parts that the definition gives them.", null, "h(b) = b^3; g(x) = x^2; f(x) = h(g(x))");

    public static Rule InnerDerivative { get; } = new(
        "inner-derivative", "A derivative inside the definition", "A derivative that the definition itself contains is worked out first.", null, "g(x) = x^3; f(x) = g'(x)");

    public static Rule Insert { get; } = new(
        "insert-derivatives", "Put the parts together", "The derivatives of the parts are put in their places.", null, "x^2*sin(x)");

    public static Rule Simplify { get; } = new(
        "simplify", "Simplify", "The same formula, in a shorter form.", null, "(x^2)^3");

    public static Rule Again { get; } = new(
        "as-before", "As before", "This derivative was found above.", null, "sin(2x)*exp(sin(2x))");

    public static Rule NextOrder { get; } = new(
        "differentiate-again", "Differentiate again", "The next derivative is the derivative of the one just found.", @"f^{(n+1)} = \frac{d}{dx} f^{(n)}", "x^3");

    public static IReadOnlyList<Rule> All { get; } =
    [
        Constant, Variable, ConstantMultiple, Sum, Product, Quotient, Reciprocal, Power, Exponential, GeneralPower, Chain, ManyChains, Piecewise,
        WriteOut, InnerDerivative, Insert, Simplify, Again, NextOrder,
    ];
}
