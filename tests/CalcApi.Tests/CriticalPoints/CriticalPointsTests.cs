using Xunit;

namespace CalcApi.Tests.CriticalPoints;

public sealed class CriticalPointsTests(Api service)
{
    [Fact]
    public async Task Himmelblaus_nine_points_are_certified_and_complete()
    {
        var answer = await service.Answer("critical-points", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "box": { "x": [-5, 5], "y": [-5, 5] } }""");
        var points = answer.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal("maximum 1, minimum 4, saddle 4", string.Join(", ", points.GroupBy(static point => point.Text("kind"), StringComparer.Ordinal).OrderBy(static kind => kind.Key, StringComparer.Ordinal).Select(static kind => $"{kind.Key} {kind.Count()}")));
        Assert.True(answer.GetProperty("complete").GetBoolean());
        Assert.All(points, static point => Assert.True(point.GetProperty("certified").GetBoolean()));
        Assert.Contains(points, static point => point.Numbers("point") is [3, 2] && point.Number("value") == 0);
        Assert.All(points.Where(static point => point.Text("kind") is "saddle"), static point => Assert.True(point.Numbers("eigenvalues") is [< 0, > 0]));
        Assert.False(answer.TryGetProperty("roots", out _));
    }

    [Fact]
    public async Task A_curve_is_discussed_with_its_steps()
    {
        var answer = await service.Answer("critical-points", """{ "function": "x^3/(x^2 - 1)", "box": { "x": [-5, 5] } }""");
        Assert.Equal([-1, 1], answer.Numbers("poles"));
        Assert.Equal([0], answer.Numbers("roots"));
        Assert.Equal([0], answer.Numbers("inflections"));
        Assert.True(answer.GetProperty("complete").GetBoolean());
        Assert.Equal(["maximum", "saddle", "minimum"], answer.GetProperty("points").EnumerateArray().Select(static point => point.Text("kind")), StringComparer.Ordinal);
        Answers.Close([-Math.Sqrt(3), 0, Math.Sqrt(3)], [.. answer.GetProperty("points").EnumerateArray().Select(static point => point.Numbers("point")[0])]);
        var stretches = answer.GetProperty("monotonicity").EnumerateArray().ToList();
        Assert.Equal(["increasing", "decreasing", "decreasing", "decreasing", "increasing"], stretches.Select(static stretch => stretch.Text("direction")), StringComparer.Ordinal);
        Assert.Equal((false, true, true, true), (stretches[1].GetProperty("fromOpen").GetBoolean(), stretches[1].GetProperty("toOpen").GetBoolean(), stretches[2].GetProperty("fromOpen").GetBoolean(), stretches[2].GetProperty("toOpen").GetBoolean()));
        Assert.Equal(["concave", "convex", "concave", "convex"], answer.GetProperty("convexity").EnumerateArray().Select(static stretch => stretch.Text("direction")), StringComparer.Ordinal);
        var rules = answer.GetProperty("steps").EnumerateArray().Select(static step => step.Text("rule")).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["stationary-point", "sign-of-derivative", "second-derivative-test"], StringComparer.Ordinal), rules);
    }

    [Theory]
    [InlineData("sin(x)*0", "[-1, 1]", "infinitely-many")]
    [InlineData("sin(1/x)", "[0, 1]", "undecided")]
    [InlineData("relu(x)", "[-1, 1]", "infinitely-many")]
    public async Task Infinitely_many_are_told_honestly(string function, string side, string code)
    {
        var answer = await service.Answer("critical-points", $$"""{ "function": "{{function}}", "box": { "x": {{side}} }, "steps": false }""");
        Assert.False(answer.GetProperty("complete").GetBoolean());
        Assert.Contains(code, answer.NoteCodes(), StringComparer.Ordinal);
        Assert.True(answer.GetProperty("flat").GetArrayLength() + answer.GetProperty("undecided").GetArrayLength() > 0);
        Assert.False(answer.TryGetProperty("steps", out _));
    }

    [Fact]
    public async Task Data_are_constants_and_the_decimals_that_were_written()
    {
        var answer = await service.Answer("critical-points", """{ "function": "abs(x - a) + b*x^2", "data": { "a": 0.1, "b": 0.5 }, "box": { "x": [-1, 1] } }""");
        var point = Assert.Single(answer.GetProperty("points").EnumerateArray());
        Assert.Equal(("minimum", "kink", 0.1), (point.Text("kind"), point.Text("cause"), point.Numbers("point")[0]));
        Assert.True(answer.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task A_range_for_each_entry_tells_the_length_of_a_vector()
    {
        var answer = await service.Answer("critical-points", """{ "function": "f(w) = (w[1] - 1)^2 + (w[2] - 5)^2 + w[3]^2", "box": { "w": [[0, 2], [4, 6], [-1, 1]] } }""");
        Assert.Equal([1, 5, 0], Assert.Single(answer.GetProperty("points").EnumerateArray()).GetProperty("point").GetProperty("w").Numbers());
        Assert.True(answer.GetProperty("complete").GetBoolean());

        var outside = await service.Answer("critical-points", """{ "function": "f(w) = (w[1] - 1)^2 + (w[2] - 5)^2 + w[3]^2", "box": { "w": [[0, 2], [-6, -4], [-1, 1]] } }""");
        Assert.Equal(0, outside.GetProperty("points").GetArrayLength());
    }

    [Fact]
    public async Task Values_of_minima_of_squares_are_0()
    {
        var answer = await service.Answer("critical-points", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "box": { "x": [-5, 5], "y": [-5, 5] } }""");
        Assert.All(answer.GetProperty("points").EnumerateArray().Where(static point => point.Text("kind") is "minimum"), static point => Assert.Equal(0, point.Number("value")));
        Assert.Equal(0, answer.GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task Entries_of_a_vector_have_one_range_or_their_own()
    {
        foreach (var box in new[] { """{ "w": [-2, 2] }""", """{ "w": [[-2, 2], [-2, 2]] }""", """{ "w": [[-2, 2], [-9, 9]], "w[2]": [[-2, 2]] }""", """{ "w": [-9, 9], "w[1]": [-2, 2], "w[2]": [-2, 2] }""", """{ "w[1]": [-2, 2], "w[2]": [-2, 2] }""" })
        {
            var answer = await service.Answer("critical-points", $$"""{ "function": "f(w) = sum(w.^4) - 2*dot(w, w)", "shapes": { "w": [2] }, "box": {{box}} }""");
            Assert.True(answer.GetProperty("complete").GetBoolean());
            Assert.Equal(9, answer.GetProperty("points").GetArrayLength());
            Assert.Equal([-1, -1], answer.GetProperty("points")[0].GetProperty("point").GetProperty("w").Numbers());
        }
    }

    [Theory]
    [InlineData("""{ "function": "x^2" }""", 400, "box")]
    [InlineData("""{ "function": "x^2", "box": { "x": [1] } }""", 400, "box.x")]
    [InlineData("""{ "function": "x^2", "box": { "x": 3 } }""", 400, "box.x")]
    [InlineData("""{ "function": "x^2", "box": { "x": [1, 1] } }""", 422, "box.x")]
    [InlineData("""{ "function": "x^2", "box": { "x": [2, 1] } }""", 422, "box.x")]
    [InlineData("""{ "function": "x^2", "box": { "x": [-1e308, 1e308] } }""", 422, "box.x")]
    [InlineData("""{ "function": "x^2 + y", "box": { "x": [0, 1] } }""", 422, "box.y")]
    [InlineData("""{ "function": "x^2", "box": { "x": [0, 1], "z": [0, 1] } }""", 422, "box.z")]
    [InlineData("""{ "function": "x^2", "box": {} }""", 422, "box.x")]
    [InlineData("""{ "function": "x^2", "box": { "x": [] } }""", 400, "box.x")]
    [InlineData("""{ "function": "x^2", "box": { "x": [[1, 2], [3]] } }""", 400, "box.x[1]")]
    [InlineData("""{ "function": "x^2", "box": { "x": [1, [2, 3]] } }""", 400, "box.x[1]")]
    [InlineData("""{ "function": "f(w) = sum(w.^2)", "box": { "w": [[0, 1], [1, 0]] } }""", 422, "box.w[1]")]
    [InlineData("""{ "function": "f(w) = sum(w.^2)", "shapes": { "w": [3] }, "box": { "w": [[0, 1], [0, 1]] } }""", 422, "box.w")]
    [InlineData("""{ "function": "f(w) = sum(w.^2)", "shapes": { "w": [2] }, "box": { "w[1]": [[0, 1], [0, 1]], "w[2]": [0, 1] } }""", 422, "box.w[1]")]
    [InlineData("""{ "function": "5", "box": {} }""", 422, "function")]
    [InlineData("""{ "function": "[x, x]", "box": { "x": [0, 1] } }""", 422, "function")]
    [InlineData("""{ "function": "x^", "box": { "x": [0, 1] } }""", 422, "function")]
    public async Task A_refusal_points_at_the_field(string body, int status, string field)
    {
        var reply = await service.Client.Ask("critical-points", body);
        Assert.Equal(status, (int)reply.Status);
        Assert.Contains(reply.Json.GetProperty("errors").EnumerateObject(), error => string.Equals(error.Name, field, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_limits_are_shown()
    {
        var names = (await service.Client.Send(HttpMethod.Get, "/api/v1/limits")).Json.GetProperty("limits").EnumerateArray().Select(static limit => limit.Text("name")).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["criticalVariables", "criticalOperations", "criticalPoints"], StringComparer.Ordinal), names);
    }
}
