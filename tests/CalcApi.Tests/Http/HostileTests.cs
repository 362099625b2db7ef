using System.Diagnostics;
using System.Net;
using CalcApi.Tests.Architecture;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>What strangers send: each line of hostile.jsonl is answered, or refused with a complete problem, and the service goes on.</summary>
public sealed class HostileTests(Api service)
{
    private const int Fewest = 200;
    private const int AtOnce = 4;

    [Fact]
    public async Task Every_hostile_request_is_answered_or_refused_clearly()
    {
        var rows = Hostile.All();
        Assert.True(rows.Count >= Fewest);

        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForAsync(0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (row, _) =>
        {
            if (await Failure(rows[row]) is { } failure) failures.Add($"line {row + 1}: {failure}");
        });

        Violations.None(failures);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.Send(HttpMethod.Get, "/health/live")).Status);
        Assert.Equal(12, (await service.Answer("evaluate", """{ "function": "x^2 + 3", "point": 3 }""")).Number("value"));
    }

    private async Task<string?> Failure(Hostile row)
    {
        var shown = $"{row.Route} {(row.Body.Length > 200 ? row.Body[..200] + "…" : row.Body)}";
        var clock = Stopwatch.StartNew();
        var reply = await service.Ask(row.Route, row.Body);
        if (clock.Elapsed > TimeSpan.FromSeconds(5)) TestContext.Current.SendDiagnosticMessage("{0} took {1}", shown, clock.Elapsed);

        if (!row.Allowed.Contains((int)reply.Status))
            return $"{shown} gave {(int)reply.Status}: {(reply.Text.Length > 300 ? reply.Text[..300] : reply.Text)}";
        return reply.Status == HttpStatusCode.OK || string.Equals(reply.ContentType, "application/problem+json", StringComparison.Ordinal)
            ? null
            : $"{shown} was refused by {reply.ContentType}";
    }
}
