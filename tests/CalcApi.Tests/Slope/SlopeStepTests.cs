using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Slope;

/// <summary>A slope told step by step; so is one along a direction.</summary>
public sealed class SlopeStepTests(Api service)
{
    [Theory]
    [InlineData("""{ "function": "x^2", "from": 1.5, "to": 2.7, "steps": true }""",
        "1.5^2 = 2.25; 2.7^2 = 7.29; 7.29 - 2.25 = 5.04; 2.7 - 1.5 = 1.2; 5.04/1.2 = 4.2; 4.2*(x - 1.5) + 2.25 = 4.2*x - 4.05")]
    [InlineData("""{ "points": [[-1, -4], [3, -12]], "steps": true }""",
        "-12 - (-4) = -8; 3 - (-1) = 4; -8/4 = -2; -2*(x + 1) - 4 = -2*x - 6")]
    [InlineData("""{ "function": "f(t) = a*t", "data": { "a": 0.5 }, "from": -1, "to": 3, "steps": true }""",
        "a*(-1) = -0.5; a*3 = 1.5; 1.5 - (-0.5) = 2; 3 - (-1) = 4; 2/4 = 0.5; 0.5*(t + 1) - 0.5 = 0.5*t")]
    [InlineData("""{ "function": "1/x", "from": 3, "to": 7, "steps": true }""",
        "1/7 - 1/3 = -4/21; 7 - 3 = 4; -(4/21)/4 = -1/21; -1/21*(x - 3) + 1/3 = 10/21 - x/21")]
    [InlineData("""{ "function": "x^2/3", "from": 1, "to": 3, "steps": true }""",
        "1^2/3 = 1/3; 3^2/3 = 3; 3 - 1/3 = 8/3; 3 - 1 = 2; (8/3)/2 = 4/3; 4/3*(x - 1) + 1/3 = 4*x/3 - 1")]
    [InlineData("""{ "function": "3/(2x)", "from": 1, "to": 4, "steps": true }""",
        "3/(2*1) = 3/2; 3/(2*4) = 3/8; 3/8 - 3/2 = -9/8; 4 - 1 = 3; -(9/8)/3 = -3/8; -3/8*(x - 1) + 3/2 = 15/8 - 3*x/8")]
    public async Task Between_two_points(string body, string lines)
    {
        var answer = await service.Answer("slope", body);
        Assert.Equal(lines, Lines(answer));
        Assert.Equal(answer.Formula("line"), answer.GetProperty("steps").EnumerateArray().Last().Formula("after"));
    }

    [Theory]
    [InlineData("""{ "function": "x^2*y", "point": { "x": 1, "y": 2 }, "direction": { "x": 3, "y": 4 }, "steps": true }""",
        "diff(x^2*y, x) = 2*x*y; diff(x^2*y, y) = x^2; 2*1*2 = 4; 1^2 = 1; sqrt(3^2 + 4^2) = 5; 4*(3/5) + 1*(4/5) = 16/5; 2*x*y*3 + x^2*4 = 4*x^2 + 6*x*y")]
    [InlineData("""{ "function": "x^2 + y", "point": { "x": 0.1, "y": 2 }, "direction": { "x": 0.3, "y": -0.4 }, "steps": true }""",
        "diff(x^2 + y, x) = 2*x; diff(x^2 + y, y) = 1; 2*0.1 = 0.2; sqrt(0.3^2 + (-0.4)^2) = 0.5; 0.3/0.5 = 0.6; -0.4/0.5 = -0.8; 0.2*0.6 + 1*(-0.8) = -0.68; 2*x*0.3 + 1*(-0.4) = 0.6*x - 0.4")]
    [InlineData("""{ "function": "sum(v.^2)", "point": { "v": [1, 2] }, "direction": { "v": [3, 4] }, "steps": true }""",
        "diff(v_1^2 + v_2^2, v_1) = 2*v_1; diff(v_1^2 + v_2^2, v_2) = 2*v_2; 2*1 = 2; 2*2 = 4; sqrt(3^2 + 4^2) = 5; 2*(3/5) + 4*(4/5) = 22/5; 2*v_1*3 + 2*v_2*4 = 6*v_1 + 8*v_2")]
    public async Task Along_a_direction(string body, string lines) => Assert.Equal(lines, Lines(await service.Answer("directional-derivative", body)));

    [Theory]
    [InlineData("slope", """{ "function": "1/x", "from": 0, "to": 2, "steps": true }""")]
    [InlineData("directional-derivative", """{ "function": "log(x)*y", "point": { "x": -1, "y": 2 }, "direction": { "x": 1, "y": 0 }, "steps": true }""")]
    [InlineData("slope", """{ "function": "x^2", "from": 0, "to": 2 }""")]
    public async Task There_are_none_where_they_would_end_in_no_number_or_are_not_asked_for(string route, string body) =>
        Assert.False((await service.Answer(route, body)).TryGetProperty("steps", out _));

    [Fact]
    public async Task A_formula_that_breaks_at_the_point_is_not_claimed_to_have_the_value_there()
    {
        var answer = await service.Answer("directional-derivative", """{ "function": "if(x == 0, 1, sin(x)/x) + y", "point": { "x": 0, "y": 0 }, "direction": { "x": 1, "y": 0 }, "steps": true }""");
        Assert.All(answer.GetProperty("steps").EnumerateArray(), static step => Assert.InRange(step.Number("residual"), 0, 1e-8));
        Assert.Contains(answer.GetProperty("steps").EnumerateArray(), static step => step.Text("explanation").Contains("By x the formula breaks at the point", StringComparison.Ordinal));
    }

    private static string Lines(JsonElement answer) =>
        string.Join("; ", answer.GetProperty("steps").EnumerateArray().Select(static step => $"{step.Formula("before")} = {step.Formula("after")}"));
}
