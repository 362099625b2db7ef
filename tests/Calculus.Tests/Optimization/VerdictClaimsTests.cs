using System.Globalization;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

public sealed class VerdictClaimsTests
{
    // Every rule that has a rate.
    private static readonly string[] Names = [.. Optimizers.Own.All.Where(static each => each.Parameters.Any(static parameter => parameter.Name is "lr")).Select(static each => each.Name)];

    // Those for sums of squares, and the others that find their own step lengths.
    private static readonly string[] OfSquares = [.. Optimizers.Own.All.Where(static each => each.TakesSumOfSquares).Select(static each => each.Name)];
    private static readonly string[] OwnLengths = [.. Optimizers.Own.All.Select(static each => each.Name).Except(Names, StringComparer.Ordinal).Except(OfSquares, StringComparer.Ordinal)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void What_a_verdict_claims_holds_when_the_descent_goes_on_ten_times_as_long(int seed) => Holds(120, seed, Names);

    // Three times as many again, on which a verdict had claimed too much.
    [Theory]
    [InlineData(1001)]
    [InlineData(1005)]
    [InlineData(1009)]
    [InlineData(1012)]
    [InlineData(1013)]
    [InlineData(1015)]
    [InlineData(1022)]
    [InlineData(1029)]
    [InlineData(1031)]
    [InlineData(1037)]
    [InlineData(1038)]
    [InlineData(1041)]
    [InlineData(1044)]
    [InlineData(1050)]
    [InlineData(1055)]
    [InlineData(1059)]
    [InlineData(1076)]
    [InlineData(1079)]
    [InlineData(2048)]
    [InlineData(2050)]
    [InlineData(2072)]
    [InlineData(2092)]
    [InlineData(2098)]
    [InlineData(4019)]
    public void So_it_does_on_further_draws(int seed) => Holds(120, seed, Names);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    public void So_it_does_where_rules_search_along_lines(int seed) => Holds(140, seed, OwnLengths);

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(27)]
    [InlineData(28)]
    public void So_it_does_for_sums_of_squares(int seed) => Holds(140, seed, OfSquares);

    // Its steps have lengths of their own, which no schedule shapes: at a kink none is tried.
    [Theory]
    [InlineData(32)]
    [InlineData(33)]
    public void So_it_does_for_Rprop(int seed) => Holds(250, seed, ["rprop"]);

    // Swings that die out; that only come later; what comes no lower; level floors of valleys; a decay in balance; kinks round which the swings grow,
    // or which a smaller rate does not calm, or where the rule rests; and runs away.
    [Theory]
    [InlineData("1.29x^2 + -0.24x", "rmsprop", 1, 5, "-2.932", "slow")]
    [InlineData("0.28x^2 + 100*1.01y^2", "adagrad", 1, 5, "-0.6 -0.1", "slow")]
    [InlineData("0.66x^2 + 100*0.93y^2", "asgd", 0.01, 50, "-0.38 2.624", "slow")]
    [InlineData("-x*y*exp(-x^2 - y^2)", "lion", 0.5, 5, "0 2", "oscillating")]
    [InlineData("abs(x)^1.5", "sgd", 0.3, 20, "1.962", "oscillating")]
    [InlineData("tanh(x)^2", "asgd", 1.5, 20, "3", "oscillating")]
    [InlineData("(relu(0.8x + y) - 1)^2 + (relu(x - y) - 0.5)^2", "momentum", 1.5, 5, "0.788 2.68", "oscillating")]
    [InlineData("4.46x^3", "adamw", 1.5, 400, "-3", "oscillating")]
    [InlineData("(relu(3.31x + y) - 1)^2 + (relu(x - y) - 0.5)^2", "nesterov", 0.001, 400, "0 -0.563", "converged")]
    [InlineData("(relu(0.38x + y) - 1)^2 + (relu(x - y) - 0.5)^2", "momentum", 0.1, 400, "-0.197 1", "converged")]
    [InlineData("(relu(2.14x + y) - 1)^2 + (relu(x - y) - 0.5)^2", "adam", 1, 20, "1.1 0.6", "converged")]
    [InlineData("(relu(3.25x + y) - 1)^2 + (relu(x - y) - 0.5)^2", "asgd", 0.3, 400, "-0.27 -1", "converged")]
    [InlineData("0.43*(x - log(x))", "asgd", 0.5, 100, "1", "converged")]
    [InlineData("1.07*sin(0.79x) + 0.1x^2", "asgd", 1, 200, "-1.554", "converged")]
    [InlineData("x^4 + 0.5*abs(x)", "rmsprop", 0.5, 100, "-2.39", "oscillating")]
    [InlineData("x^4 + 2.07*abs(x)", "adamax", 1, 400, "2", "oscillating")]
    [InlineData("max(1.24x + y, -x, -0.97y)", "radam", 0.5, 20, "0 -2.469", "oscillating")]
    [InlineData("max(0, 1 - 4.06x) + max(0, 1 + 1.49x)", "rprop", 0.1, 50, "0.8", "converged")]
    [InlineData("-0.86x^3 - 1.81x", "gradient_descent", 1.5, 5, "2.31", "unbounded")]
    [InlineData("x^2*y^2 + 1.13y", "momentum", 0.5, 100, "-0.93 1", "diverging")]
    [InlineData("(x*y - 1.44)^2", "radam", 1.5, 400, "-1.7 -0.73", "diverging")]
    [InlineData("(abs(x) + y - -1.01)^2 + 0.1y^2", "gauss_newton", 0.01, 200, "-0.8 -1", "kink")]
    [InlineData("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "adamw", 1, 200, "-1.4 2.86", "slow")]
    [InlineData("0.69x^3", "radam", 1.5, 5, "3", "unbounded")]
    public void A_verdict_claims_only_what_the_further_steps_show(string function, string optimizer, double rate, int steps, string start, string verdict)
    {
        var drawn = new DrawnDescent(function, [.. start.Split(' ').Select(static number => double.Parse(number, CultureInfo.InvariantCulture))], optimizer, rate, steps);
        var judged = drawn.Run(diagnose: true);
        Assert.Null(new VerdictClaims(drawn, judged).Broken());
        Assert.Equal(verdict, judged.Diagnosis!.Verdict, StringComparer.Ordinal);
    }

    private static void Holds(int count, int seed, string[] optimizers)
    {
        var broken = new List<string>();
        foreach (var drawn in DrawnDescent.Some(count, seed, optimizers))
        {
            var judged = drawn.Run(diagnose: true);
            if (new VerdictClaims(drawn, judged).Broken() is { } claim)
                broken.Add($"{drawn}: {judged.Diagnosis!.Verdict}, but {claim}. {judged.Diagnosis.Explanation}");
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }
}
