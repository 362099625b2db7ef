using System.Globalization;
using Xunit;

namespace CalcApi.Tests.Evaluate;

public sealed class EvaluateTests(Api service)
{
    [Theory]
    [InlineData("x^2 + 3", "3", 12)]
    [InlineData("2^3^2", null, 512)]
    [InlineData("-2^2", null, -4)]
    [InlineData("1/2x", "6", 3)]
    [InlineData("f(x, z) = 2z^3 x^2", """{ "z": 2, "x": 3 }""", 144)]
    [InlineData("A(x)=sin(x); B(x)=x^2; C(x)=4x; f(x)=A(B(C(x)))", "0.25", 0.8414709848078965)]
    [InlineData("if(x > 0, x, -2x)", "-3", 6)]
    [InlineData("max(x, y, 1)", """{ "x": 0, "y": 5 }""", 5)]
    [InlineData("sigmoid(x)", "0", 0.5)]
    [InlineData("softplus(x)", "800", 800)]
    [InlineData("log(1 + exp(x))", "-800", 0)]
    [InlineData("x^(1/3)", "-8", -2)]
    [InlineData("e^x", "1", 2.718281828459045)]
    [InlineData("sin(pi)", null, 1.2246467991473532e-16)]
    public async Task Gives_the_value(string function, string? point, double value)
    {
        var given = point is null ? "" : $", \"point\": {point}";
        var answer = await service.Answer("evaluate", $$"""{ "function": "{{function}}"{{given}} }""");
        Answers.Close(value, answer.Number("value"));
    }

    [Theory]
    [InlineData("1/x", "0", double.PositiveInfinity)]
    [InlineData("-1/x", "0", double.NegativeInfinity)]
    [InlineData("log(x)", "-1", double.NaN)]
    [InlineData("log(x)", "0", double.NegativeInfinity)]
    [InlineData("exp(x)", "1000", double.PositiveInfinity)]
    [InlineData("x^0.5", "-1", double.NaN)]
    public async Task Says_what_is_not_finite(string function, string point, double value)
    {
        var answer = await service.Answer("evaluate", $$"""{ "function": "{{function}}", "point": {{point}} }""");
        Assert.Equal(System.Text.Json.JsonValueKind.String, answer.GetProperty("value").ValueKind);
        Assert.Equal(value, answer.Number("value"));
        Assert.Contains("outside-domain", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Answers_many_points_in_their_order_with_gaps()
    {
        var answer = await service.Answer("evaluate", """{ "function": "1/x + log(x)*0", "points": [1, 0.5, -1, 4] }""");
        Assert.Equal("1 2 NaN 0.25", string.Join(' ', answer.Numbers("values").Select(value => value.ToString(CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("[{}, {}]", 2)]
    public async Task A_constant_has_its_value_at_every_point(string points, int count)
    {
        var answer = await service.Answer("evaluate", $$"""{ "function": "2 + 3", "points": {{points}} }""");
        Assert.Equal(Enumerable.Repeat(5.0, count), answer.Numbers("values"));
    }

    [Theory]
    [InlineData("""{ "function": "x^2" }""", "point")]
    [InlineData("""{ "function": "5", "point": 3 }""", "point")]
    [InlineData("""{ "function": "5", "point": { "x": 3 } }""", "point")]
    [InlineData("""{ "function": "x*y", "point": 3 }""", "point")]
    [InlineData("""{ "function": "f(x) = a*x", "point": 3 }""", "data.a")]
    [InlineData("""{ "function": "f(x) = x", "point": 3, "data": { "b": 1 } }""", "data.b")]
    [InlineData("""{ "function": "h(b) = b^2; f(x) = h(x)", "point": 3, "data": { "b": 1 } }""", "data.b")]
    public async Task Refuses_what_the_function_does_not_have(string body, string field) =>
        Assert.Contains(field, (await service.Ask("evaluate", body)).IsProblem(422, "value").Fields, StringComparer.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("x +")]
    [InlineData("(x")]
    [InlineData("x)")]
    [InlineData("sinn(x)")]
    [InlineData("2 3")]
    [InlineData("x,y")]
    [InlineData("x = 3 = 4")]
    [InlineData("١ + x")]
    [InlineData("ｘ^2")]
    [InlineData("1,500x")]
    [InlineData("x % 2")]
    [InlineData("System.Environment.Exit(0)")]
    [InlineData("__import__('os')")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Refuses_what_it_cannot_read(string function)
    {
        var problem = (await service.Ask("evaluate", (object)new { function, point = 1 })).IsProblem(422, "formula").Json;
        var position = problem.GetProperty("position");
        Assert.InRange(position.GetProperty("start").GetInt32(), 0, function.Length);
        Assert.InRange(position.GetProperty("end").GetInt32(), position.GetProperty("start").GetInt32(), function.Length);
    }
}
