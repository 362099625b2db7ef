namespace Calculus.Explanations.FirstPrinciples;

/// <summary>The rules by which a derivative is worked out as the limit of a difference quotient.</summary>
internal static class LimitRules
{
    public static Rule Definition { get; } = Of(
        "definition-of-derivative", "Definition of the derivative", "The derivative is the limit of the difference quotient as the step goes to 0.",
        @"f'\left(x\right) = \lim_{h \to 0} \frac{f\left(x + h\right) - f\left(x\right)}{h}", "x^2 + sin(x)");

    public static Rule Shift { get; } = Of(
        "shifted-value", "The function one step further", "The variable is replaced by the variable plus a step.", @"f\left(x + h\right)", "x^2");

    public static Rule Quotient { get; } = Of(
        "difference-quotient", "Difference quotient", "Rise over run: the slope of the line through the points at x and at x + h.",
        @"\frac{f\left(x + h\right) - f\left(x\right)}{h}", "x^2");

    public static Rule Expand { get; } = Of(
        "expand", "Multiply out", "Products and powers of sums are multiplied out.",
        @"\left(x + h\right)^{n} = \sum_{k=0}^{n} \binom{n}{k} x^{n-k} h^{k}", "x^3");

    public static Rule Cancel { get; } = Of(
        "cancel-terms", "Cancel", "What is added and subtracted cancels; the rest has the step as a factor.", null, "x^2");

    public static Rule Divide { get; } = Of(
        "divide-by-step", "Divide by the step", "The step is not 0 yet, so it can be divided out.", @"\frac{h \, q}{h} = q", "x^2");

    public static Rule Vanish { get; } = Of(
        "step-to-zero", "Let the step go to 0", "Nothing is divided by the step any more: the limit is the value at step 0.", @"\lim_{h \to 0} q\left(h\right) = q\left(0\right)", "x^2");

    public static Rule CommonDenominator { get; } = Of(
        "common-denominator", "Common denominator", "Both fractions are brought to one denominator.", @"\frac{a}{b} - \frac{c}{d} = \frac{a d - c b}{b d}", "1/x");

    public static Rule Conjugate { get; } = Of(
        "conjugate", "Multiply by the conjugate", "Numerator and denominator are multiplied by the sum of the two terms, so that the numerator becomes a difference of squares.",
        @"a - b = \frac{a^{2} - b^{2}}{a + b}", "sqrt(x)");

    public static Rule PowerDifference { get; } = Of(
        "difference-of-powers", "Difference of powers", "A difference of equal powers has the difference of the bases as a factor.",
        @"a^{n} - b^{n} = \left(a - b\right) \sum_{k=0}^{n-1} a^{n-1-k} b^{k}", "cbrt(x)");

    public static Rule Addition { get; } = Of(
        "addition-theorem", "Addition theorem", "The value at a sum is written in terms of the values at its terms.",
        @"\sin\left(x + h\right) = \sin x \cos h + \cos x \sin h", "sin(x)");

    public static Rule Laws { get; } = Of(
        "power-laws", "Laws of powers and logarithms", "Powers and logarithms of sums, products and quotients are taken apart.",
        @"a^{x + h} = a^{x} a^{h}, \quad \ln a - \ln b = \ln \frac{a}{b}", "exp(x)");

    public static Rule Separate { get; } = Of(
        "separate-factors", "Take out what is constant", "Whatever does not contain the step is taken out of the quotient.", null, "exp(x)");

    public static Rule StandardLimits { get; } = Of(
        "standard-limits", "Put the standard limits in", "Quotients of the step alone are replaced by their known limits.", null, "sin(x)");

    public static Rule SumOfLimits { get; } = Of(
        "limit-of-a-sum", "Term by term", "The limit of a sum is the sum of the limits.", @"\lim \left(p + q\right) = \lim p + \lim q", "x^2 + sin(x)");

    public static Rule Multiple { get; } = Of(
        "constant-out-of-limit", "Constant factor in front", "A factor that does not change with the variable comes out of the difference quotient.",
        @"\lim \left(c \, q\right) = c \lim q", "3*sin(x)");

    public static Rule Constant { get; } = Of(
        "no-change", "No change", "What does not change has the difference 0, whatever the step.", @"\frac{c - c}{h} = 0", "f(x) = 5");

    public static Rule AddAndSubtract { get; } = Of(
        "add-and-subtract", "Add and subtract the same", "A term is added and subtracted, so that only one part changes in each difference.",
        @"a b - c d = a \left(b - d\right) + \left(a - c\right) d", "x*sin(x)");

    public static Rule ProductOfLimits { get; } = Of(
        "limits-of-the-parts", "Limits of the parts",
        "Sums, products and quotients of limits are taken part by part. A function that has a derivative is continuous: its value at x + h goes to its value at x.",
        @"\lim \left(p \, q\right) = \lim p \cdot \lim q", "x*sin(x)");

    public static Rule InnerDifference { get; } = Of(
        "inner-difference", "Multiply and divide by the inner difference",
        "The quotient is multiplied and divided by the change of the inner function. Where the inner function does not change, the first factor stands for its limit.",
        @"\frac{F\left(u + k\right) - F\left(u\right)}{h} = \frac{F\left(u + k\right) - F\left(u\right)}{k} \cdot \frac{k}{h}", "sin(x^2)");

    public static Rule Inverse { get; } = Of(
        "inverse-difference", "Use the inverse function", "The step is written as the change of the inverse function, whose difference quotient is known.",
        @"\frac{y_1 - y_0}{x_1 - x_0} = 1 \Big/ \frac{x_1 - x_0}{y_1 - y_0}", "asin(x)");

    public static Rule ByDefinition { get; } = Of(
        "by-definition", "By definition", "The function is written in terms of simpler ones.", null, "sigmoid(x)");

    public static Rule Branches { get; } = Of(
        "limit-by-branch", "Branch by branch", "A small enough step stays within a branch, so each branch has its own limit.", null, "if(x > 0, x^2, -x)");

    public static Rule Known { get; } = Of(
        "known-limit", "Known derivative", "The limit is not worked out here; the derivative is taken as known.", null, "x + erf(x)");

    public static IReadOnlyList<Rule> All { get; } =
    [
        Shift, Quotient, Definition, Expand, Cancel, Divide, Vanish, CommonDenominator, Conjugate, PowerDifference, Addition, Laws, Separate, StandardLimits,
        SumOfLimits, Multiple, Constant, AddAndSubtract, ProductOfLimits, InnerDifference, Inverse, ByDefinition, Branches, Known, .. NamedLimit.Rules,
    ];

    private static Rule Of(string id, string title, string sentence, string? latex, string example) => new(id, title, sentence, latex, example, Explained.Limit);
}
