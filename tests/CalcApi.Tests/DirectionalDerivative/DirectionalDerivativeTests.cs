using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.DirectionalDerivative;

public sealed class DirectionalDerivativeTests(Api service)
{
    [Theory]
    [InlineData("f(x, z) = 2z^3 x^2", """{ "x": 3, "z": 2 }""", """{ "x": 3, "z": 4 }""", 1152, 230.4)]
    [InlineData("x^2 + y^2", """{ "x": 1, "y": 1 }""", """{ "x": 1, "y": -1 }""", 0, 0)]
    [InlineData("x^2 + y^2", """{ "x": 3, "y": 4 }""", """{ "x": -6, "y": -8 }""", -100, -10)]
    [InlineData("x*y*z", """{ "x": 1, "y": 2, "z": 3 }""", """{ "x": 2, "y": -1, "z": 2 }""", 13, 13.0 / 3)]
    [InlineData("x^3", """{ "x": 2 }""", """{ "x": -5 }""", -60, -12)]
    [InlineData("exp(x)*y", """{ "x": 0, "y": 5 }""", """{ "x": 5, "y": 12 }""", 37, 37.0 / 13)]
    public async Task Gives_the_raw_slope_and_the_slope_along_the_unit_vector(string function, string point, string direction, double raw, double unit)
    {
        var answer = await service.Answer("directional-derivative", $$"""{ "function": "{{function}}", "point": {{point}}, "direction": {{direction}} }""");
        Answers.Close(raw, answer.Number("raw"));
        Answers.Close(unit, answer.Number("unit"));
        Answers.Close(1, Math.Sqrt(answer.Numbers("unitDirection").Sum(entry => entry * entry)));

        var variables = string.Join(", ", answer.GetProperty("expression").GetProperty("variables").EnumerateArray().Select(name => name.GetString()));
        var formula = await service.Answer("evaluate", $$"""{ "function": "f({{variables}}) = {{answer.Formula("expression")}}", "point": {{point}} }""");
        Answers.Close(raw, formula.Number("value"));
    }

    [Fact]
    public async Task Knows_the_angle_and_the_steepest_ways()
    {
        var answer = await service.Answer("directional-derivative", """{ "function": "3x + 4y", "point": { "x": 0, "y": 0 }, "direction": { "x": 4, "y": -3 } }""");
        Answers.Close(Math.PI / 2, answer.Number("angle"));
        Answers.Close([0.6, 0.8], answer.Numbers("steepestAscent"));
        Answers.Close([-0.6, -0.8], answer.Numbers("steepestDescent"));
        Answers.Close([3, 4], answer.Numbers("gradient"));
    }

    [Fact]
    public async Task Has_a_slope_for_each_degree_of_two_variables()
    {
        var answer = await service.Answer("directional-derivative", """{ "function": "3x + 4y", "point": { "x": 0, "y": 0 }, "direction": { "x": 1, "y": 0 } }""");
        var slopes = answer.Numbers("slopes");
        Assert.Equal(360, slopes.Length);
        Assert.Equal((3, 4, -3, -4), (slopes[0], slopes[90], slopes[180], slopes[270]));
        Answers.Close((3 + 4) * Math.Sqrt(0.5), slopes[45]);
        Assert.Equal(53, Array.IndexOf(slopes, slopes.Max()));

        var one = await service.Answer("directional-derivative", """{ "function": "x^2", "point": 1, "direction": 1 }""");
        Assert.False(one.TryGetProperty("slopes", out _));
    }

    [Fact]
    public async Task Has_no_steepest_direction_where_the_gradient_is_zero()
    {
        var answer = await service.Answer("directional-derivative", """{ "function": "x^2 + y^2", "point": { "x": 0, "y": 0 }, "direction": { "x": 1, "y": 1 } }""");
        Assert.Equal(0, answer.Number("unit"));
        foreach (var member in (string[])["angle", "steepestAscent", "steepestDescent"])
            Assert.Equal(JsonValueKind.Null, answer.GetProperty(member).ValueKind);
    }

    [Theory]
    [InlineData("1e-300", "1e-300")]
    [InlineData("1e300", "1e300")]
    public async Task A_directions_length_does_not_matter(string x, string y)
    {
        var answer = await service.Answer("directional-derivative", $$"""{ "function": "3x + 4y", "point": { "x": 1, "y": 1 }, "direction": { "x": {{x}}, "y": {{y}} } }""");
        Answers.Close(7 * Math.Sqrt(0.5), answer.Number("unit"));
    }

    [Theory]
    [InlineData("""{ "function": "x*y", "point": { "x": 1, "y": 1 }, "direction": { "x": 0, "y": 0 } }""", 422, "value", "direction")]
    [InlineData("""{ "function": "x", "point": 1, "direction": 0 }""", 422, "value", "direction")]
    [InlineData("""{ "function": "x*y", "point": { "x": 1, "y": 1 }, "direction": { "x": 1 } }""", 422, "value", "direction")]
    [InlineData("""{ "function": "x*y", "point": { "x": 1, "y": 1 }, "direction": { "x": 1, "y": 1, "z": 1 } }""", 422, "value", "direction")]
    [InlineData("""{ "function": "x*y", "point": { "x": 1, "y": 1 } }""", 400, "shape", "direction")]
    [InlineData("""{ "function": "x*y", "direction": { "x": 1, "y": 1 } }""", 400, "shape", "point")]
    [InlineData("""{ "function": "x*y", "point": { "x": 1, "y": 1 }, "direction": [1, 1] }""", 422, "value", "direction")]
    public async Task Refuses_what_is_not_a_direction(string body, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("directional-derivative", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);
}
