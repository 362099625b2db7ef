using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Tests.Functions;

/// <summary>Each function of the catalogue as a function of one variable x.</summary>
internal static class Slices
{
    // The other arguments of functions of several.
    private static readonly Dictionary<string, string[]> OfSeveral = new(StringComparer.Ordinal)
    {
        ["root"] = ["root(x, 5)", "root(x, 4)", "root(x, -3)"],
        ["log"] = ["log(x)", "log(x, 3)"],
        ["atan2"] = ["atan2(x, 2)", "atan2(1.5, x)", "atan2(-2, x)"],
        ["mod"] = ["mod(x, 2)", "mod(x, -0.7)", "mod(5, x)"],
        ["min"] = ["min(x, 0.6, 2)"],
        ["max"] = ["max(x, -0.4, 1)"],
        ["clip"] = ["clip(x, -1, 1)", "clip(0.5, x, 2)", "clip(0.5, -1, x)", "clip(x, 1, -1)"],
        ["hypot"] = ["hypot(x, 2)", "hypot(-1, x)"],
        ["polygamma"] = ["polygamma(0, x)", "polygamma(1, x)", "polygamma(3, x)", "polygamma(8, x)"],
        ["leaky_relu"] = ["leaky_relu(x)", "leaky_relu(x, 0.25)", "leaky_relu(-1.3, x)"],
        ["elu"] = ["elu(x)", "elu(x, 0.5)", "elu(-1.3, x)"],
        ["if"] = ["if(x > 0.2, x^2, -x)"],
        ["piecewise"] = ["piecewise(x < -1, x^2, x < 1, sin(x), exp(-x))"],
    };

    /// <summary>Points of both signs and many sizes, none of them a kink or a pole.</summary>
    public static readonly double[] Points =
    [
        -7.3, -4.6, -2.71, -1.83, -1.13, -0.93, -0.67, -0.31, -0.05, -0.003, 0.003, 0.07, 0.23, 0.41, 0.71, 0.89, 1.07, 1.42, 2.21, 3.33, 5.7, 9.1,
    ];

    /// <summary>Every function with each of its slices.</summary>
    public static IEnumerable<(Function Function, string Text)> All =>
        Catalogue.All.SelectMany(static function => OfSeveral.TryGetValue(function.Name, out var texts)
            ? texts.Select(text => (function, text))
            : [(function, $"{function.Name}(x)")]);

    /// <summary>Whether the function's domain, range and kinks apply to this slice: the other arguments have their defaults.</summary>
    public static bool IsPlain(Function function, string text) => function.MinimumArity == 1 && text.EndsWith("(x)", StringComparison.Ordinal);
}
