using Calculus.Functions;
using CsCheck;

namespace Calculus.Tests.Laws.Properties;

/// <summary>Generators of formulas in x and y.</summary>
internal static class Formulas
{
    private const int Deepest = 4;

    private static readonly string[] s_numbers = ["0", "1", "2", "3", "7", "1/2", "2/3", "0.25", "1.5", "10"];

    private static readonly string[] s_smooth = ["sin", "cos", "exp", "tanh", "atan", "sigmoid", "softplus", "erf", "sinh", "asinh", "gelu", "silu"];

    // Those that take one number, whatever their domain.
    private static readonly string[] s_all = [.. Catalogue.All.Where(static function => function is { MinimumArity: 1, MaximumArity: 1 } && function.Name is not "factorial").Select(static function => function.Name)];

    /// <summary>Formulas of every operator and every function of one number.</summary>
    public static Gen<string> Any { get; } = Of(s_all, Gen.OneOf("x", "y"));

    /// <summary>Formulas that are smooth wherever they are defined.</summary>
    public static Gen<string> Smooth { get; } = Of(s_smooth, Gen.OneOf("x", "y"));

    /// <summary>The same in one letter.</summary>
    public static Gen<string> SmoothIn(string letter) => Of(s_smooth, Gen.Const(letter));

    private static Gen<string> Of(string[] functions, Gen<string> letters)
    {
        var leaf = Gen.Frequency((3, letters), (1, Gen.OneOf(s_numbers)));
        return Gen.Recursive<string>((depth, inner) => depth >= Deepest ? leaf : Gen.Frequency(
            (2, leaf),
            (3, Gen.Select(inner, Gen.OneOf(" + ", " - ", "*"), inner, static (a, sign, b) => $"({a}){sign}({b})")),
            (1, Gen.Select(inner, inner, static (a, b) => $"({a})/({b})")),
            (1, Gen.Select(inner, Gen.Int[-2, 4], static (a, n) => $"({a})^({n})")),
            (1, inner.Select(static a => $"-({a})")),
            (3, Gen.Select(Gen.OneOf(functions), inner, static (function, a) => $"{function}({a})"))));
    }
}
