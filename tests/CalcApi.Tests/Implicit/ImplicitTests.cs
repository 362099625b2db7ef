using Xunit;

namespace CalcApi.Tests.Implicit;

public sealed class ImplicitTests(Api service)
{
    [Theory]
    [InlineData("x^2 + y^2 = 25", 1, 3, 4, "-x/y", -0.75)]
    [InlineData("x^2 + y^2 = 25", 2, 3, 4, null, -0.390625)]
    [InlineData("25 = x^2 + y^2;", 1, 3, -4, "-x/y", 0.75)]
    [InlineData("x*y = 1", 1, 2, 0.5, "-y/x", -0.25)]
    [InlineData("x^3 + y^3 = 6x*y", 1, 3, 3, null, -1)]
    [InlineData("c(t) = t^2; c(x) + c(y) = 2", 1, 1, 1, "-x/y", -1)]
    [InlineData("exp(x + y) = 1", 3, 1, -1, "0", 0)]
    public async Task Solves_for_the_slope(string equation, int order, double x, double y, string? derivative, double value)
    {
        var answer = await service.Answer("implicit", FormattableString.Invariant(
            $$"""{ "function": "{{equation}}", "variable": "x", "of": "y", "order": {{order}}, "point": { "x": {{x}}, "y": {{y}} } }"""));
        if (derivative is not null) Assert.Equal(derivative, answer.Formula("derivative"));
        Answers.Close(value, answer.Number("value"));
        Assert.Equal(answer.Formula("derivative"), answer.GetProperty("steps").EnumerateArray().Last().Formula("after"));
        Assert.DoesNotContain("condition", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Says_when_the_point_is_not_on_the_curve()
    {
        var answer = await service.Answer("implicit", """{ "function": "x^2 + y^2 = 25", "variable": "x", "of": "y", "point": { "x": 1, "y": 2 } }""");
        Answers.Close(-0.5, answer.Number("value"));
        Assert.Contains("condition", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("x^2 + y^2 = 25", 3.1, 4.2)]
    [InlineData("x^2 + y^2 = 25", 0.01, -2)]
    [InlineData("x*y = 1", 0.4, 2)]
    [InlineData("x^3 + y^3 = 6x*y", 3.2, 2.7)]
    [InlineData("sin(x) + cos(y) = 1/2", 1, 1)]
    public async Task Moves_a_point_onto_the_curve(string equation, double x, double y)
    {
        var answer = await service.Answer("implicit", FormattableString.Invariant(
            $$"""{ "function": "{{equation}}", "variable": "x", "of": "y", "point": { "x": {{x}}, "y": {{y}} }, "ontoCurve": true }"""));
        var (moved, normal) = (answer.GetProperty("point"), answer.GetProperty("normal"));
        Assert.DoesNotContain("condition", answer.NoteCodes(), StringComparer.Ordinal);
        Assert.True(Math.Abs(moved.Number("x") - x) + Math.Abs(moved.Number("y") - y) is > 0 and < 4);
        Answers.Close(answer.Number("value"), -normal.Number("x") / normal.Number("y"));
    }

    [Fact]
    public async Task Moves_no_point_where_the_equation_has_no_solution_or_no_way_leads()
    {
        var none = await service.Answer("implicit", """{ "function": "x^2 + y^2 = -1", "variable": "x", "of": "y", "point": { "x": 1, "y": 2 }, "ontoCurve": true }""");
        Assert.False(none.TryGetProperty("point", out _));
        Assert.Contains("condition", none.NoteCodes(), StringComparer.Ordinal);
        var centre = await service.Answer("implicit", """{ "function": "x^2 + y^2 = 25", "variable": "x", "of": "y", "point": { "x": 0, "y": 0 }, "ontoCurve": true }""");
        Assert.False(centre.TryGetProperty("point", out _));
    }

    [Fact]
    public async Task Tells_the_normal_where_the_curve_is_vertical()
    {
        var answer = await service.Answer("implicit", """{ "function": "x^2 + y^2 = 25", "variable": "x", "of": "y", "point": { "x": 5, "y": 0 } }""");
        Assert.Equal((10, 0), (answer.GetProperty("normal").Number("x"), answer.GetProperty("normal").Number("y")));
    }

    [Fact]
    public async Task Says_where_the_curve_is_vertical()
    {
        var answer = await service.Answer("implicit", """{ "function": "x^2 + y^2 = 25", "variable": "x", "of": "y", "point": { "x": 5, "y": 0 } }""");
        Assert.False(double.IsFinite(answer.Number("value")));
        Assert.Contains("outside-domain", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("x^2 + y^2", 0, 9)]
    [InlineData("x^2 + y^2 == 25", 0, 15)]
    [InlineData("x = y = 2", 6, 7)]
    [InlineData("= x + y", 0, 1)]
    [InlineData("x + y =", 6, 7)]
    [InlineData("x + y = sin(x", 11, 12)]
    [InlineData("x + foo(y) = 3", 4, 7)]
    [InlineData("x + y = 3 + bar(y)", 12, 15)]
    public async Task Points_at_the_fault_in_the_equation_as_it_was_sent(string equation, int start, int end)
    {
        var problem = (await service.Ask("implicit", $$"""{ "function": "{{equation}}", "variable": "x", "of": "y" }""")).IsProblem(422, "formula").Json;
        var position = problem.GetProperty("position");
        Assert.Equal((start, end), (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32()));
    }

    [Theory]
    [InlineData("""{ "function": "x^2 = 4", "variable": "x", "of": "y" }""", "of")]
    [InlineData("""{ "function": "x^2 + y - y = 4", "variable": "x", "of": "y" }""", "of")]
    [InlineData("""{ "function": "x = y", "variable": "x", "of": "x" }""", "of")]
    [InlineData("""{ "function": "x = y", "variable": "z", "of": "x" }""", "variable")]
    [InlineData("""{ "function": "x = y", "variable": "x", "of": "y", "order": 0 }""", "order")]
    [InlineData("""{ "function": "x = a*y", "variable": "x", "of": "y", "point": { "x": 1, "y": 1 } }""", "point")]
    public async Task Refuses_what_has_no_meaning(string body, string field) =>
        Assert.Contains(field, (await service.Ask("implicit", body)).IsProblem(422, "value").Fields, StringComparer.Ordinal);
}
