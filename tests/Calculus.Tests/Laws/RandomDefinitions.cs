using System.Globalization;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Tests.Laws;

/// <summary>Random definitions in two variables, the same for the same seed.</summary>
internal sealed class RandomDefinitions
{
    private static readonly string[] NotCalled = ["if", "piecewise"];

    private readonly Random _random;
    private readonly string _x, _y, _digits;

    private RandomDefinitions(int seed, string x, string y, string digits) => (_random, _x, _y, _digits) = (new Random(seed), x, y, digits);

    /// <summary>Definitions of two to four levels.</summary>
    public static IEnumerable<string> Make(int seed, int count)
    {
        var made = new RandomDefinitions(seed, "x", "y", "");
        for (var i = 0; i < count; i++) yield return made.Formula(made._random.Next(2, 5), 20);
    }

    /// <summary>A definition of up to eight levels and some twenty operations; other names and more digits give the same one with them.</summary>
    public static string Deep(int seed, string x = "x", string y = "y", string digits = "")
    {
        var made = new RandomDefinitions(seed, x, y, digits);
        return made.Formula(made._random.Next(2, 9), made._random.Next(4, 22));
    }

    // Depth is a small constant here, so that recursion is safe; operations are shared out among the parts.
    private string Formula(int depth, int operations)
    {
        if (depth == 0 || operations <= 0) return Leaf();
        var half = operations / 2;
        return _random.Next(13) switch
        {
            0 or 1 => $"({Formula(depth - 1, half)} + {Formula(depth - 1, half)})",
            2 => $"({Formula(depth - 1, half)} - {Formula(depth - 1, half)})",
            3 or 4 => $"({Formula(depth - 1, half)})*{Formula(depth - 1, half)}",
            5 => $"({Formula(depth - 1, half)})/({Formula(depth - 1, half)})",
            6 => $"({Formula(depth - 1, operations - 1)})^{_random.Next(2, 4)}",
            7 => $"if({Formula(depth - 1, half)} > {Leaf()}, {Formula(depth - 1, half)}, {Leaf()})",
            _ => Call(depth, operations),
        };
    }

    private string Call(int depth, int operations)
    {
        Function function;
        do function = Catalogue.All[_random.Next(Catalogue.All.Count)];
        while (NotCalled.Contains(function.Name));
        var first = Formula(depth - 1, function.MinimumArity == 1 ? operations - 1 : operations / 2);
        return function.Name switch
        {
            "root" => $"root({first}, {_random.Next(2, 6)})",
            "polygamma" => $"polygamma({_random.Next(0, 3)}, {first})",
            "clip" => $"clip({first}, {_random.Next(-3, 0)}, {_random.Next(1, 4)})",
            _ => $"{function.Name}({string.Join(", ", Enumerable.Range(1, function.MinimumArity - 1).Select(_ => Formula(depth - 1, operations / 2)).Prepend(first))})",
        };
    }

    private string Leaf() => _random.Next(5) switch
    {
        0 or 1 => _x,
        2 or 3 => _y,
        _ => (_random.Next(1, 20) / 4.0).ToString(_digits.Length == 0 ? "0.##" : "0.00", CultureInfo.InvariantCulture) + _digits,
    };
}
