using Calculus;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;

namespace Benchmarks.Tasks;

/// <summary>Functions that are measured, as people would write them.</summary>
internal static class Definitions
{
    /// <summary>Of two numbers.</summary>
    public static IReadOnlyList<(string Name, string Text)> OfTwo { get; } =
    [
        ("rosenbrock", "f(x, y) = (1 - x)^2 + 100*(y - x^2)^2"),
        ("himmelblau", "f(x, y) = (x^2 + y - 11)^2 + (x + y^2 - 7)^2"),
        ("mixed", "f(x, y) = sin(x)*exp(-y^2) + log(1 + x^2 + y^2)"),
        ("tanh-net", "f(x, y) = tanh(tanh(x + 2y) + tanh(3x - y))"),
    ];

    /// <summary>Of a vector, with its length.</summary>
    public static IReadOnlyList<(string Name, string Text, int Length)> OfVector { get; } =
    [
        ("rosenbrock-100", "f(x) = sum((1 - x[1:99]).^2 + 100*(x[2:100] - x[1:99].^2).^2)", 100),
        ("rastrigin-100", "f(x) = 1000 + sum(x.^2 - 10*cos(2*pi*x))", 100),
        ("ackley-10", "f(x) = -20*exp(-0.2*sqrt(mean(x.^2))) - exp(mean(cos(2*pi*x))) + 20 + e", 10),
        ("ackley-100", "f(x) = -20*exp(-0.2*sqrt(mean(x.^2))) - exp(mean(cos(2*pi*x))) + 20 + e", 100),
    ];

    /// <summary>Thirty functions of one number: polynomials, compositions, quotients, powers, nests of five, and what deep learning is made of.</summary>
    public static IReadOnlyList<string> OfOne { get; } =
    [
        "x^2", "3x^4 - 5x^3 + 2x - 7", "(x + 1)^5", "(x^2 + 1)*(x^3 - 2)", "x^7/7 - x^5/5 + x^3/3 - x",
        "sin(x^2)", "exp(-x^2/2)", "log(1 + x^2)", "sqrt(1 + x^2)", "cos(3x + 1)^3",
        "(x^2 - 1)/(x^2 + 1)", "sin(x)/x", "x/(1 + exp(-x))", "1/(1 + x + x^2)", "(2x + 1)/(3x - 4)^2",
        "x^x", "2^x*x^2", "x^(sin(x))", "(1 + 1/x)^x", "log(x)^2/x",
        "sin(cos(sin(cos(sin(x)))))", "exp(sin(log(1 + sqrt(1 + x^2))))", "tanh(tanh(tanh(tanh(tanh(x)))))", "sqrt(1 + sqrt(1 + sqrt(1 + sqrt(1 + x^2))))", "atan(exp(-log(1 + cos(x)^2)))",
        "1/(1 + exp(-x))", "log(1 + exp(-x))", "-(3*log(1/(1 + exp(-x))) + 2*log(1 - 1/(1 + exp(-x))))", "x*(1 + tanh(0.7978845608*(x + 0.044715*x^3)))/2", "tanh(x)*exp(-x^2) + relu(x)",
    ];

    /// <summary>Limits that a loop of measurements does not meet.</summary>
    public static Limits Plenty { get; } = new() { Operations = long.MaxValue };

    /// <summary>A study of a definition, read anew.</summary>
    public static Study Study(string text) => Calculus.Study.Of(text, BindingContext.Empty, new Budget(Plenty));

    /// <summary>A study of a function of the vector x.</summary>
    public static Study Study(string text, int length) => Calculus.Study.Of(
        text, BindingContext.Empty with { Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { ["x"] = new Shape(length) } }, new Budget(Plenty));

    /// <summary>The coordinates at which everybody computes: 0.3, 0.3 + 1/97, … within 1 of each other.</summary>
    public static double[] Point(int length) => [.. Enumerable.Range(0, length).Select(static k => 0.3 + (k * 31 % 97 / 97.0))];
}
