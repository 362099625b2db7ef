using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Tests.Kernels;

/// <summary>Numbers at which kernels are tried: every size, near zeros, poles, multiples of π/4 and the ends of the doubles.</summary>
internal static class Points
{
    /// <summary>What no function may stumble over.</summary>
    public static IReadOnlyList<double> Special { get; } =
    [
        0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, -2.2250738585072014e-308, 1e-310, -1e-310,
        double.MaxValue, -double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 709.78, 710.4, -745.13, -745.14, -746, 1e22, -1e300, 134217728, 134217730,
    ];

    /// <summary>One number for an argument of a function.</summary>
    public static double One(Random random, Function function, int place)
    {
        if (function is RealPower && place > 0) return place == 1 ? random.Next(-4, 5) : (2 * random.Next(1, 4)) + 1;
        if (function is Power && place == 1 && random.Next(3) == 0) return random.Next(-70, 71);
        if (function is Root && place == 1) return Sign(random) * random.Next(1, 40);
        return random.Next(10) switch
        {
            0 => Sign(random) * Math.ScaleB(1 + random.NextDouble(), random.Next(-1074, 1024)),
            1 => Sign(random) * Math.ScaleB(1 + random.NextDouble(), random.Next(-60, 10)),
            2 or 3 => Sign(random) * random.NextDouble() * 10,
            4 => Sign(random) * random.NextDouble(),
            5 => Sign(random) * random.NextDouble() * 750,
            6 => Beside(random, random.Next(-400, 401) * 0.5),
            7 => random.Next(-40, 41) * 0.5 * (1 + (Sign(random) * Math.ScaleB(random.NextDouble(), -random.Next(0, 52)))),
            8 => Beside(random, random.Next(-200, 200) * (Math.PI / 4)),
            _ => Sign(random) * (1 + (Math.ScaleB(random.NextDouble(), -random.Next(0, 54)) * (random.Next(2) == 0 ? 1 : -0.5))),
        };
    }

    private static double Sign(Random random) => random.Next(2) == 0 ? 1 : -1;

    private static double Beside(Random random, double x)
    {
        for (var steps = random.Next(-3, 4); steps != 0; steps -= Math.Sign(steps)) x = steps > 0 ? Math.BitIncrement(x) : Math.BitDecrement(x);
        return x;
    }
}
