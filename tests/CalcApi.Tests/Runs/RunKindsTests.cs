using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>What the plain routes answer, a run answers too, byte for byte; refusals included.</summary>
public sealed class RunKindsTests(Api service)
{
    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, Requests.All.Length)];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_run_answers_what_its_route_does(int which)
    {
        var (kind, route, request) = Requests.All[which];
        var plain = await service.Client.Ask(route, request);
        var (id, _) = await service.Client.Begun(kind, request);
        var over = await service.Client.Over(id);
        var result = await service.Client.Result(id);

        Assert.Equal((plain.Status, plain.ContentType, plain.Text), (result.Status, result.ContentType, result.Text));
        Assert.Equal((int)plain.Status == 200 ? "done" : "failed", over.GetProperty("state").GetString());
        Assert.Equal(kind, over.GetProperty("kind").GetString());
        if ((int)plain.Status == 200) Assert.Equal(1, over.GetProperty("progress").GetDouble());
    }

    [Fact]
    public async Task What_has_names_comes_in_one_order_whichever_process_answers()
    {
        var names = (await service.Answer("descent", Requests.All[0].Request)).GetProperty("internals").EnumerateObject().Select(static each => each.Name).ToList();

        Assert.True(names.Count > 2);
        Assert.Equal(names.Order(StringComparer.Ordinal), names, StringComparer.Ordinal);
    }

    [Fact]
    public void Each_kind_has_its_row() =>
        Assert.Equal(["compare", "critical-points", "descent", "map", "train"], Requests.All.Select(static row => row.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    [Theory]
    [InlineData("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" } }""", 400, "shape", "request.steps")]
    [InlineData("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" }, "steps": -1 }""", 422, "value", "request.steps")]
    [InlineData("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" }, "steps": 2000000 }""", 422, "limit", "request.steps")]
    [InlineData("train", "[]", 400, "shape", "request")]
    [InlineData("derivative", """{ "function": "x^2" }""", 422, "value", "kind")]
    public async Task What_its_route_refuses_before_any_work_begins_no_run(string kind, string request, int status, string type, string field)
    {
        var reply = await service.Client.Begin(kind, request);

        reply.IsProblem(status, type);
        Assert.Contains(field, reply.Fields, StringComparer.Ordinal);
        Assert.StartsWith(field, reply.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
