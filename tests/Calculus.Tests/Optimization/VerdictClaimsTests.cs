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
