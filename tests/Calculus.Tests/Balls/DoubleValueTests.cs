using System.Globalization;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Balls;

/// <summary>The values in doubles beside balls of 200 bits, over thousands of points of each function: seed 20261201.</summary>
public sealed class DoubleValueTests
{
    private const int Seed = 20261201, Points = 3_000, Bits = 200;

    // Balls with fewer bits than this do not tell how far a double is off.
    private const int Enough = 80;

    public static TheoryData<string> Names => [.. AllFunctions.ByName.Keys];

    [Theory, MemberData(nameof(Names)), Trait("Length", "long")]
    public void A_double_is_off_by_no_more_than_the_function_says(string name)
    {
        var function = AllFunctions.ByName[name];
        var random = new Random(Seed);
        var failures = new List<string>();
        var compared = 0;
        foreach (var arity in AllFunctions.Arities(function))
        {
            for (var i = 0; i < Points; i++)
            {
                var arguments = Enumerable.Range(0, arity)
                    .Select(place => AllFunctions.IsOrder(function, place) ? AllFunctions.Order(function, place, random) : AllFunctions.Number(random).ToDouble())
                    .ToArray();
                if (Fault(arguments) is { } fault) failures.Add(string.Create(CultureInfo.InvariantCulture, $"{name}({string.Join(", ", arguments)}): {fault}"));
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
        Assert.True(compared >= Points / 5, $"{name} was compared at {compared} points.");

        string? Fault(double[] arguments)
        {
            var value = function.Value(arguments);
            var ball = function.Value([.. arguments.Select(static x => Ball.Of(Rational.Exactly(x)))], Bits);
            switch (ball.Kind)
            {
                case BallKind.Undefined:
                    return double.IsFinite(value) && !IsRoundedExponent(arguments) ? $"{value:R}, where there is no number" : null;
                case BallKind.Unknown:
                    return null;
            }

            if (!double.IsFinite(value)) return double.IsFinite(ball.ToDouble()) ? $"{value:R}, not {ball.ToDouble():R}" : null;
            if (ball.GoodBits < Enough) return null;
            compared++;
            var error = Math.Abs(ball.Subtract(Ball.Of(Rational.Exactly(value)), Bits).ToDouble());
            const double smallestNormal = 2.2250738585072014e-308;
            var unit = Math.ScaleB(1, Math.ILogB(Math.Max(Math.Abs(value), smallestNormal)) - 52);
            var allowed = (function.UnitsInLastPlace * unit) + function.AbsoluteError(arguments, value) + smallestNormal;
            return error <= allowed ? null : string.Create(CultureInfo.InvariantCulture, $"{value:R} is off by {error / unit:G4} units, {allowed / unit:G4} allowed");
        }

        // 1/n is rounded in a root of a negative number, and may become an even whole number.
        bool IsRoundedExponent(double[] arguments) => function is Root && arguments[0] < 0 && double.IsInteger(1 / arguments[1]);
    }
}
