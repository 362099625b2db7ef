using System.Globalization;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Tests.Balls;
using Xunit;

namespace Calculus.Tests.Kernels;

/// <summary>
/// Kernels beside balls of 160 bits, which <c>balls.tsv</c> vouches for, at ten thousand points each, or as many as the environment's
/// KERNEL_POINTS says: a kernel that is changed is tried at a hundred thousand. Seed 20261130. Every test prints its line of the table of
/// largest errors.
/// </summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    private const int Seed = 20261130, Bits = 160;

    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("KERNEL_POINTS") ?? "10000", CultureInfo.InvariantCulture);

    // Balls with fewer bits than this do not tell how far a double is off.
    private const int Enough = 70;

    private const double Ulps = 3;

    // The gamma family, erfc and the tails of gelu.
    private const double UlpsOfHigher = 16;

    // Near zeros of these the absolute error counts.
    private const double Absolute = 1e-15;

    private static readonly string[] Higher = ["gamma", "factorial", "lgamma", "digamma", "trigamma", "erfc", "gelu"], WithZeros = ["lgamma", "digamma"];

    // Of an order, by recurrences.
    private static readonly string[] Others = ["polygamma", "sinc_derivative"];

    public static TheoryData<string> Names =>
        [.. AllFunctions.List.Where(static function => function is not Piecewise and not If).Select(static function => function.Name).Except(Others, StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names)), Trait("Length", "long")]
    public void A_value_is_off_by_few_units_in_the_last_place(string name)
    {
        var function = AllFunctions.ByName[name];
        var (isHigher, random) = (Higher.Contains(name, StringComparer.Ordinal), new Random(Seed));
        var (worst, worstUlps, compared, failures) = ("", 0.0, 0, new List<string>());
        for (var k = 0; k < Count; k++)
        {
            var arguments = Enumerable.Range(0, function.MinimumArity).Select(place => Points.One(random, function, place)).ToArray();
            var ball = function.Value([.. arguments.Select(static x => Ball.Of(Rational.Exactly(x)))], Bits);
            if (ball.Kind is BallKind.Unknown || (ball.IsFinite && ball.GoodBits < Enough && Math.Abs(ball.ToDouble()) > double.Epsilon)) continue;
            compared++;
            var (value, text) = (function.Value(arguments), string.Create(CultureInfo.InvariantCulture, $"{name}({string.Join(", ", arguments)})"));
            var (ulps, absolute) = Off(value, ball);
            var isNearZero = WithZeros.Contains(name, StringComparer.Ordinal) && absolute <= Absolute && Math.Abs(value) < 0.5;
            if (ulps > worstUlps && !isNearZero) (worstUlps, worst) = (ulps, text);
            if (!(ulps <= (isHigher ? UlpsOfHigher : Ulps)) && !isNearZero) failures.Add(string.Create(CultureInfo.InvariantCulture, $"{text} is {value:R}, {ulps:G4} units off"));
            var unit = Math.ScaleB(1, Math.ILogB(Math.Max(Math.Abs(value), 2.2250738585072014e-308)) - 52);
            if (double.IsFinite(value) && absolute > (function.UnitsInLastPlace * unit) + function.AbsoluteError(arguments, value)) failures.Add($"{text}: more than its card says");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14} {worstUlps,8:F3} units in the last place, {compared} points, worst {worst}"));
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
        Assert.True(compared >= Count / 20, $"{compared} points were compared.");
    }

    // By how many units of the exact value, and by how much; 0 where neither is a number.
    private static (double Ulps, double Absolute) Off(double value, Ball ball)
    {
        if (ball.Kind is BallKind.Undefined) return double.IsFinite(value) ? (double.PositiveInfinity, double.PositiveInfinity) : (0, 0);
        var exact = ball.ToDouble();
        if (!double.IsFinite(value) || !double.IsFinite(exact)) return value.Equals(exact) ? (0, 0) : (double.PositiveInfinity, double.PositiveInfinity);
        var absolute = Math.Abs(ball.Subtract(Ball.Of(Rational.Exactly(value)), Bits).ToDouble());
        return (absolute / Math.ScaleB(1, Math.Max(Math.ILogB(exact == 0 ? double.Epsilon : exact), -1022) - 52), absolute);
    }
}
