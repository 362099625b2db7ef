using Xunit;

namespace CalcApi.Tests.DescentMap;

public sealed class DescentMapTests(Api service)
{
    [Fact]
    public async Task Himmelblaus_minima_share_the_plane()
    {
        var answer = await service.Answer("descent/map", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "axes": [{ "coordinate": "x", "from": -5, "to": 5, "resolution": 11 }, { "coordinate": "y", "from": -5, "to": 5, "resolution": 9 }], "optimizer": { "name": "sgd", "lr": 0.005 }, "steps": 2000 }""");
        var ends = answer.GetProperty("ends").EnumerateArray().ToList();
        var (end, steps, reason) = (answer.Numbers("end"), answer.Numbers("steps"), answer.Numbers("reason"));
        Assert.Equal(99, end.Length);
        Assert.Equal(99, steps.Length);
        Assert.Equal(99, reason.Length);
        Assert.Equal(4, ends.Count(static each => Math.Abs(each.GetProperty("value").GetDouble()) < 1e-10));
        Assert.Equal(end.Count(static each => each >= 0), ends.Sum(static each => each.GetProperty("cells").GetInt32()));

        // The corner (5, 5) is the last cell, and belongs to the minimum (3, 2).
        Answers.Close([3, 2], ends[(int)end[^1]].Numbers("point"), 1e-5);

        // Each cell is what the descent from there does.
        var single = await service.Answer("descent", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "start": { "x": -4, "y": -2.5 }, "optimizer": { "name": "sgd", "lr": 0.005 }, "steps": 2000, "stop": { "gradient": 1e-6 } }""");
        Assert.Equal(single.GetProperty("stop").GetProperty("step").GetInt32(), steps[(2 * 11) + 1]);
    }

    [Fact]
    public async Task A_rate_axis_shows_where_descents_run_away()
    {
        var answer = await service.Answer("descent/map", """{ "function": "x^2", "start": 3, "axes": [{ "parameter": "lr", "from": 0.01, "to": 100, "resolution": 5, "scale": "logarithmic" }], "optimizer": { "name": "sgd" }, "steps": 5000 }""");
        Answers.Close([0.01, 0.1, 1, 10, 100], answer.GetProperty("axes")[0].Numbers("values"), 1e-12);
        var reasons = answer.GetProperty("reasons").EnumerateArray().Select(static each => each.GetString()).ToList();
        Assert.Equal("converged converged steps diverged diverged", string.Join(' ', answer.Numbers("reason").Select(each => reasons[(int)each])));
        Assert.Equal([0, 0, -1, -1, -1], answer.Numbers("end").Select(static each => (int)each));
    }

    [Fact]
    public async Task Cells_outside_the_domain_are_lost_and_the_others_are_not()
    {
        var answer = await service.Answer("descent/map", """{ "function": "x - log(x)", "axes": [{ "coordinate": "x", "from": -1, "to": 3, "resolution": 5 }], "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 5000 }""");
        Assert.Equal([-1, -1, 0, 0, 0], answer.Numbers("end").Select(static each => (int)each));
        Assert.Equal(0, answer.Numbers("steps")[0]);
    }

    [Theory]
    [InlineData("\"axes\": []", 422, "value", "axes")]
    [InlineData("\"axes\": [{ \"coordinate\": \"x\", \"from\": 0, \"to\": 1 }, { \"coordinate\": \"x\", \"from\": 0, \"to\": 1 }]", 422, "value", "axes[1]")]
    [InlineData("\"axes\": [{ \"from\": 0, \"to\": 1 }]", 400, "shape", "axes[0].coordinate")]
    [InlineData("\"axes\": [{ \"coordinate\": \"z\", \"from\": 0, \"to\": 1 }]", 422, "value", "axes[0].coordinate")]
    [InlineData("\"axes\": [{ \"parameter\": \"rate\", \"from\": 0, \"to\": 1 }]", 422, "value", "axes[0].parameter")]
    [InlineData("\"axes\": [{ \"parameter\": \"lr\", \"from\": -1, \"to\": 1 }]", 422, "value", "axes[0].parameter")]
    [InlineData("\"axes\": [{ \"parameter\": \"nesterov\", \"from\": 0, \"to\": 1 }]", 422, "value", "axes[0].parameter")]
    [InlineData("\"axes\": [{ \"coordinate\": \"x\", \"from\": 0, \"to\": 1, \"scale\": \"logarithmic\" }]", 422, "value", "axes[0].from")]
    [InlineData("\"axes\": [{ \"coordinate\": \"x\", \"from\": 0, \"to\": 1, \"scale\": \"wide\" }]", 422, "value", "axes[0].scale")]
    [InlineData("\"axes\": [{ \"coordinate\": \"x\", \"from\": 0, \"to\": 1, \"resolution\": 1 }]", 422, "value", "axes[0].resolution")]
    [InlineData("\"axes\": [{ \"parameter\": \"lr\", \"from\": 0, \"to\": 1 }]", 422, "value", "start")]
    public async Task Refuses_a_map_that_cannot_be_drawn(string axes, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("descent/map", $$"""{ "function": "x^2", {{axes}}, "optimizer": { "name": "sgd" }, "steps": 1 }""")).IsProblem(status, type).Fields, StringComparer.Ordinal);

    [Theory]
    [InlineData(199, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task Has_as_many_cells_as_the_limit_says(int columns, bool taken)
    {
        var reply = await service.Ask("descent/map", $$"""{ "function": "x^2 + y^2", "axes": [{ "coordinate": "x", "from": 0, "to": 1, "resolution": {{columns}} }, { "coordinate": "y", "from": 0, "to": 1, "resolution": 200 }], "optimizer": { "name": "sgd" }, "steps": 1 }""");
        if (taken) Assert.Equal(System.Net.HttpStatusCode.OK, reply.Status);
        else Assert.Equal("mapCells", reply.IsProblem(422, "limit").Json.GetProperty("limit").GetString());
    }
}
