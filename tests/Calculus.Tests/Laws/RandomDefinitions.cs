using System.Globalization;

namespace Calculus.Tests.Laws;

/// <summary>Random definitions in two variables, the same for the same seed.</summary>
internal static class RandomDefinitions
{
    private static readonly string[] Unary =
    [
        "sin", "cos", "tan", "exp", "log", "sqrt", "cbrt", "asin", "acos", "atan", "sinh", "cosh", "tanh", "abs", "sigmoid", "relu", "softplus", "log2", "log10",
    ];

    public static IEnumerable<string> Make(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++) yield return Expression(random, random.Next(2, 5));
    }

    // Depth is a small constant here, so that recursion is safe.
    private static string Expression(Random random, int depth)
    {
        if (depth == 0) return Leaf(random);
        var a = Expression(random, depth - 1);
        return random.Next(12) switch
        {
            0 or 1 => $"({a} + {Expression(random, depth - 1)})",
            2 => $"({a} - {Expression(random, depth - 1)})",
            3 or 4 => $"{a}*{Expression(random, depth - 1)}",
            5 => $"({a})/({Expression(random, depth - 1)})",
            6 => $"({a})^{random.Next(2, 4)}",
            7 => $"max({a}, {Expression(random, depth - 1)})",
            8 => $"if({a} > {Leaf(random)}, {Expression(random, depth - 1)}, {Leaf(random)})",
            _ => $"{Unary[random.Next(Unary.Length)]}({a})",
        };
    }

    private static string Leaf(Random random) => random.Next(5) switch
    {
        0 or 1 => "x",
        2 or 3 => "y",
        _ => (random.Next(1, 20) / 4.0).ToString(CultureInfo.InvariantCulture),
    };
}
