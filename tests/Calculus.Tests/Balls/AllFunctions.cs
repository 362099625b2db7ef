using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Tests.Balls;

/// <summary>Every function that has balls, those that only rules produce too, with arguments that make sense.</summary>
internal static class AllFunctions
{
    /// <summary>The functions.</summary>
    public static IReadOnlyList<Function> List { get; } =
    [
        .. Catalogue.All,
        Power.Function, RealPower.Function, SincDerivative.Function, LargestShare.Function, ReciprocalOrZero.Function,
        Less.Function, LessOrEqual.Function, Equal.Function, NotEqual.Function, And.Function, Or.Function, Not.Function,
    ];

    /// <summary>Those that a table can name.</summary>
    public static IReadOnlyDictionary<string, Function> ByName { get; } = List.ToDictionary(static function => function.Name, StringComparer.Ordinal);

    /// <summary>How many arguments a call may have, of those that are tried.</summary>
    public static IEnumerable<int> Arities(Function function) => function switch
    {
        Piecewise => [3, 5],
        _ when function.MaximumArity > 10 => [2, 3, 4],
        _ => Enumerable.Range(function.MinimumArity, function.MaximumArity - function.MinimumArity + 1),
    };

    /// <summary>The argument at a place is a whole number that stands in the formula: an order or part of an exponent.</summary>
    public static bool IsOrder(Function function, int place) => function switch
    {
        Polygamma or SincDerivative => place == 0,
        RealPower => place > 0,
        _ => false,
    };

    /// <summary>A whole number that may stand there.</summary>
    public static int Order(Function function, int place, Random random) => function switch
    {
        RealPower => place == 1 ? random.Next(-4, 5) : (2 * random.Next(1, 4)) + 1,
        Polygamma => random.Next(0, 6),
        _ => random.Next(0, 9),
    };

    /// <summary>Numbers of every size, near kinks, poles and zeros too.</summary>
    public static Rational Number(Random random) => random.Next(8) switch
    {
        0 => random.Next(-4, 5),
        1 => Rational.Of(random.Next(-40, 41), random.Next(1, 12)),
        2 => Rational.Exactly((random.Next(-3, 4) * 0.5) + (Sign(random) * Math.ScaleB(1 + random.NextDouble(), -random.Next(10, 60)))),
        3 => Rational.Exactly(Sign(random) * Math.ScaleB(1 + random.NextDouble(), random.Next(-1000, 1000))),
        4 => Rational.Exactly(random.NextDouble()),
        5 => Rational.Exactly(Sign(random) * random.NextDouble() * 30),
        _ => Rational.Exactly(Sign(random) * Math.ScaleB(1 + random.NextDouble(), random.Next(-12, 8))),
    };

    private static int Sign(Random random) => random.Next(2) == 0 ? 1 : -1;
}
