using Xunit;

namespace CalcApi.Tests.Health;

/// <summary>The first visitor finds compiled what all questions have in common.</summary>
public sealed class OwnDoorTests
{
    [Fact]
    public async Task Has_answered_a_question_over_a_connection_when_it_is_ready()
    {
        await using var service = await OwnProcess.Start();

        var metrics = await service.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Contains(metrics.Split('\n'), static line =>
            line.StartsWith("http_server_request_duration_seconds_count", StringComparison.Ordinal)
            && line.Contains("\"/api/v1/", StringComparison.Ordinal) && line.Contains("\"200\"", StringComparison.Ordinal));
    }
}
