using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

public sealed class VerdictClaimsTests
{
    // Every rule that has a rate.
    private static readonly string[] Names = [.. Optimizers.Own.All.Where(static each => each.Parameters.Any(static parameter => parameter.Name is "lr")).Select(static each => each.Name)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void What_a_verdict_claims_holds_when_the_descent_goes_on_ten_times_as_long(int seed)
    {
        var broken = new List<string>();
        foreach (var drawn in DrawnDescent.Some(120, seed, Names))
        {
            var judged = drawn.Run(diagnose: true);
            if (new VerdictClaims(drawn, judged).Broken() is { } claim)
                broken.Add($"{drawn}: {judged.Diagnosis!.Verdict}, but {claim}. {judged.Diagnosis.Explanation}");
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }
}
