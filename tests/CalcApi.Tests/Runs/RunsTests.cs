using System.Text.Json;
using CalcApi.Http;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>Runs as clients begin, read, follow and cancel them.</summary>
public sealed class RunsTests(Api service)
{
    private readonly HttpClient _client = service.Client;

    [Fact]
    public async Task A_run_has_an_address_and_tells_how_it_stands()
    {
        var reply = await _client.Begin("descent", Requests.Short);
        var id = reply.Json.GetProperty("id").GetString()!;
        var over = await _client.Over(id);

        Assert.Equal($"/api/v1/runs/{id}", reply.Headers.Location?.ToString());
        Assert.Equal(("done", 5), (over.GetProperty("state").GetString(), over.GetProperty("reached").GetProperty("step").GetInt32()));
        Assert.False(over.TryGetProperty("secret", out _));
        Assert.Equal(TimeSpan.FromHours(new ServiceLimits().RunHours), over.GetProperty("keptUntil").GetDateTimeOffset() - over.GetProperty("ended").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_run_that_fails_says_why_wherever_it_is_looked_at()
    {
        var (id, _) = await _client.Begun("descent", Requests.All[6].Request);
        var over = await _client.Over(id);
        var why = (await _client.Result(id)).IsProblem(422, "value").Json.GetProperty("detail").GetString();
        var last = await _client.Events(id).LastAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("failed", why), (over.GetProperty("state").GetString(), over.GetProperty("reason").GetString()));
        Assert.Equal(("end", why), (last.Name, last.Data.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task The_same_key_and_body_are_the_same_run_and_another_body_is_refused()
    {
        var key = Guid.CreateVersion7().ToString();
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _client.Begun("descent", Requests.Short, key)));
        Assert.Single(all.Distinct());
        Assert.Equal(all[0], await _client.Begun("descent", Requests.Short, key));

        (await _client.Begin("descent", Requests.Short.Replace("5 }", "6 }", StringComparison.Ordinal), key)).IsProblem(409, "conflict");
        Assert.NotEqual(all[0].Id, (await _client.Begun("descent", Requests.Short)).Id, StringComparer.Ordinal);
        Assert.NotEqual(all[0].Id, (await _client.Begun("descent", Requests.Short, key + "a")).Id, StringComparer.Ordinal);
        (await _client.Begin("descent", Requests.Short, new string('k', 256))).IsProblem(400, "shape");
    }

    [Fact]
    public async Task Absent_and_foreign_are_the_same()
    {
        var (id, secret) = await _client.Begun("descent", Requests.Endless);
        var other = await _client.Begun("descent", Requests.Short);
        var absent = new string('0', 32);

        foreach (var path in (string[])[$"runs/{absent}", $"runs/{absent}/result", $"runs/{absent}/events", "runs/x", "runs/%2e%2e", $"runs/{id.ToUpperInvariant()}"])
            (await _client.Send(HttpMethod.Get, $"/api/v1/{path}")).IsProblem(404, "not-found");
        Assert.Equal(404, await _client.Cancel(absent, secret));
        foreach (var wrong in (string?[])[null, "", other.Secret, id, secret[..^1]]) Assert.Equal(404, await _client.Cancel(id, wrong));

        Assert.Equal(204, await _client.Cancel(id, secret));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_ends_at_once_and_one_that_is_over_is_forgotten()
    {
        var (id, secret) = await _client.Begun("descent", Requests.Endless);
        await _client.Until(id, static run => run.GetProperty("state").GetString() is "running");
        var tooEarly = (await _client.Result(id)).IsProblem(409, "conflict");
        Assert.NotNull(tooEarly.Headers.RetryAfter);

        Assert.Equal(204, await _client.Cancel(id, secret));
        Assert.Equal("cancelled", (await _client.Look(id)).Json.GetProperty("state").GetString());
        (await _client.Result(id)).IsProblem(409, "conflict");

        Assert.Equal(204, await _client.Cancel(id, secret));
        (await _client.Look(id)).IsProblem(404, "not-found");
        Assert.Equal(404, await _client.Cancel(id, secret));
    }

    [Fact]
    public async Task Events_come_without_a_gap_or_a_double_however_often_a_reader_comes_back()
    {
        var (id, _) = await _client.Begun("train", Requests.Training.Replace("3000", "40000", StringComparison.Ordinal).Replace("\"every\": 50", "\"every\": 1000", StringComparison.Ordinal));
        var seen = new List<(string Name, long Id, JsonElement Data)>();
        // Each reader leaves after two events, and the next goes on.
        while (seen.Count == 0 || seen[^1].Name is not "end")
        {
            var read = 0;
            await foreach (var told in _client.Events(id, seen.Count == 0 ? null : seen[^1].Id))
            {
                seen.Add(told);
                if (++read == 2) break;
            }
        }

        Assert.Equal(Enumerable.Range(1, seen.Count).Select(static each => (long)each), seen.Select(static each => each.Id));
        Assert.True(seen.Count > 4, "It was too short to be told.");
        Assert.All(seen.SkipLast(1), static each => Assert.Equal("progress", each.Name));
        var shares = seen.Select(static each => each.Data.GetProperty("progress").GetDouble()).ToList();
        Assert.Equal(shares.Order(), shares);
        Assert.Equal("done", seen[^1].Data.GetProperty("state").GetString());
        Assert.Equal(40_000, seen[^1].Data.GetProperty("reached").GetProperty("step").GetInt32());

        var again = new List<(string Name, long Id)>();
        await foreach (var (name, number, _) in _client.Events(id, seen[^1].Id - 1)) again.Add((name, number));
        Assert.Equal([("end", seen[^1].Id)], again);
        using var bad = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{id}/events") { Headers = { { "Last-Event-ID", "-1" } } };
        Assert.Equal(400, (int)(await _client.SendAsync(bad, TestContext.Current.CancellationToken)).StatusCode);
    }
}
