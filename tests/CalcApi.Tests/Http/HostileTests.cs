using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CalcApi.Tests.Architecture;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>What strangers send: each line of hostile.jsonl is answered, or refused with a complete problem, and the service goes on.</summary>
public sealed class HostileTests(Api service)
{
    private const int Fewest = 500;
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

    /// <summary>Functions that hurt, on every route that takes one.</summary>
    [Fact]
    public async Task Every_route_answers_or_refuses_hostile_functions()
    {
        using var document = JsonDocument.Parse(await service.Client.GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative), TestContext.Current.CancellationToken));
        var rows = (
            from path in document.RootElement.GetProperty("paths").EnumerateObject()
            where path.Value.TryGetProperty("post", out _) && !path.Name.EndsWith("/stream", StringComparison.Ordinal)
            let content = path.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").EnumerateObject().First().Value
            let example = JsonNode.Parse(content.GetProperty("examples").EnumerateObject().First().Value.GetProperty("value").GetRawText())!.AsObject()
            where example.ContainsKey("function")
            from function in s_functions
            select new Hostile(path.Name["/api/v1/".Length..], With(example, function), [200, 400, 422])).ToList();
        Assert.True(rows.Select(static row => row.Route).Distinct(StringComparer.Ordinal).Count() >= 18, "Routes are missing.");

        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (row, _) =>
        {
            if (await Failure(row) is { } failure) failures.Add(failure);
        });
        Violations.None(failures);
    }

    private static readonly string[] s_functions =
    [
        "9^9^9^9", "(x+y+1)^999", "x^x^x^x^x^x^x^x", "1/0", "0/0*x", "log(-1)*x", "sqrt(-x^2 - 1)", "sum(i = 1..1000000000, x^i)", "prod(i = 1..100000, x - i)", "table(i = 1..100000, j = 1..100000, x)", "factorial(1e9)*x", "x[1e99]",
        "__import__('os').system('id')", "<script>alert(1)</script>", "x; y; z", "f(x) = f(x)", "f(x) = g(x); g(x) = f(x)", "x = x", "e = 1; e^x", "\"; DROP TABLE x; --", "${x}", "{{7*7}}", "𝔵 + ｘ", "x\u0000y", "\u202Ex + 1", "1e99999*x", "0x7fffffff*x", "1_000*x",
        "gamma(-1e300*x)", "tan(1e300*x)", "floor(x)^floor(x)", "if(x, if(x, if(x, 1, 2), 3), 4)", "max()", "det([[x, 1], [2]])", "inv([[0*x, 0], [0, 0]])", "diff(diff(diff(x^x, x), x), x, 20)", "A @ A @ A", "x'", "||", "|x|x|x|", "....", "",
    ];

    private static string With(JsonObject example, string function)
    {
        var body = example.DeepClone().AsObject();
        body["function"] = function;
        return body.ToJsonString();
    }

    private async Task<string?> Failure(Hostile row)
    {
        var shown = $"{row.Route} {(row.Body.Length > 200 ? row.Body[..200] + "…" : row.Body)}";
        var clock = Stopwatch.StartNew();
        var reply = await service.Ask(row.Route, row.Body);
        if (clock.Elapsed > TimeSpan.FromSeconds(5)) TestContext.Current.SendDiagnosticMessage("{0} took {1}", shown, clock.Elapsed);

        if (!row.Allowed.Contains((int)reply.Status))
            return $"{shown} gave {(int)reply.Status}: {(reply.Text.Length > 300 ? reply.Text[..300] : reply.Text)}";
        if (reply.Status == HttpStatusCode.OK) return null;
        if (!string.Equals(reply.ContentType, "application/problem+json", StringComparison.Ordinal)) return $"{shown} was refused by {reply.ContentType}";
        // Every refusal says where; an empty body has no place, bytes that are no text have no lines, and a member that is given twice is named.
        return reply.Fields.Count > 0 || reply.Json.TryGetProperty("line", out _) || (reply.Type is "json" && (row.Body.Length == 0 || reply.Text.Contains("UTF-8", StringComparison.Ordinal) || reply.Text.Contains("Duplicate property", StringComparison.Ordinal))) ? null : $"{shown} was refused without a place: {reply.Text}";
    }
}
