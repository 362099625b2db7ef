using Xunit;

namespace Calculus.Tests.Laws;

/// <summary>Every law over ten thousand random definitions of all functions; how many could be checked is counted.</summary>
[Trait("Length", "long")]
public sealed class RandomLaws(ITestOutputHelper output)
{
    private const int Batches = 10;
    private const int Definitions = 1_000;
    private const int EnoughPoints = 3;
    private const double LeastShare = 0.8;

    public static TheoryData<int> EveryBatch => [.. Enumerable.Range(0, Batches)];

    [Theory, MemberData(nameof(EveryBatch))]
    public void A_thousand_random_definitions_keep_every_law(int batch)
    {
        var checks = new RandomCheck[Definitions];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken };
        Parallel.For(0, Definitions, options, i => checks[i] = RandomCheck.Of((batch * Definitions) + i));

        var faults = checks.Where(static check => check.Fault is not null).ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(40).Select(static check => $"{check.Text}\n    {check.Fault}"))}");
        foreach (var check in checks.Where(static check => check.Points == 0)) output.WriteLine($"no usable point: {check.Text} {check.Refusal}");
        var share = checks.Count(static check => check.Points >= EnoughPoints) / (double)Definitions;
        output.WriteLine($"checked at {EnoughPoints} points or more: {share:P1}");
        Assert.InRange(share, LeastShare, 1);
    }
}
