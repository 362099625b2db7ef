using System.Diagnostics;
using System.Net;
using System.Text.Json;
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
        var rows = Repository.Lines("tests/CalcApi.Tests/hostile.jsonl").Select(line => JsonDocument.Parse(line).RootElement).ToList();
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

    private async Task<string?> Failure(JsonElement row)
    {
        var (route, body) = (row.GetProperty("route").GetString()!, Body(row.GetProperty("body")));
        var shown = $"{route} {(body.Length > 200 ? body[..200] + "…" : body)}";
        var clock = Stopwatch.StartNew();
        var reply = await service.Ask(route, body);
        if (clock.Elapsed > TimeSpan.FromSeconds(5)) TestContext.Current.SendDiagnosticMessage("{0} took {1}", shown, clock.Elapsed);

        if (!row.GetProperty("allowed").EnumerateArray().Any(status => status.GetInt32() == (int)reply.Status))
            return $"{shown} gave {(int)reply.Status}: {(reply.Text.Length > 300 ? reply.Text[..300] : reply.Text)}";
        return reply.Status == HttpStatusCode.OK || string.Equals(reply.ContentType, "application/problem+json", StringComparison.Ordinal)
            ? null
            : $"{shown} was refused by {reply.ContentType}";
    }

    // A body is a text, or a list of texts and of [text, times].
    private static string Body(JsonElement body) => body.ValueKind == JsonValueKind.String
        ? body.GetString()!
        : string.Concat(body.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.String
            ? part.GetString()
            : string.Concat(Enumerable.Repeat(part[0].GetString(), part[1].GetInt32()))));
}
